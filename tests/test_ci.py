"""The files for CI: each job's shell is run on a clone of a bare repository, with a merge request's refs."""

import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from rectledger.source.scaffold import CI_FILES, ci_file
from tests.ledgers import ISSUE, PARTIES, base_files
from tests.pasts import commit, repository
from tests.pipelines import Forge, Step, run_actions, run_composite, run_gitlab
from tests.program import REPOSITORY, git, write

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")

DUE = "    due: 2026-06-30\n"
EVENT = "      - {date: 2025-10-20, event: progress, note: 初稿已成}\n"
EXTENDED = "      - {date: 2025-10-27, event: extended, until: 2026-09-30, reason: 等上级办法, approved_by: lead}\n"
DAY = {"RECTLEDGER_AS_OF": "2025-11-05"}
ACTIONS = ("github", "gitea")


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that pip can install: the program itself is the one under test, and on the path already."""
    wheel = tmp_path_factory.mktemp("wheel") / "standin-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("standin.py", "")
        archive.writestr("standin-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: standin\nVersion: 1\n")
        archive.writestr("standin-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("standin-1.dist-info/RECORD", "")
    return wheel


class Story:
    """A bare repository with a merge request against `main`, and a clone as a forge makes it."""

    def __init__(self, root: Path, change: Mapping[str, str], below: str = ".") -> None:
        work = repository(root / "work", {f"{below}/{path}": text for path, text in base_files().items()})
        git(work, "branch", "-M", "main")
        git(work, "checkout", "-q", "-b", "change")
        commit(work, {f"{below}/{path}": text for path, text in change.items()}, "王五", "2025-11-04")
        git(work, "checkout", "-q", "main")
        commit(work, {"README": "later\n"}, "李四", "2025-11-05")
        self.base = git(work, "rev-parse", "main").strip()
        self.fork = git(work, "merge-base", "main", "change").strip()
        git(work, "checkout", "-q", "--detach", "main")
        git(work, "merge", "-q", "--no-ff", "change", "-m", "merge request")
        git(work, "update-ref", "refs/pull/1/merge", "HEAD")
        git(root, "clone", "-q", "--mirror", str(work), "bare.git")
        self.bare, self.clone = root / "bare.git", root / "clone"
        git(root, "clone", "-q", str(self.bare), "clone")
        self.summary = root / "summary.md"

    def checked_out(self, ref: str) -> "Story":
        """With a ref in the clone's work tree, detached, as forges have it."""
        git(self.clone, "fetch", "-q", "origin", ref)
        git(self.clone, "checkout", "-q", "--detach", "FETCH_HEAD")
        return self


def actions(forge: str, job: str, story: Story, event: str, package: Path | str, below: str = ".") -> list[Step] | None:
    (text,) = ci_file(forge, below).values()
    known = Forge(
        {
            "always()": True,
            **{f"github.event_name == '{name}'": name == event for name in EVENTS},
            "github.event.pull_request.base.sha": story.base if event == "pull_request" else "",
            "vars.RECTLEDGER || ''": package,
            "vars.RECTLEDGER_PAGES == 'true'": False,
        },
        {"GITHUB_STEP_SUMMARY": str(story.summary), **PIP, "PIP_TARGET": str(story.clone.parent / "site"), **DAY},
    )
    return run_actions(text, job, known, story.clone)


EVENTS = ("push", "pull_request", "schedule", "workflow_dispatch")
PIP = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
HONEST = {ISSUE: base_files()[ISSUE].replace(EVENT, EVENT + EXTENDED)}
DISHONEST = {ISSUE: base_files()[ISSUE].replace("2026-06-30", "2026-12-31")}
BROKEN = {ISSUE: base_files()[ISSUE].replace("owner: office", "owner: nobody")}
LEAK = {ISSUE: base_files()[ISSUE].replace("修订会议制度", "同清泉污水处理厂一并修订")}


@pytest.mark.parametrize("forge", ACTIONS)
@pytest.mark.parametrize("below", [".", "整改 台账/a"])
def test_an_honest_change_passes_and_is_summed_up(tmp_path: Path, package: Path, forge: str, below: str) -> None:
    story = Story(tmp_path, HONEST, below).checked_out("refs/pull/1/merge")
    steps = actions(forge, "check", story, "pull_request", package, below)
    assert steps
    assert [(step.name, step.code) for step in steps] == [("install", 0), ("lint", 0), ("review", 0)], steps
    assert (tmp_path / "site/standin.py").exists()
    review = (story.clone / "review.md").read_text("utf-8")
    assert "2026-06-30 → 2026-09-30" in review
    assert "句子" in review
    assert review in (story.summary.read_text("utf-8") if forge == "github" else steps[-1].out)


