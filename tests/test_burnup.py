"""`burnup`: states over time, as recorded now and as the ledger then had them."""

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rectledger.facts.assess import assess
from rectledger.facts.burnup import Stay, counts_on, sample_days
from rectledger.model.issue import Issue
from rectledger.model.ledger import Filed
from tests.ledgers import ISSUE, base_files, loaded
from tests.pasts import commit, issue_with, repository
from tests.program import git, run, run_here, write
from tests.records import issues

EVENT = "      - {date: 2025-10-20, event: progress, note: 初稿已成}\n"
DONE = "      - {date: 2025-10-24, event: completed, extent: full}\n"
AS_OF = ("--as-of", "2025-11-05")
SECOND = ISSUE.replace("01", "02")


def points(root: Path, *more: str, last: int = 3) -> list[dict[str, Any]]:
    return found(root, *more)["inspections"][0]["points"][-last:]  # type: ignore[no-any-return]


def found(root: Path, *more: str) -> dict[str, Any]:
    ran = run_here(root, "burnup", *AS_OF, "--format", "json", *more)
    assert ran.code == 0, ran.err
    out: dict[str, Any] = json.loads(ran.out)
    assert out["schema"] == "rectledger.burnup/1"
    return out


def story(root: Path) -> Path:
    """Done on 10-24, and written down on 11-03; a second issue from 10-01 to 10-30."""
    repository(root)
    commit(root, {SECOND: base_files()[ISSUE].replace("demo-01", "demo-02")}, "王五", "2025-10-01")
    git(root, "rm", "-q", SECOND)
    commit(root, {}, "李四", "2025-10-30", "不列")
    commit(root, issue_with(root, EVENT, EVENT + DONE), "王五", "2025-11-03")
    return root


def test_what_was_done_and_what_was_known(tmp_path: Path) -> None:
    assert points(story(tmp_path)) == [
        {
            "day": "2025-09-30",
            "recorded": {"issues": {"not-started": 1}, "measures": {"not-started": 1}},
            "known": {"issues": {"not-started": 1}, "measures": {"not-started": 1}},
        },
        {
            "day": "2025-10-31",
            "recorded": {"issues": {"complete": 1}, "measures": {"complete": 1}},
            "known": {"issues": {"in-progress": 1}, "measures": {"in-progress": 1}},
        },
        {
            "day": "2025-11-05",
            "recorded": {"issues": {"complete": 1}, "measures": {"complete": 1}},
            "known": {"issues": {"complete": 1}, "measures": {"complete": 1}},
        },
    ]


def test_a_deleted_issue_is_named_with_who_deleted_it(tmp_path: Path) -> None:
    root = story(tmp_path)
    (gone,) = found(root)["inspections"][0]["deleted"]
    assert (gone["issue"], gone["file"]) == ("demo-02", SECOND)
    assert (gone["commit"]["author"], gone["commit"]["subject"]) == ("李四", "不列")
    assert f"台账里删去的问题：demo-02（{SECOND}）\n    2025-10-30 李四" in run_here(root, "burnup", *AS_OF).out
    before = json.loads(run_here(root, "burnup", "--as-of", "2025-10-29", "--format", "json").out)
    assert before["inspections"][0]["deleted"] == []
    assert before["inspections"][0]["points"][-1]["known"]["measures"] == {"in-progress": 2}


def test_an_issue_that_moved_is_not_deleted(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "mv", ISSUE, "issues/demo/moved.yaml")
    commit(root, {}, "王五", "2025-10-01")
    assert found(root)["inspections"][0]["deleted"] == []
    assert [point["known"]["measures"] for point in points(root)] == [
        {"not-started": 1},
        {"in-progress": 1},
        {"in-progress": 1},
    ]


def test_a_merge_counts_when_it_comes_to_the_branch(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "checkout", "-q", "-b", "side")
    commit(root, issue_with(root, EVENT, EVENT + DONE), "王五", "2025-10-25")
    git(root, "checkout", "-q", "-")
    git(root, "merge", "-q", "--no-ff", "--no-commit", "side")
    commit(root, {}, "李四", "2025-11-04", "合并")
    assert [point["known"]["measures"] for point in points(root, last=2)] == [{"in-progress": 1}, {"complete": 1}]


def test_what_could_not_be_read_was_still_known(tmp_path: Path) -> None:
    root = repository(tmp_path)
    whole = (root / ISSUE).read_text("utf-8")
    commit(root, {ISSUE: whole + "measures: [\n"}, "王五", "2025-10-28")
    commit(root, {ISSUE: whole}, "李四", "2025-11-03")
    assert [point["known"]["measures"] for point in points(root, last=2)] == [{"in-progress": 1}] * 2


