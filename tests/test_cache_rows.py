"""Rows that are kept of an inspection: a file, a log behind it, and what may have happened to both."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rectledger.cache.place import packed
from rectledger.cache.rows import LOG_LIMIT, Rows, add_rows, read_rows, write_rows

FIRST = {"a.yaml": ([1, 2, 3, 4, 5], ["a", 1]), "b.yaml": ([1, 2, 3, 4, 6], ["b", 2])}
SECOND = {"b.yaml": ([1, 2, 9, 9, 6], ["b", 3])}
THIRD = {"c.yaml": ([0, 0, 0, 0, 7], ["问题", None])}


def kept(place: Path, context: bytes = b"context") -> Rows | None:
    return read_rows(str(place), "demo", context)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A cache with rows and two entries in the log."""
    write_rows(str(tmp_path), "demo", b"context", FIRST)
    add_rows(str(tmp_path), "demo", b"context", SECOND)
    add_rows(str(tmp_path), "demo", b"context", THIRD)
    return tmp_path


def log(place: Path) -> Path:
    (found,) = place.glob("*.log")
    return found


def test_the_last_row_of_a_file_counts(place: Path) -> None:
    assert kept(place) == FIRST | SECOND | THIRD


def test_rows_hold_in_their_context_only(place: Path) -> None:
    assert kept(place, b"other") is None
    add_rows(str(place), "demo", b"other", {"a.yaml": ([0] * 5, ["wrong"])})
    assert kept(place) == FIRST | SECOND | THIRD


def test_a_torn_log_counts_as_far_as_it_is_whole(place: Path) -> None:
    data = log(place).read_bytes()
    seen: list[Any] = []
    for end in range(len(data)):
        log(place).write_bytes(data[:end])
        seen += [found] if (found := kept(place)) not in seen else []
    assert seen == [FIRST, FIRST | SECOND]
    log(place).write_bytes(bytes(9) + data)
    assert kept(place) == FIRST


def test_a_log_of_other_rows_does_not_count(place: Path) -> None:
    entries = log(place).read_bytes()
    write_rows(str(place), "demo", b"context", THIRD)
    assert list(place.glob("*.log")) == []
    next(place.glob("rows-*")).with_suffix(".log").write_bytes(entries)
    assert kept(place) == THIRD


def test_a_log_that_has_grown_becomes_one_file_with_the_rows(place: Path) -> None:
    long = {"d.yaml": ([1, 2, 3, 4, 5], ["d" * (LOG_LIMIT // 3)])}
    sizes = []
    for _ in range(4):
        add_rows(str(place), "demo", b"context", long)
        sizes.append(sum(path.stat().st_size for path in place.glob("*.log")))
        assert kept(place) == FIRST | SECOND | THIRD | long
    assert max(sizes) <= LOG_LIMIT
    assert 0 in sizes


@pytest.mark.parametrize("data", [b"[]", b"[1]", b'[["a"]]', b"{", b'[["a", [1], [2], 3]]', b"\xff", b"null", b"7"])
def test_rows_that_somebody_made_up_are_none(place: Path, data: bytes) -> None:
    (place / next(path.name for path in place.iterdir() if path.suffix != ".log")).write_bytes(
        packed([b"context", data])
    )
    assert kept(place) in (None, {})


APPEND = """
import sys
from rectledger.cache.rows import add_rows, read_rows
place, own = sys.argv[1:]
print(own, flush=True)
sys.stdin.read()  # until all are told to begin
for number in range(60):
    add_rows(place, "demo", b"context", {f"{own}{number}.yaml": ([1, 2, 3, 4, number], [own * 3000])})
    found = read_rows(place, "demo", b"context")
    sys.exit("no rows") if not found or len(found) < 3 else None
"""


def test_runs_that_append_at_once_leave_whole_rows(place: Path) -> None:
    """Often enough that the log becomes one file with the rows, several times; a row that is lost is made again."""
    commands = [[sys.executable, "-c", APPEND, str(place), own] for own in "xyz"]
    runs = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for command in commands]
    assert [run.stdout and run.stdout.read(1) for run in runs] == [b"x", b"y", b"z"]
    for run in runs:
        run.communicate()
    assert [run.returncode for run in runs] == [0, 0, 0]
    found = dict(kept(place) or {})
    assert {file: found.pop(file) for file in (*FIRST, *THIRD)} == FIRST | SECOND | THIRD
    assert {file[0] for file in found} == {*"xyz"}
    for file, (seen, row) in found.items():
        assert (seen, row) == ([1, 2, 3, 4, int(file[1:-5])], [file[0] * 3000])


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    write_rows(str(tmp_path / "file"), "demo", b"context", FIRST)
    add_rows(str(tmp_path / "file"), "demo", b"context", SECOND)
    assert kept(tmp_path / "file") is None