@pytest.mark.parametrize("forge", ACTIONS)
def test_a_dishonest_change_is_annotated_and_still_summed_up(tmp_path: Path, package: Path, forge: str) -> None:
    story = Story(tmp_path, DISHONEST).checked_out("refs/pull/1/merge")
    steps = actions(forge, "check", story, "pull_request", package)
    assert steps
    assert [(step.name, step.code) for step in steps] == [("install", 0), ("lint", 1), ("review", 0)]
    assert f"::error file={ISSUE},line=9," in steps[1].out
    assert "RL7" in steps[1].out
    assert "2026-06-30 → 2026-12-31" in (story.clone / "review.md").read_text("utf-8")


@pytest.mark.parametrize("forge", ACTIONS)
def test_broken_data_fails_on_a_push_as_well(tmp_path: Path, package: Path, forge: str) -> None:
    story = Story(tmp_path, BROKEN).checked_out("change")
    steps = actions(forge, "check", story, "push", package)
    assert steps
    assert [(step.name, step.code) for step in steps] == [("install", 0), ("lint", 1)]
    assert f"::error file={ISSUE},line=5," in steps[1].out


@pytest.mark.parametrize("forge", ACTIONS)
def test_without_saying_where_from_nothing_is_installed(tmp_path: Path, forge: str) -> None:
    story = Story(tmp_path, HONEST).checked_out("change")
    steps = actions(forge, "check", story, "push", "")
    assert steps
    assert [(step.name, step.code > 0) for step in steps] == [("install", True)]
    assert "RECTLEDGER" in steps[0].out


@pytest.mark.parametrize("forge", ACTIONS)
def test_a_merge_renders_the_notice(tmp_path: Path, package: Path, forge: str) -> None:
    story = Story(tmp_path, HONEST, "a").checked_out("change")
    steps = actions(forge, "notice", story, "push", package, "a")
    assert steps
    assert [(step.name, step.code) for step in steps] == [("install", 0), ("notice", 0)], steps
    assert_published(story.clone / "public")
    assert actions(forge, "notice", story, "pull_request", package, "a") is None


def assert_published(folder: Path) -> None:
    assert "修订会议制度" in (folder / "notice.md").read_text("utf-8")
    assert "修订会议制度" in (folder / "index.html").read_text("utf-8")
    assert zipfile.is_zipfile(folder / "notice.docx")


@pytest.mark.parametrize("forge", ACTIONS)
def test_a_notice_that_leaks_is_not_published(tmp_path: Path, package: Path, forge: str) -> None:
    story = Story(tmp_path, LEAK).checked_out("change")
    steps = actions(forge, "notice", story, "push", package)
    assert steps
    assert [(step.name, step.code) for step in steps] == [("install", 0), ("notice", 1)]
    assert list((story.clone / "public").iterdir()) == []


@pytest.mark.parametrize("forge", ACTIONS)
def test_at_night_the_late_are_listed_and_nobody_fails(tmp_path: Path, package: Path, forge: str) -> None:
    late = {
        ISSUE: base_files()[ISSUE].replace("2026-06-30", "2025-10-31"),
        PARTIES: base_files()[PARTIES] + "- {id: x\n",
    }
    story = Story(tmp_path, late).checked_out("change")
    steps = actions(forge, "late", story, "schedule", package)
    assert steps
    assert [(step.name, step.code) for step in steps] == [("install", 0), ("late", 0)]
    assert "修订会议制度" in (story.summary.read_text("utf-8") if forge == "github" else steps[-1].out)
    assert actions(forge, "late", story, "push", package) is None
    assert actions(forge, "check", story, "schedule", package) is None


def gitlab(job: str, story: Story, package: Path | str, **more: str) -> Step:
    (text,) = ci_file("gitlab", ".").values()
    given = {"RECTLEDGER": str(package), "PIP_TARGET": str(story.clone.parent / "site"), **PIP, **DAY, **more}
    return run_gitlab(text, job, given, story.clone)


def test_gitlab_reports_findings_on_the_merge_request(tmp_path: Path, package: Path) -> None:
    story = Story(tmp_path, DISHONEST).checked_out("change")
    ran = gitlab("lint", story, package, CI_MERGE_REQUEST_DIFF_BASE_SHA=story.fork)
    assert ran.code == 1
    assert f"{ISSUE}:9:" in ran.out
    report: Any = json.loads((story.clone / "gl-code-quality.json").read_text("utf-8"))
    assert [entry["location"]["path"] for entry in report if entry["check_name"].startswith("RL7")] == [ISSUE]


