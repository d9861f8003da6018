"""Two branches that both recorded: git merges what both sides did, and says in words what it cannot.

RECTLEDGER_MERGES says how many events each side records, 8 where it is not set.
"""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rectledger.cli.session import work_tree
from rectledger.load import load
from rectledger.source.merge import merged
from tests.ledgers import ISSUE, base_files
from tests.program import git, run_here, write

RECORDS = int(os.environ.get("RECTLEDGER_MERGES", "8"))
SECOND = ISSUE.replace("01", "02")
COMMENTED = """\
id: demo-01
heading: h1
title: 会议记录不规范   # 清单第一条
leader: lead
owner: office
measures:
  # 先立制度
  - id: rules
    text: 修订会议制度
    due: 2026-06-30
    events:
      # 起草
      - {date: 2025-10-20, event: progress, note: 初稿已成}   # 第一稿
  - id: training
    text: 组织培训
    events: []
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A repository with two issues and the driver, on the branch `main`."""
    files = base_files()
    write(tmp_path, {**files, ISSUE: COMMENTED, SECOND: files[ISSUE].replace("demo-01", "demo-02")})
    git(tmp_path, "init", "-q")
    assert run_here(tmp_path, "init").code == 0
    commit(tmp_path)
    return tmp_path


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "台账")


def record(root: Path, *words: str) -> None:
    assert run_here(root, "record", "--as-of", "2025-11-05", *words).code == 0


