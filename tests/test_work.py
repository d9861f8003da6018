"""How much work a run does, counted: files opened and files composed. Times are in bench/."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TypeVar

import pytest

from rectledger.cli import findings
from rectledger.cli.choices import LintFormat
from rectledger.cli.session import Session
from rectledger.load import load
from rectledger.model.evidence import FoundFile
from rectledger.source.compose import compose
from rectledger.source.git.repository import commit_of
from rectledger.source.git.revision import RevisionTree
from rectledger.source.tree import Tree, WorkTree
from tests.ledgers import ISSUE, SETTINGS, base_files, tree_of
from tests.program import git, write

T = TypeVar("T")
COUNT = 30


@dataclass(frozen=True)
class CountedTree:
    """Another tree, and how often each of its files was read."""

    below: Tree
    reads: Counter[str] = field(default_factory=Counter)

    def files(self) -> list[str]:
        return self.below.files()

    def read(self, path: str) -> bytes:
        self.reads[path] += 1
        return self.below.read(path)

    def evidence(self, paths: Collection[str]) -> Mapping[str, FoundFile]:
        return self.below.evidence(paths)


def composed(work: Callable[[], T]) -> tuple[T, int]:
    """What some work gives, and how many texts were composed for it."""
    calls = 0

    def count(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code is compose.__code__

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        return work(), calls
    finally:
        sys.setprofile(before)


def issues(text: str) -> dict[str, str]:
    """So many issues of the same words."""
    return {f"issues/demo/demo-{n:02}.yaml": text.replace("demo-01", f"demo-{n:02}") for n in range(1, COUNT + 1)}


def linted(files: dict[str, str], output: LintFormat) -> tuple[int, int, Counter[str]]:
    """The findings of a lint run, how many texts it composed, and how often it read each file."""
    tree = CountedTree(tree_of(files))
    session = Session(Path("/nowhere"), tree, None, "2025-11-05")
    session.outline  # noqa: B018  # the shipped calendars are read now, and only once
    tree.reads.clear()

    def work() -> int:
        tally = findings.report(session, findings.asked_for([], [], []), output)
        return tally.weights.total()

    found, calls = composed(work)
    return found, calls, tree.reads


def test_loading_reads_each_file_once_and_composes_none_that_is_plain() -> None:
    files = base_files() | issues(base_files()[ISSUE])
    tree = CountedTree(tree_of(files))
    session = Session(Path("/nowhere"), tree, None, "2025-11-05")
    loaded, calls = composed(lambda: session.loaded)
    assert len(loaded.files) == len(files)
    assert tree.reads == Counter(dict.fromkeys(files, 1)) + Counter({SETTINGS: 1})
    assert calls == 0


def test_a_file_that_is_not_plain_is_composed_once() -> None:
    files = base_files() | issues(base_files()[ISSUE].replace("text: ", "text: !tagged "))
    session = Session(Path("/nowhere"), tree_of(files), None, "2025-11-05")
    loaded, calls = composed(lambda: load(session.tree))
    assert loaded.problems == ()
    assert calls == COUNT


@pytest.mark.parametrize("output", LintFormat)
def test_a_clean_file_is_not_looked_at_again(output: LintFormat) -> None:
    clean = issues(base_files()[ISSUE])
    assert linted(base_files() | clean, output) == (0, 0, Counter(dict.fromkeys(clean, 1)))


@pytest.mark.parametrize("output", LintFormat)
def test_a_file_with_findings_is_looked_at_once_more(output: LintFormat) -> None:
    twice = base_files()[ISSUE].replace("owner: office", "owner: nobody\nsupport:\n  - nobody\n  - somebody")
    files = base_files() | issues(twice)
    found, calls, reads = linted(files, output)
    assert (found, calls) == (3 * COUNT, 0)
    once_more = 1 if output in {LintFormat.TEXT, LintFormat.JSON} else 2  # the line is shown by whoever prints it
    assert reads == Counter(dict.fromkeys(issues(twice), 1 + once_more))


def test_a_revision_is_read_by_one_process(tmp_path: Path) -> None:
    root = write(tmp_path, base_files() | issues(base_files()[ISSUE]))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    tree = RevisionTree(root, commit_of(root, "HEAD"))
    assert {tree.read(path) for path in tree.files()} == {(root / path).read_bytes() for path in tree.files()}
    assert list(tree._blobs._running) == [os.getpid()]


def test_the_gate_reads_all_issues_only_where_one_is_gone(tmp_path: Path) -> None:
    files = base_files() | issues(base_files()[ISSUE])
    root = write(tmp_path, files)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    reads = gated(write(root, {ISSUE: files[ISSUE].replace("heading: h1", "heading: h9")}))
    assert [file for file in reads if file.startswith("issues/")] == []
    (root / ISSUE).unlink()
    assert len([file for file in gated(root) if file.startswith("issues/")]) == COUNT - 1


def gated(root: Path) -> Counter[str]:
    """What the gate reads of a ledger's work tree, beside what git gives it."""
    tree = CountedTree(WorkTree(root))
    findings.changes_since(Session(root, tree, None, "2025-11-05"), "HEAD", findings.asked_for([], [], []))
    return tree.reads