def test_gitlab_passes_and_sums_up_an_honest_change(tmp_path: Path, package: Path) -> None:
    story = Story(tmp_path, HONEST).checked_out("change")
    assert gitlab("lint", story, package, CI_MERGE_REQUEST_DIFF_BASE_SHA=story.fork).code == 0
    assert gitlab("lint", story, package).code == 0
    ran = gitlab("review", story, package, CI_MERGE_REQUEST_DIFF_BASE_SHA=story.fork)
    assert ran.code == 0, ran.out
    assert "2026-06-30 → 2026-09-30" in (story.clone / "review.md").read_text("utf-8")


def test_gitlab_renders_and_publishes(tmp_path: Path, package: Path) -> None:
    story = Story(tmp_path, HONEST).checked_out("change")
    assert gitlab("pages", story, package).code == 1
    assert gitlab("notice", story, package).code == 0
    assert_published(story.clone / "public")
    assert gitlab("pages", story, package).code == 0


def test_gitlab_lists_what_is_late_and_fails_nobody(tmp_path: Path, package: Path) -> None:
    story = Story(tmp_path, {ISSUE: base_files()[ISSUE].replace("2026-06-30", "2025-10-31")}).checked_out("change")
    ran = gitlab("late", story, package)
    assert ran.code == 0
    assert "修订会议制度" in ran.out
    write(story.clone, {ISSUE: "["})
    assert gitlab("late", story, package).code == 0


def composite(story: Story, package: Path, base: str, fail_on: str = "error") -> list[Step]:
    known = {
        "always()": True,
        "inputs.package || github.action_path": package,
        "inputs.folder": ".",
        "inputs.base": base,
        "inputs.base != ''": bool(base),
        "inputs.fail-on": fail_on,
    }
    variables = {
        "GITHUB_STEP_SUMMARY": str(story.summary),
        **PIP,
        "PIP_TARGET": str(story.clone.parent / "site"),
        **DAY,
    }
    text = (REPOSITORY / "action.yml").read_text("utf-8")
    return run_composite(text, Forge(known, variables), story.clone)


def test_the_action_checks_gates_and_sums_up(tmp_path: Path, package: Path) -> None:
    story = Story(tmp_path, DISHONEST).checked_out("refs/pull/1/merge")
    assert [(step.name, step.code) for step in composite(story, package, "")] == [("install", 0), ("lint", 0)]
    ran = composite(story, package, story.base)
    assert [(step.name, step.code) for step in ran] == [("install", 0), ("lint", 1), ("review", 0)]
    assert "2026-06-30 → 2026-12-31" in story.summary.read_text("utf-8")
    assert composite(story, package, story.base, "never")[1].code == 0


@pytest.mark.parametrize("forge", sorted(CI_FILES))
def test_this_repository_uses_what_init_writes(forge: str) -> None:
    ((place, text),) = ci_file(forge, ".", ".").items()
    assert (REPOSITORY / place).read_text("utf-8") == text, f"write ci_file({forge!r}, '.', '.') to {place}"


@pytest.mark.parametrize(
    "place", [*(CI_FILES[forge] for forge in ACTIONS), "action.yml", ".github/workflows/tests.yml"]
)
def test_actions_are_pinned_to_commits(place: str) -> None:
    text = (REPOSITORY / place).read_text("utf-8")
    used = [
        line.split("uses:")[1].split() for line in text.splitlines() if "uses:" in line and not line.startswith("#")
    ]
    assert used
    for name, *comment in used:
        assert len(name.partition("@")[2]) == 40
        assert comment[1].startswith("v")


@pytest.mark.parametrize("place", [*CI_FILES.values(), "action.yml"])
def test_every_shell_step_is_one_that_a_test_runs(place: str) -> None:
    """Jobs and steps that nobody has written a test for fail here."""
    data: Any = yaml.load((REPOSITORY / place).read_text("utf-8"), Loader=yaml.BaseLoader)
    jobs = data.get("jobs") or ({"": data["runs"]} if "runs" in data else None)
    if jobs is None:
        assert {name for name, job in data.items() if isinstance(job, dict) and "script" in job} == {
            "lint",
            "review",
            "notice",
            "pages",
            "late",
        }
        return
    steps = {step["name"] for job in jobs.values() for step in job["steps"] if "run" in step}
    assert steps <= {"install", "lint", "review", "notice", "late"}
