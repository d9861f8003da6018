"""`history`: who brought an event, edited it, took it away; in every kind of repository."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ledgers import ISSUE, base_files
from tests.pasts import commit, commit_index, issue_with, repository
from tests.program import git, run, run_here, write

FIRST = "      - {date: 2025-10-20, event: progress, note: 初稿已成}\n"
SECOND = "      - {date: 2025-10-27, event: progress, note: 已征求意见}\n"
THIRD = "      - {date: 2025-11-03, event: progress, note: 已上会}\n"


def history(root: Path, *more: str, ref: str = "demo-01") -> dict[str, Any]:
    ran = run_here(root, "history", ref, "--format", "json", *more)
    assert ran.code == 0, ran.err
    out: dict[str, Any] = json.loads(ran.out)
    assert out["schema"] == "rectledger.history/1"
    return out


def events(root: Path, *more: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The note of each event with its deeds and who did them."""
    return [
        (event["record"]["note"], [(act["deed"], (act["commit"] or {}).get("author", "")) for act in event["acts"]])
        for event in history(root, *more)["events"]
    ]


def test_each_event_has_the_commit_that_brought_it(tmp_path: Path) -> None:
    root = repository(tmp_path)
    name = commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28", "补记进展")
    first, second = history(root)["events"]
    assert [act["commit"]["author"] for act in first["acts"]] == ["登记员"]
    assert second == {
        "measure": "rules",
        "gone": False,
        "acts": [
            {
                "deed": "added",
                "commit": {
                    "name": name,
                    "author": "王五",
                    "email": "who@example.org",
                    "written": "2025-10-28T12:00:00+08:00",
                    "committed": "2025-10-28T12:00:00+08:00",
                    "subject": "补记进展",
                    "edge": False,
                },
            }
        ],
        "record": {"date": "2025-10-27", "event": "progress", "note": "已征求意见", "evidence": [], "counts": 0},
    }


def test_the_text_says_who_and_when_and_how_late(tmp_path: Path) -> None:
    root = repository(tmp_path)
    name = commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-30", "补记进展")
    ran = run_here(root, "history", "1")
    assert ran.code == 0
    assert f"  2025-10-27 进展  已征求意见\n    记下 2025-10-30 王五  {name[:8]}  （晚 3 天记）  补记进展\n" in ran.out
    english = run_here(root, "--lang", "en", "history", "1")
    assert f"recorded 2025-10-30 王五  {name[:8]}  (recorded 3 days later)" in english.out


def test_edits_removals_and_their_undoing_are_told(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28")
    commit(root, issue_with(root, "初稿已成", "二稿已成"), "李四", "2025-10-29")
    commit(root, issue_with(root, "2025-10-20", "2025-10-18"), "赵六", "2025-10-30")
    removed = commit(root, issue_with(root, SECOND, ""), "钱七", "2025-10-31")
    first = ("二稿已成", [("added", "登记员"), ("edited", "李四"), ("edited", "赵六")])
    second = [("added", "王五"), ("removed", "钱七")]
    assert events(root) == [first, ("已征求意见", second)]
    assert [event["gone"] for event in history(root)["events"]] == [False, True]
    git(root, "revert", "--no-commit", removed)
    commit_index(root, "孙八", "2025-11-01")
    assert events(root) == [first, ("已征求意见", [*second, ("restored", "孙八")])]


def test_a_commit_that_broke_the_file_took_nothing_away(tmp_path: Path) -> None:
    root = repository(tmp_path)
    whole = (root / ISSUE).read_text("utf-8")
    commit(root, {ISSUE: whole + "measures: [\n"}, "王五", "2025-10-28")
    commit(root, {ISSUE: whole.replace(FIRST, FIRST + SECOND)}, "李四", "2025-10-29")
    assert events(root) == [("初稿已成", [("added", "登记员")]), ("已征求意见", [("added", "李四")])]


def test_a_file_is_followed_by_its_id(tmp_path: Path) -> None:
    files = base_files()
    text = files.pop(ISSUE)
    root = repository(tmp_path, {**files, "issues/demo/first.yaml": text})
    git(root, "mv", "issues/demo/first.yaml", "issues/demo/second.yaml")
    commit_index(root, "王五", "2025-10-26")
    git(root, "mv", "issues/demo/second.yaml", ISSUE)
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "李四", "2025-10-28")
    assert events(root) == [("初稿已成", [("added", "登记员")]), ("已征求意见", [("added", "李四")])]
    assert history(root)["former"] == ["issues/demo/second.yaml", "issues/demo/first.yaml"]
    assert history(root, ref="1")["former"] == ["issues/demo/second.yaml", "issues/demo/first.yaml"]


