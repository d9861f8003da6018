"""A new ledger: in an empty folder, in a repository that is there, never over anything."""

import json
import os
import sys
from pathlib import Path

import pytest
import yaml

from rectledger.cli.choices import Forge, Profile
from tests.program import git, run_here, write

DAY = ("--as-of", "2026-03-02")


def init(folder: Path, *words: str) -> tuple[int, list[str], str]:
    ran = run_here(folder, "init", *DAY, *words)
    return ran.code, ran.out.splitlines(), ran.err


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {".git", ".rectledger"} & set(path.relative_to(root).parts)
    }


@pytest.mark.parametrize("profile", list(Profile))
def test_a_new_ledger_has_no_error_and_no_warning(tmp_path: Path, profile: Profile) -> None:
    code, written, said = init(tmp_path, "--profile", profile, "--unit", "示例县某局")
    assert code == 0
    assert "接下来" in said
    assert set(written) == set(contents(tmp_path))
    for command in (("lint", "--fail-on", "warning"), ("status",), ("doctor",), ("fmt",), ("render",)):
        assert run_here(tmp_path, *command, *(DAY if command != ("fmt",) else ())).code == 0, command
    settings = yaml.safe_load((tmp_path / "ledger/ledger.yaml").read_text(encoding="utf-8"))
    (inspection,) = (tmp_path / "ledger/inspections").glob("*.yaml")
    found = yaml.safe_load(inspection.read_text(encoding="utf-8"))
    assert (found["id"], found["source"]) == (settings["current"], profile)
    assert str(found["feedback"]) == "2026-03-02"
    assert "ledger/calendars/cn-2026.yaml" in written


def test_the_clock_is_that_of_the_kind_of_inspection(tmp_path: Path) -> None:
    clocks = {}
    for profile in Profile:
        init(tmp_path / profile, "--profile", profile, "--unit", "示例局")
        (file,) = (tmp_path / profile / "ledger/inspections").glob("*.yaml")
        clocks[profile] = yaml.safe_load(file.read_text(encoding="utf-8"))["clock"]
    assert clocks[Profile.ENVIRONMENTAL]["plan"] == {"due": "feedback+30wd"}
    assert clocks[Profile.PARTY_INSPECTION]["plan"] == {"due": "feedback+15wd"}
    assert len({json.dumps(clock, sort_keys=True) for clock in clocks.values()}) >= 3


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    mine = {".gitignore": "我的\n", "ledger/parties.yaml": "[]\n", "templates/notice.md.j2": "# 我的模板\n"}
    write(tmp_path, mine)
    code, written, said = init(tmp_path, "--unit", "示例局")
    assert code == 0
    for path, text in mine.items():
        assert (tmp_path / path).read_text(encoding="utf-8") == text
        assert path not in written
        assert path in said


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    init(tmp_path, "--unit", "示例局", "--ci", "github", "--hooks")
    before = contents(tmp_path)
    code, written, _ = init(tmp_path, "--unit", "另一局", "--profile", "audit", "--ci", "github", "--hooks")
    assert (code, written) == (0, [])
    assert contents(tmp_path) == before


def test_a_dry_run_shows_the_files_and_makes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"新台账/.gitignore": "我的\n"})
    code, shown, said = init(tmp_path, "新台账", "--unit", "示例局", "--ci", "gitlab", "--dry-run")
    assert code == 0
    assert {"+++ b/ledger/ledger.yaml", "+++ b/.gitlab-ci.yml"} <= set(shown)
    assert ".gitignore" in said
    assert contents(tmp_path) == {"新台账/.gitignore": "我的\n".encode()}
    assert not (tmp_path / "新台账/.git").exists()
    assert init(tmp_path, "没有的", "--unit", "示例局", "--dry-run")[0] == 0
    assert not (tmp_path / "没有的").exists()


def test_a_link_that_leads_nowhere_is_left(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").symlink_to("gone")
    code, written, said = init(tmp_path, "--unit", "示例局")
    assert (code, ".gitignore" in written, ".gitignore" in said) == (0, False, True)
    assert (tmp_path / ".gitignore").readlink() == Path("gone")


def test_a_repository_is_made_where_there_is_none_and_git_knows_the_program(tmp_path: Path) -> None:
    init(tmp_path / "新 台账", "--unit", "示例局")
    assert git(tmp_path / "新 台账", "rev-parse", "--show-prefix").strip() == ""
    assert "merge-driver" in git(tmp_path / "新 台账", "config", "merge.rectledger.driver")
    assert "--textconv" in git(tmp_path / "新 台账", "config", "diff.rectledger.textconv")


@pytest.mark.parametrize(
    ("forge", "file"),
    [
        (Forge.GITHUB, ".github/workflows/rectledger.yml"),
        (Forge.GITLAB, ".gitlab-ci.yml"),
        (Forge.GITEA, ".gitea/workflows/rectledger.yml"),
    ],
)
def test_ci_stands_at_the_top_of_a_repository_that_is_there(tmp_path: Path, forge: Forge, file: str) -> None:
    git(tmp_path, "init", "-q")
    code, written, _ = init(tmp_path / "整改", "--unit", "示例局", "--ci", forge)
    assert code == 0
    assert file in written
    assert yaml.safe_load((tmp_path / file).read_text(encoding="utf-8"))
    assert not (tmp_path / "整改/.git").exists()


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = run_here(tmp_path, "init", "file/below", "--unit", "示例局")
    assert ran.code == 2
    assert "file" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("permissions do not bind this user")
    tmp_path.chmod(0o500)
    assert run_here(tmp_path, "init", "--unit", "示例局").code == 2
