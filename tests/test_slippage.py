"""`slippage`: every deadline that was moved, by whom, with or without approval."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from bench.history import build
from rectledger.cli.remembering import Past
from rectledger.cli.session import Session
from rectledger.facts.slips import slips
from rectledger.source.insertion import moves_no_deadline
from rectledger.source.tree import WorkTree
from tests.ledgers import INSPECTION, ISSUE, base_files
from tests.pasts import commit, issue_with, repository
from tests.program import git, run_here, write

DUE = "    due: 2026-06-30\n"
EVENT = "      - {date: 2025-10-20, event: progress, note: 初稿已成}\n"
EXTENDED = "      - {date: 2025-10-27, event: extended, until: 2026-09-30, reason: 等上级办法, approved_by: lead}\n"
OF_ISSUE = (
    "events:\n  - {date: 2025-11-03, event: extended, until: 2026-12-31, reason: 一并顺延, approved_by: deputy}\n"
)


def slippage(root: Path, *more: str) -> dict[str, Any]:
    ran = run_here(root, "slippage", "--format", "json", *more)
    assert ran.code == 0, ran.err
    out: dict[str, Any] = json.loads(ran.out)
    assert out["schema"] == "rectledger.slippage/1"
    return out


def moves(root: Path, *more: str) -> list[tuple[Any, ...]]:
    """Each movement: what, why, from, to, days, approved by, by whom."""
    keys = ("ref", "cause", "before", "after", "days", "approved_by")
    return [
        (*(item[key] for key in keys), (item["commit"] or {}).get("author")) for item in slippage(root, *more)["items"]
    ]


def test_an_extension_is_a_movement_with_approval(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, EVENT, EVENT + EXTENDED), "王五", "2025-10-28")
    found = slippage(root)
    assert moves(root) == [("demo-01/rules", "extended", "2026-06-30", "2026-09-30", 92, "lead", "王五")]
    assert (found["items"][0]["decided"], found["items"][0]["reason"]) == ("2025-10-27", "等上级办法")
    assert found["summary"] == {"moves": 1, "unapproved": 0, "days": 92}
    assert found["complete"] is True


def test_a_second_extension_counts_from_the_first(tmp_path: Path) -> None:
    root = repository(tmp_path)
    second = EXTENDED.replace("10-27", "11-03").replace("09-30", "12-31")
    commit(root, issue_with(root, EVENT, EVENT + EXTENDED + second), "王五", "2025-11-04")
    assert [move[2:5] for move in moves(root)] == [("2026-06-30", "2026-09-30", 92), ("2026-09-30", "2026-12-31", 92)]


def test_a_field_that_was_edited_is_a_movement_without_approval(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, DUE, DUE.replace("06-30", "12-31")), "王五", "2025-10-28", "文字调整")
    assert moves(root) == [("demo-01/rules", "due", "2026-06-30", "2026-12-31", 184, None, "王五")]
    text = run_here(root, "slippage").out
    assert "时限动过 1 次，其中无批准 1 次，共 +184 天" in text
    assert "demo-01/rules  2026-06-30 → 2026-12-31  +184 天  改动措施的 due" in text
    assert "文字调整" in text


def test_another_spelling_of_the_same_day_is_none(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, DUE, "    due: 2026-06\n"), "王五", "2025-10-28")
    assert moves(root) == []


def test_a_measure_that_loses_or_gains_a_date_of_its_own(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, DUE, ""), "王五", "2025-10-28")
    commit(
        root,
        issue_with(root, "    events:\n", "    due: '待批: 编制'\n    events:\n".replace("待批", "pending")),
        "李四",
        "2025-10-29",
    )
    assert moves(root) == [
        ("demo-01/rules", "due", "2026-06-30", "2025-04-17", -439, None, "王五"),
        ("demo-01/rules", "due", "2025-04-17", None, None, None, "李四"),
    ]


def test_the_issues_date_moves_what_inherits_it(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, "measures:", "due: 2025-12-31\nmeasures:"), "王五", "2025-10-28")
    assert moves(root) == []
    commit(root, issue_with(root, DUE, ""), "王五", "2025-10-29")
    commit(root, issue_with(root, "due: 2025-12-31", "due: feedback+12m"), "李四", "2025-10-30")
    assert moves(root) == [
        ("demo-01/rules", "due", "2026-06-30", "2025-12-31", -181, None, "王五"),
        ("demo-01", "issue-due", "2025-12-31", "2026-01-17", 17, None, "李四"),
    ]
    item = slippage(root)["items"][1]
    assert (item["wrote_before"], item["wrote_after"]) == ("2025-12-31", "feedback+12m")


def test_an_extension_of_the_issue_moves_its_open_measures(tmp_path: Path) -> None:
    root = repository(tmp_path)
    done = (
        "  - {id: done, text: 已办结, due: 2025-03-31, events: [{date: 2025-03-01, event: completed, extent: full}]}\n"
    )
    commit(root, issue_with(root, "measures:\n", "measures:\n" + done), "王五", "2025-10-28")
    text = (root / ISSUE).read_text("utf-8")
    commit(root, {ISSUE: text + OF_ISSUE}, "李四", "2025-11-04")
    assert moves(root) == [("demo-01", "extended", "2026-06-30", "2026-12-31", 184, "deputy", "李四")]


def test_an_extension_that_is_edited_or_removed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, EVENT, EVENT + EXTENDED), "王五", "2025-10-28")
    commit(root, issue_with(root, "until: 2026-09-30", "until: 2027-09-30"), "赵六", "2025-10-29")
    commit(root, issue_with(root, EXTENDED.replace("2026-09-30", "2027-09-30"), ""), "钱七", "2025-10-30")
    assert moves(root)[1:] == [
        ("demo-01/rules", "extension-edited", "2026-09-30", "2027-09-30", 365, None, "赵六"),
        ("demo-01/rules", "extension-removed", "2027-09-30", "2026-06-30", -457, None, "钱七"),
    ]


def test_the_clock_and_the_feedback_day(tmp_path: Path) -> None:
    root = repository(tmp_path)
    text = base_files()[INSPECTION]
    commit(root, {INSPECTION: text.replace("due: feedback+3m", "due: feedback+6m")}, "王五", "2025-10-28")
    commit(root, {INSPECTION: text.replace("2025-01-17", "2025-02-17")}, "李四", "2025-10-29")
    assert moves(root) == [
        ("demo clock.concentrated", "clock", "2025-04-17", "2025-07-17", 91, None, "王五"),
        ("demo feedback", "feedback", "2025-01-17", "2025-02-17", 31, None, "李四"),
        ("demo clock.concentrated", "clock", "2025-08-17", "2025-05-17", -92, None, "李四"),
    ]


def test_a_merge_moves_nothing_that_a_branch_has_moved(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "checkout", "-q", "-b", "side")
    commit(root, issue_with(root, DUE, DUE.replace("06-30", "12-31")), "王五", "2025-10-28")
    git(root, "checkout", "-q", "-")
    commit(root, issue_with(root, EVENT, EVENT + EXTENDED), "李四", "2025-10-29")
    git(root, "merge", "-q", "side", "-m", "合并")
    assert sorted(moves(root)) == [
        ("demo-01/rules", "due", "2026-06-30", "2026-12-31", 184, None, "王五"),
        ("demo-01/rules", "extended", "2026-06-30", "2026-09-30", 92, "lead", "李四"),
    ]


def test_renamed_and_deleted_issues_are_not_forgotten(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "mv", ISSUE, "issues/demo/other.yaml")
    moved = (root / "issues/demo/other.yaml").read_text("utf-8").replace(DUE, DUE.replace("06-30", "12-31"))
    commit(root, {"issues/demo/other.yaml": moved}, "王五", "2025-10-28")
    git(root, "rm", "-q", "issues/demo/other.yaml")
    commit(root, {}, "李四", "2025-10-29")
    assert [move[:5] for move in moves(root)] == [("demo-01/rules", "due", "2026-06-30", "2026-12-31", 184)]


def test_what_is_not_committed_and_what_was_known_at_a_revision(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, issue_with(root, DUE, DUE.replace("06-30", "12-31")))
    assert moves(root) == [("demo-01/rules", "due", "2026-06-30", "2026-12-31", 184, None, None)]
    assert "尚未提交" in run_here(root, "slippage").out
    assert moves(root, "--at", "HEAD") == []


def test_a_shallow_clone_says_that_its_list_is_not_whole(tmp_path: Path) -> None:
    root = repository(tmp_path / "whole")
    commit(root, issue_with(root, DUE, DUE.replace("06-30", "12-31")), "王五", "2025-10-28")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "shallow")
    assert slippage(tmp_path / "shallow") == {
        "schema": "rectledger.slippage/1",
        "complete": False,
        "items": [],
        "summary": {"moves": 0, "unapproved": 0, "days": 0},
    }
    assert "浅克隆" in run_here(tmp_path / "shallow", "slippage").err


def test_tables(tmp_path: Path) -> None:
    root = repository(tmp_path)
    name = commit(root, issue_with(root, DUE, DUE.replace("06-30", "12-31")), "=王|五", "2025-10-28")
    rows = list(csv.DictReader(io.StringIO(run_here(root, "slippage", "--format", "csv").out)))
    assert rows == [
        {
            "ref": "demo-01/rules",
            "title": "会议记录不规范",
            "from": "2026-06-30",
            "to": "2026-12-31",
            "days": "184",
            "why": "改动措施的 due",
            "approved_by": "",
            "author": "'=王|五",
            "committed": "2025-10-28",
            "commit": name[:8],
        }
    ]
    lines = run_here(root, "slippage", "--format", "md").out.splitlines()
    assert lines[0] == "| 对象 | 问题 | 原时限 | 新时限 | 天数 | 原因 | 批准人 | 提交人 | 提交日 | 提交 |"
    assert "=王\\|五" in lines[2]


INSERTED = [
    ("      - date: 2025-10-27\n        event: progress\n        note: 推进\n", True),
    ("      - {date: 2025-10-27, event: progress, note: 推进}\n", True),
    ("      - {date: 2025-10-27, event: completed, extent: full}\n" * 2, True),
    (EXTENDED, False),
    ("      - date: 2025-10-27\n        event: extended\n        until: 2027-01-31\n", False),
    ("      - date: 2025-10-27\n        event: progress\n        note: |\n          推进\n", False),
    ('      - date: 2025-10-27\n        event: progress\n        note: "推进\n', False),
    ("    due: 2027-01-31\n", False),
    ("      - date: 2025-10-27\n        event: progress\n        note: 推进\n    due: 2027-01-31\n", False),
]


@pytest.mark.parametrize(("inserted", "passed"), INSERTED)
def test_only_what_certainly_moves_nothing_is_passed_over(inserted: str, passed: bool) -> None:
    before = base_files()[ISSUE]
    assert moves_no_deadline(before.encode(), before.replace(EVENT, EVENT + inserted).encode()) is passed
    assert not moves_no_deadline(before.replace(EVENT, EVENT + inserted).encode(), before.encode())


def test_a_new_file_is_passed_over_where_it_names_no_extension() -> None:
    before = base_files()[ISSUE]
    assert moves_no_deadline(None, before.encode())
    assert not moves_no_deadline(None, before.replace(EVENT, EVENT + EXTENDED).encode())
    assert not moves_no_deadline(None, before.replace("progress", '"\\x65xtended"').encode())


def test_what_was_passed_over_changes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "ledger"
    root.mkdir()
    build(root, 12, int(os.environ.get("RECTLEDGER_COMMITS", "120")))
    session = Session(root, WorkTree(root), None, None)
    past = Past(session, session.tree)
    log = past.commits("issues", "ledger")
    found = [list(slips(past.versions(log, every=every), session.ledger.working_days)) for every in (True, False)]
    assert len(found[0]) > 20
    assert found[0] == found[1]


def test_a_version_that_was_passed_over_and_cannot_be_read(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, issue_with(root, EVENT, EVENT + EXTENDED), "王五", "2025-10-28")
    torn = "      - date: 2025-10-30\n        event: completed\n        extent: half\n"
    commit(root, issue_with(root, EXTENDED, EXTENDED + torn), "李四", "2025-10-30")
    commit(root, issue_with(root, "extent: half", "extent: full"), "李四", "2025-10-31")
    assert [move[6] for move in moves(root)] == ["王五"]