def branches(root: Path) -> None:
    """王五 records on a branch, 李四 on the other; nothing is merged yet."""
    git(root, "checkout", "-q", "-b", "side")
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28")
    git(root, "checkout", "-q", "-")
    commit(root, issue_with(root, FIRST, FIRST + THIRD), "李四", "2025-11-04")


def merge(root: Path, text: str) -> None:
    """Merge the other branch with this as the result."""
    git(root, "merge", "-q", "--no-commit", "-X", "ours", "side")
    write(root, {ISSUE: text})
    git(root, "add", "-A")
    commit_index(root, "合并人", "2025-11-05", "合并")


def test_a_merge_takes_no_credit(tmp_path: Path) -> None:
    root = repository(tmp_path)
    branches(root)
    merge(root, base_files()[ISSUE].replace(FIRST, FIRST + SECOND + THIRD))
    assert events(root) == [
        ("初稿已成", [("added", "登记员")]),
        ("已征求意见", [("added", "王五")]),
        ("已上会", [("added", "李四")]),
    ]


def test_what_a_merge_adds_or_loses_is_told(tmp_path: Path) -> None:
    root = repository(tmp_path)
    branches(root)
    merge(root, base_files()[ISSUE].replace(FIRST, FIRST.replace("10-20", "10-13") + FIRST + THIRD))
    assert events(root) == [
        ("初稿已成", [("added", "合并人")]),
        ("初稿已成", [("added", "登记员")]),
        ("已征求意见", [("added", "王五"), ("lost", "")]),
        ("已上会", [("added", "李四")]),
    ]


def test_what_two_branches_bring_alike_is_one_event(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "checkout", "-q", "-b", "side")
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28")
    git(root, "checkout", "-q", "-")
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "李四", "2025-10-29")
    git(root, "merge", "-q", "side", "-m", "合并")
    assert [note for note, _ in events(root)] == ["初稿已成", "已征求意见"]


def test_what_is_not_committed_is_said_to_be(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, issue_with(root, FIRST, FIRST.replace("初稿", "二稿") + SECOND))
    assert events(root) == [
        ("二稿已成", [("added", "登记员"), ("edited", "")]),
        ("已征求意见", [("added", "")]),
    ]
    ran = run_here(root, "history", "demo-01")
    assert "有 2 个事件尚未提交\n" in ran.out
    assert "    记下 尚未提交\n" in ran.out
    assert events(root, "--at", "HEAD") == [("初稿已成", [("added", "登记员")])]


def test_a_new_file_that_is_not_committed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    other = ISSUE.replace("01", "02")
    write(root, {other: base_files()[ISSUE].replace("demo-01", "demo-02")})
    assert [act["commit"] for act in history(root, ref="demo-02")["events"][0]["acts"]] == [None]


def test_a_shallow_clone_says_that_older_history_is_missing(tmp_path: Path) -> None:
    root = repository(tmp_path / "whole")
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28")
    commit(root, issue_with(root, SECOND, SECOND + THIRD), "李四", "2025-11-04")
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{root}", "shallow")
    ran = run("history", "demo-01", folder=tmp_path / "shallow")
    assert ran.code == 0
    assert "浅克隆" in ran.err
    assert "git fetch --unshallow" in ran.err
    assert "2025-10-28 王五" in ran.out
    assert "（或更早）" in ran.out
    found = json.loads(run("history", "demo-01", "--format", "json", folder=tmp_path / "shallow").out)
    assert found["complete"] is False
    assert [event["acts"][0]["commit"]["edge"] for event in found["events"]] == [True, True, False]