def branches(root: Path, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """What two people do in branches of their own; the first one's is checked out in the end."""
    for name, work in (("theirs", theirs), ("ours", ours)):
        git(root, "checkout", "-q", "-B", name, "main")
        work()
        commit(root)


def merge(root: Path, into: str, other: str) -> subprocess.CompletedProcess[str]:
    """What `git merge` says."""
    git(root, "checkout", "-q", "-f", into)
    who = ["-c", "user.name=clerk", "-c", "user.email=clerk@example.org"]
    command = ["git", *who, "merge", "-q", "--no-edit", other]
    return subprocess.run(command, cwd=root, capture_output=True, check=False, encoding="utf-8")


def text(root: Path, file: str = ISSUE) -> str:
    return (root / file).read_text(encoding="utf-8")


def notes(root: Path, file: str, measure: int) -> list[tuple[date, str]]:
    """Day and note of every event of a measure."""
    loaded = load(work_tree(root))
    assert loaded.ledger is not None
    assert loaded.problems == ()
    issue = next(filed.record for filed in loaded.ledger.issues if filed.file == file)
    return [(event.date, event.note or "") for event in issue.measures[measure].events]


def test_both_events_stay_in_the_order_of_their_days_and_so_do_the_comments(ledger: Path) -> None:
    branches(
        ledger,
        lambda: record(ledger, "1.1", "progress", "--date", "2025-11-03", "--note", "甲记"),
        lambda: record(ledger, "1.1", "progress", "--date", "2025-11-01", "--note", "乙记"),
    )
    assert merge(ledger, "ours", "theirs").returncode == 0
    event = "      - {{date: 2025-11-0{}, event: progress, note: {}记}}\n"
    first = "      - {date: 2025-10-20, event: progress, note: 初稿已成}   # 第一稿\n"
    assert text(ledger) == COMMENTED.replace(first, first + event.format(1, "乙") + event.format(3, "甲"))


def test_events_where_there_were_none(ledger: Path) -> None:
    branches(
        ledger,
        lambda: record(ledger, "1.2", "progress", "--note", "甲记"),
        lambda: record(ledger, "1.2", "completed", "--extent", "full", "--evidence-document", "示〔2025〕3号"),
    )
    assert merge(ledger, "ours", "theirs").returncode == 0
    assert [note for _, note in notes(ledger, ISSUE, 1)] == ["", "甲记"]


def test_a_field_and_an_event_of_one_measure(ledger: Path) -> None:
    branches(
        ledger,
        lambda: run_set(ledger, "1.1", "due", "2026-08-31"),
        lambda: record(ledger, "1.1", "progress", "--note", "乙记"),
    )
    assert merge(ledger, "ours", "theirs").returncode == 0
    assert "due: 2026-08-31" in text(ledger)
    assert [note for _, note in notes(ledger, ISSUE, 0)] == ["初稿已成", "乙记"]


def run_set(root: Path, *words: str) -> None:
    assert run_here(root, "set", "--as-of", "2025-11-05", *words).code == 0


def test_one_field_changed_by_both_is_a_conflict_in_words_and_in_the_file(ledger: Path) -> None:
    def theirs() -> None:
        record(ledger, "1.1", "progress", "--note", "乙记")
        run_set(ledger, "1.1", "due", "2026-09-30")

    branches(ledger, lambda: run_set(ledger, "1.1", "due", "2026-08-31"), theirs)
    done = merge(ledger, "ours", "theirs")
    assert done.returncode == 1
    said = "整改措施 · rules · 整改时限：两边都改了，原为 2026-06-30，一边改成 2026-08-31，另一边改成 2026-09-30"
    assert f"{ISSUE} {said}" in done.stderr
    found = text(ledger)
    marked = re.search(r"^<{7}.*?^>{7}[^\n]*\n", found, re.DOTALL | re.MULTILINE)
    assert marked is not None
    assert re.findall(r"due: \S+", marked[0]) == ["due: 2026-08-31", "due: 2026-09-30"]
    assert "# 第一稿" in found.replace(marked[0], "")
    assert "乙记" in found.replace(marked[0], ""), "what is no conflict stands outside the markers"
    mended = found.replace(marked[0], "    due: 2026-09-30\n")
    (ledger / ISSUE).write_text(mended, encoding="utf-8")
    assert [note for _, note in notes(ledger, ISSUE, 0)] == ["初稿已成", "乙记"]


def busy(root: Path, who: str, random: Random) -> Callable[[], None]:
    """Somebody who records much, here and there."""

    def work() -> None:
        for number in range(RECORDS):
            day = date(2025, 6, 1) + timedelta(days=random.randrange(150))
            ref = random.choice(("1.1", "1.2", "2.1"))
            record(root, ref, "progress", "--date", day.isoformat(), "--note", f"{who}第{number}次")

    return work


@pytest.mark.parametrize("seed", range(3))
def test_many_records_of_both_sides_merge_without_a_conflict_either_way(ledger: Path, seed: int) -> None:
    random = Random(seed)
    branches(ledger, busy(ledger, "甲", random), busy(ledger, "乙", random))
    results = []
    for into, other in (("ours", "theirs"), ("theirs", "ours")):
        git(ledger, "branch", "-f", f"{into}-merged", into)
        assert merge(ledger, f"{into}-merged", other).returncode == 0
        results.append([text(ledger, file) for file in (ISSUE, SECOND)])
    assert results[0] == results[1]
    found = [*notes(ledger, ISSUE, 0), *notes(ledger, ISSUE, 1), *notes(ledger, SECOND, 0)]
    said = sorted(note for _, note in found if note != "初稿已成")
    assert said == sorted(f"{who}第{number}次" for who in "甲乙" for number in range(RECORDS))
    for file, measure in ((ISSUE, 0), (ISSUE, 1), (SECOND, 0)):
        days = [day for day, _ in notes(ledger, file, measure)]
        assert days == sorted(days)


def test_git_diff_reads_in_the_words_of_the_domain(ledger: Path) -> None:
    record(ledger, "1.2", "progress", "--note", "甲记")
    shown = git(ledger, "diff", "--", ISSUE)
    added = [line for line in shown.splitlines() if line.startswith("+") and "甲记" in line]
    assert len(added) == 1
    assert "进展" in added[0]


@pytest.mark.parametrize("data", [b"", b"a: [", b"\xff\xfe", "id: 甲\n".encode()])
def test_text_of_any_file_is_shown(ledger: Path, data: bytes) -> None:
    (ledger / "x.yaml").write_bytes(data)
    assert run_here(ledger, "merge-driver", "--textconv", ledger / "x.yaml").code == 0


KEYS = st.sampled_from("abc")
EVENTS = st.fixed_dictionaries(
    {"date": st.sampled_from(("2025-01-01", "2025-01-02")), "event": st.sampled_from(("progress", "completed"))},
    optional={"note": st.sampled_from("xy")},
)
MEASURES = st.fixed_dictionaries({"id": st.sampled_from("mn")}, optional={"events": st.lists(EVENTS, max_size=3)})
RECORDS_OF_ANY_SHAPE = st.dictionaries(
    KEYS, st.sampled_from(("1", "2")) | st.lists(EVENTS, max_size=3) | st.lists(MEASURES, max_size=2), max_size=3
)


@given(RECORDS_OF_ANY_SHAPE, RECORDS_OF_ANY_SHAPE, RECORDS_OF_ANY_SHAPE)
@example({"a": "1"}, {}, {"a": []})
@example({"a": []}, {}, {"a": [{"id": "m"}]})
def test_exchanging_the_sides_changes_nothing(
    base: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]
) -> None:
    assert mirrored(merged(base, one, other)) == merged(base, other, one)


@given(RECORDS_OF_ANY_SHAPE, RECORDS_OF_ANY_SHAPE)
def test_what_one_side_did_alone_is_taken(base: Mapping[str, Any], one: Mapping[str, Any]) -> None:
    assert merged(base, one, base) == one
    assert merged(base, base, one) == one
    assert merged(base, one, one) == one


def mirrored(data: Any) -> Any:
    """The same with the sides of every clash exchanged."""
    if isinstance(data, dict):
        return {key: mirrored(value) for key, value in data.items()}
    if isinstance(data, list):
        return [mirrored(item) for item in data]
    return type(data)(data.base, data.theirs, data.ours) if hasattr(data, "theirs") else data