@pytest.mark.parametrize("with_repository", [False, True])
def test_without_commits_the_events_alone_make_the_picture(tmp_path: Path, with_repository: bool) -> None:
    root = write(tmp_path, base_files())
    if with_repository:
        git(root, "init", "-q")
    ran = run("burnup", *AS_OF, folder=root, more={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "2025-11-05 [----------------------------]          0/1          0/1"
    assert ("还没有提交" if with_repository else "不在 git 仓库里") in ran.err


def test_a_repository_of_somebody_else_is_refused(tmp_path: Path) -> None:
    ran = run("burnup", folder=repository(tmp_path), more={"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    assert (ran.code, ran.out) == (2, "")
    assert "safe.directory" in ran.err


def test_a_shallow_clone_says_that_it_knows_less(tmp_path: Path) -> None:
    root = story(tmp_path / "whole")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "shallow")
    assert found(tmp_path / "shallow")["complete"] is False
    assert "浅克隆" in run_here(tmp_path / "shallow", "burnup", *AS_OF).err


def test_up_to_a_revision(tmp_path: Path) -> None:
    root = story(tmp_path)
    assert [point["recorded"]["measures"] for point in points(root, "--at", "HEAD~1")] == [
        {"not-started": 1},
        {"in-progress": 1},
        {"in-progress": 1},
    ]


def test_the_text_is_aligned(tmp_path: Path) -> None:
    lines = run_here(story(tmp_path), "burnup", *AS_OF).out.splitlines()
    assert lines[2] == "日期                                         完成/措施    销号/问题     当时完成"
    assert lines[-3] == "2025-11-05 [############################]          1/1          0/1          1/1"


def test_csv_has_a_row_for_each_day_basis_and_level(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run_here(story(tmp_path), "burnup", *AS_OF, "--format", "csv").out)))
    assert len(rows) == 4 * 11
    last = rows[-1]
    assert (last["day"], last["basis"], last["level"]) == ("2025-11-05", "known", "measures")
    assert (last["complete"], last["closed"], last["total"]) == ("1", "0", "1")


def test_markdown_holds_a_drawing_that_needs_no_script(tmp_path: Path) -> None:
    root = story(tmp_path)
    inspection = "ledger/inspections/demo.yaml"
    write(root, {inspection: base_files()[inspection].replace("title: 专项巡察", 'title: "<script>&\\"巡察"')})
    text = run_here(root, "burnup", *AS_OF, "--format", "md").out
    (drawing,) = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert "\n\n" not in drawing
    svg = ET.fromstring(drawing)
    assert svg.get("role") == "img"
    assert [child.tag.rpartition("}")[2] for child in svg][:2] == ["title", "desc"]
    assert svg[0].text == '<script>&"巡察（demo），截至 2025-11-05'
    assert svg[1].text == "2025-01-31：措施 1 条，完成 0 条。 2025-11-05：措施 1 条，完成 1 条。"
    assert {child.tag.rpartition("}")[2] for child in svg.iter()} <= {
        "svg", "title", "desc", "g", "path", "text", "polygon", "polyline", "rect",
    }  # fmt: skip
    assert "| 2025-11-05 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0/1 | 1/1 |" in text


def test_half_a_year_is_weeks_and_more_is_months() -> None:
    assert sample_days(date(2025, 1, 17), date(2025, 2, 1)) == [date(2025, 1, 18), date(2025, 1, 25), date(2025, 2, 1)]
    assert len(sample_days(date(2025, 1, 17), date(2025, 7, 18))) == 27
    assert sample_days(date(2025, 1, 17), date(2025, 8, 31))[:2] == [date(2025, 1, 31), date(2025, 2, 28)]
    assert sample_days(date(2025, 1, 17), date(2025, 8, 31))[-2:] == [date(2025, 7, 31), date(2025, 8, 31)]
    assert sample_days(date(2025, 1, 17), date(2024, 1, 1)) == [date(2024, 1, 1)]
    assert sample_days(date(2025, 1, 17), date.max)[-1] == date.max


@given(st.lists(issues(), min_size=1, max_size=3), st.lists(st.dates(date(2024, 9, 1), date(2027, 1, 31)), min_size=1))
def test_each_day_counts_what_that_day_is_judged_as(found: list[Issue], days: list[date]) -> None:
    days = sorted(set(days))
    base = loaded(base_files()).ledger
    assert base
    named = [replace(issue, id=f"demo-{n}") for n, issue in enumerate(found)]
    ledger = replace(base, issues=tuple(Filed(f"issues/demo/{issue.id}.yaml", issue) for issue in named))
    counts = counts_on(days, [Stay(issue, 0, len(days)) for issue in named])
    for day, counted in zip(days, counts, strict=True):
        facts = assess(ledger, day)
        assert counted.issues == Counter(issue.state for issue in facts.issues)
        assert counted.measures == Counter(measure.state for _, measure in facts.measures)


@given(issues(), st.integers(0, 5), st.integers(0, 5))
def test_a_version_counts_only_while_it_was_in_force(issue: Issue, first: int, end: int) -> None:
    days = [date(2024, 12, 31), date(2025, 3, 31), date(2025, 9, 30), date(2026, 3, 31), date(2026, 12, 31)]
    counts = counts_on(days, [Stay(issue, first, end)])
    assert [c.issues.total() for c in counts] == [int(first <= position < end) for position in range(len(days))]