def test_a_detached_head_is_as_good_as_a_branch(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28")
    git(root, "checkout", "-q", "--detach", "HEAD~1")
    assert [note for note, _ in events(root)] == ["初稿已成"]


def test_a_ledger_in_a_subfolder_and_in_a_submodule(tmp_path: Path) -> None:
    inner = repository(tmp_path / "inner")
    outer = repository(tmp_path / "outer", {f"units/a/{path}": text for path, text in base_files().items()})
    assert [note for note, _ in events(outer / "units/a")] == ["初稿已成"]
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sub")
    git(outer, "update-index", "--add", "--cacheinfo", f"160000,{git(inner, 'rev-parse', 'HEAD').strip()},{GITLINK}")
    commit_index(outer, "王五", "2025-10-28")
    assert [note for note, _ in events(outer / "units/a")] == ["初稿已成"]
    assert [note for note, _ in events(outer / "sub")] == ["初稿已成"]


GITLINK = "units/a/issues/demo/demo-02.yaml"
COMMANDS = [("history", "demo-01"), ("slippage",)]


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_repository_there_is_no_past(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = write(tmp_path, base_files())
    ran = run(*command, folder=root, more={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert (ran.code, ran.out) == (2, "")
    assert f"{root} 不在 git 仓库里" in ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_without_git_there_is_no_past(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(*command, folder=repository(tmp_path), more={"PATH": str(tmp_path)})
    assert (ran.code, ran.out) == (2, "")
    assert "没有找到 git" in ran.err


@pytest.mark.parametrize("command", [*COMMANDS, ("status", "--at", "HEAD")])
def test_without_commits_there_is_no_past(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = write(tmp_path, base_files())
    git(root, "init", "-q")
    ran = run(*command, folder=root)
    assert (ran.code, ran.out) == (2, "")
    assert "仓库还没有提交" in ran.err


@pytest.mark.parametrize("command", [*COMMANDS, ("status", "--at", "HEAD")])
def test_a_repository_of_somebody_else_is_refused_with_the_way_out(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = repository(tmp_path)
    ran = run(*command, folder=root, more={"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    assert (ran.code, ran.out) == (2, "")
    assert f"git config --global --add safe.directory {root}" in ran.err


@pytest.mark.parametrize("command", [*COMMANDS, ("status",)])
def test_a_revision_that_is_none_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = repository(tmp_path)
    for revision in ("-x", "--output=stolen", "--all", "nowhere", "HEAD~99", "", "HEAD:ledger"):
        ran = run_here(root, *command, f"--at={revision}")
        assert (ran.code, ran.out) == (2, "")
        assert f"没有“{revision}”这个版本" in ran.err
    assert not (root / "stolen").exists()


def test_a_branch_named_like_an_option_is_reached_by_its_full_name(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "update-ref", "refs/heads/--all", "HEAD")
    assert run_here(root, "history", "demo-01", "--at", "--all").code == 2
    assert [note for note, _ in events(root, "--at", "refs/heads/--all")] == ["初稿已成"]


def test_an_unknown_reference_names_near_ones(tmp_path: Path) -> None:
    ran = run_here(repository(tmp_path), "history", "demo-1")
    assert ran.code == 2
    assert "demo-01" in ran.err


def test_settings_of_git_change_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, FIRST, FIRST + SECOND), "王五", "2025-10-28")
    expected = history(root)
    for name, value in [
        ("log.showRoot", "false"),
        ("log.follow", "true"),
        ("log.date", "relative"),
        ("diff.renames", "copies"),
        ("diff.external", "false"),
        ("core.quotePath", "true"),
        ("i18n.logOutputEncoding", "GBK"),
        ("color.ui", "always"),
        ("core.abbrev", "4"),
        ("format.pretty", "oneline"),
    ]:
        git(root, "config", name, value)
    assert history(root) == expected


def test_hooks_and_filters_of_the_repository_are_not_run(tmp_path: Path) -> None:
    root = repository(tmp_path)
    mark = tmp_path / "ran"
    git(root, "config", "core.fsmonitor", f"touch {mark}; false")
    git(root, "config", "diff.external", f"touch {mark}")
    write(root, issue_with(root, FIRST, FIRST + SECOND))
    assert len(events(root)) == 2
    assert not mark.exists()


def test_status_tells_what_was_known_at_a_revision_judged_on_a_day(tmp_path: Path) -> None:
    root = repository(tmp_path)
    done = "      - {date: 2025-10-24, event: completed, extent: full}\n"
    commit(root, issue_with(root, FIRST, FIRST + done), "王五", "2025-11-03")

    def states(*asked: str) -> dict[str, int]:
        picture = json.loads(run_here(root, "status", "--format", "json", *asked).out)
        return picture["inspections"][0]["states"]["measures"]  # type: ignore[no-any-return]

    assert states("--as-of", "2025-10-31")["complete"] == 1
    assert states("--as-of", "2025-10-31", "--at", "HEAD~1")["in-progress"] == 1
    assert states("--as-of", "2025-10-19", "--at", "HEAD~1")["not-started"] == 1
