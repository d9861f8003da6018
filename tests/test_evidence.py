"""Evidence files: what stands at their paths, on disk and in a commit, and what is said about it."""

import hashlib
import json
import os
import sys
import tracemalloc
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import field

from rectledger.cli.findings import all_of
from rectledger.cli.session import Session
from rectledger.model.evidence import FileState, FoundFile
from rectledger.source.evidence import in_folder
from rectledger.source.git.repository import commit_of
from rectledger.source.git.revision import RevisionTree
from rectledger.source.tree import MemoryTree, WorkTree
from tests.ledgers import INSPECTION, ISSUE, SETTINGS, base_files, diagnostics, diagnostics_of, tree_of
from tests.program import git, run, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
SHA = {
    "one": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    "two": "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3",
}
DAY = ("--as-of", "2025-11-05")


def evidence(*entries: str) -> str:
    """An event of the measure with evidence."""
    return f"{{date: 2025-10-20, event: progress, note: 一, evidence: [{', '.join(entries)}]}}"


def entry(file: str, content: str = "one") -> str:
    return f"{{file: {file}, sha256: {SHA[content]}}}"


def issue(*events: str, ident: str = "demo-01", more: str = "") -> str:
    lines = "".join(f"      - {event}\n" for event in events)
    return (
        f"id: {ident}\nheading: h1\ntitle: 会议记录不规范\nowner: office\nmeasures:\n"
        f"  - id: rules\n    text: 修订会议制度\n    due: 2026-06-30\n    events:\n{lines}{more}"
    )


def keys(files: Mapping[str, str | bytes]) -> list[str]:
    return [d.key for d in diagnostics({**base_files(), **files}) if d.code.startswith("RL41")]


def state(root: Path, path: str) -> FileState:
    return in_folder(root, [path])[path].state


# On disk


def test_a_file_that_is_there(tmp_path: Path) -> None:
    write(tmp_path, {"evidence/a.pdf": "one"})
    assert in_folder(tmp_path, ["evidence/a.pdf"]) == {
        "evidence/a.pdf": FoundFile(FileState.PRESENT, SHA["one"], size=3)
    }


@pytest.mark.parametrize("path", ["evidence/b.pdf", "no/folder/a.pdf", "evidence/a.pdf/b", "a\0b", "evidence/\ud800"])
def test_a_file_that_is_not_there(tmp_path: Path, path: str) -> None:
    write(tmp_path, {"evidence/a.pdf": "one"})
    assert in_folder(tmp_path, [path])[path] == FoundFile(FileState.MISSING)


@posix
@pytest.mark.parametrize("there", ["evidence/Café/A.pdf", "Evidence/Café/a.pdf"])
def test_a_name_that_only_looks_the_same_is_named(tmp_path: Path, there: str) -> None:
    composed = unicodedata.normalize("NFD", there)
    write(tmp_path, {composed: "one"})
    if (tmp_path / "evidence/café/a.pdf").exists():
        pytest.skip("a system on which these are one name")
    assert in_folder(tmp_path, ["evidence/café/a.pdf"])["evidence/café/a.pdf"] == FoundFile(
        FileState.MISSING, near=composed
    )


@posix
def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert state(tmp_path, "evidence") is FileState.NOT_A_FILE
    assert state(tmp_path, "pipe") is FileState.NOT_A_FILE


@posix
@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("b.pdf", FileState.PRESENT),
        ("../evidence/b.pdf", FileState.PRESENT),
        ("nowhere.pdf", FileState.MISSING),
        ("../../outside.pdf", FileState.OUTSIDE),
        ("/etc/hosts", FileState.OUTSIDE),
        ("/no/such/file", FileState.OUTSIDE),
        (".", FileState.NOT_A_FILE),
    ],
)
def test_links_in_both_trees(tmp_path: Path, target: str, expected: FileState) -> None:
    root = write(tmp_path / "root", {"evidence/b.pdf": "one", SETTINGS: "x"})
    write(tmp_path, {"outside.pdf": "one"})
    (root / "evidence/a.pdf").symlink_to(target)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    assert state(root, "evidence/a.pdf") is expected
    committed = RevisionTree(root, commit_of(root, "HEAD")).evidence(["evidence/a.pdf"])
    assert committed["evidence/a.pdf"].state is expected


@posix
def test_linked_folders_and_loops_in_both_trees(tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"kept/a.pdf": "one"})
    write(tmp_path, {"outside/a.pdf": "one"})
    (root / "evidence").symlink_to("kept")
    (root / "out").symlink_to("../outside")
    (root / "loop").symlink_to("loop")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    paths = ["evidence/a.pdf", "out/a.pdf", "evidence", "kept/b.pdf"]
    expected = [FileState.PRESENT, FileState.OUTSIDE, FileState.NOT_A_FILE, FileState.MISSING]
    for found in (WorkTree(root).evidence(paths), RevisionTree(root, commit_of(root, "HEAD")).evidence(paths)):
        assert [found[path].state for path in paths] == expected
        assert found["evidence/a.pdf"].sha256 == SHA["one"]
    assert RevisionTree(root, commit_of(root, "HEAD")).evidence(["loop"])["loop"].state is FileState.MISSING
    assert state(root, "loop") is FileState.UNREADABLE


@posix
def test_what_cannot_be_opened(tmp_path: Path) -> None:
    write(tmp_path, {"a.pdf": "one"})
    (tmp_path / "a.pdf").chmod(0)
    if os.access(tmp_path / "a.pdf", os.R_OK):
        pytest.skip("permissions do not bind this user")
    assert state(tmp_path, "a.pdf") is FileState.UNREADABLE


@posix
def test_a_huge_file_is_read_a_piece_at_a_time(tmp_path: Path) -> None:
    size = 256 << 20
    with (tmp_path / "scan.tif").open("wb") as file:
        file.truncate(size)
    expected = hashlib.sha256()
    for _ in range(256):
        expected.update(bytes(1 << 20))
    tracemalloc.start()
    found = in_folder(tmp_path, ["scan.tif"])["scan.tif"]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.sha256, found.size) == (expected.hexdigest(), size)
    assert peak < 4 << 20


def test_a_commit_has_its_own_evidence(tmp_path: Path) -> None:
    write(tmp_path, {"evidence/a.pdf": "one", "evidence/空 格.pdf": "two", "evidence/empty": ""})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    write(tmp_path, {"evidence/a.pdf": "two", "evidence/b.pdf": "one"})
    found = RevisionTree(tmp_path, commit_of(tmp_path, "HEAD")).evidence(
        ["evidence/a.pdf", "evidence/b.pdf", "evidence/空 格.pdf", "evidence/empty"]
    )
    assert found["evidence/a.pdf"] == FoundFile(FileState.PRESENT, SHA["one"], 3)
    assert found["evidence/b.pdf"].state is FileState.MISSING
    assert found["evidence/空 格.pdf"] == FoundFile(FileState.PRESENT, SHA["two"], 3)
    assert found["evidence/empty"].size == 0


# What the rules say


@pytest.mark.parametrize(
    ("there", "found"), [({"evidence/a.pdf": "one"}, []), ({"evidence/a.pdf": "two"}, ["RL412"]), ({}, ["RL411"])]
)
def test_what_stands_at_a_path(there: dict[str, str], found: list[str]) -> None:
    assert keys({ISSUE: issue(evidence(entry("evidence/a.pdf"))), **there}) == found


@posix
def test_what_stands_at_a_path_on_disk(tmp_path: Path) -> None:
    names = ["evidence", "Evidence/a.pdf", "evidence/out.pdf"]
    write(tmp_path, {**base_files(), "evidence/a.pdf": "one", ISSUE: issue(evidence(*map(entry, names)))})
    (tmp_path / "evidence/out.pdf").symlink_to("/etc/hosts")
    found = [d for d in diagnostics_of(WorkTree(tmp_path)) if d.code.startswith("RL41")]
    assert sorted(d.key for d in found) == ["RL411.kind", "RL411.near", "RL413"]
    assert [d.values["near"] for d in found if d.key == "RL411.near"] == ["evidence/a.pdf"]


def test_every_entry_is_judged_and_points_at_its_own_place() -> None:
    text = issue(evidence(entry("a.pdf"), "{document: 一号}", entry("b.pdf", "two")))
    found = [d for d in diagnostics({**base_files(), ISSUE: text, "b.pdf": "one"}) if d.code.startswith("RL41")]
    lines = text.splitlines()
    places = [lines[d.span.line - 1][d.span.column - 1 : d.span.end_column - 1] for d in found]
    assert [(d.code, place) for d, place in zip(found, places, strict=True)] == [
        ("RL411", "a.pdf"),
        ("RL412", SHA["two"]),
    ]


def test_evidence_of_a_later_day_is_looked_at_as_well() -> None:
    assert keys({ISSUE: issue(evidence(entry("a.pdf")).replace("2025-10-20", "2025-11-06"))}) == ["RL411"]


DONE = f"{{date: 2025-10-20, event: completed, extent: full, evidence: [{entry('a.pdf')}]}}"
CLOSED = f"{{date: 2025-10-25, event: closed, by: team, evidence: [{entry('a.pdf')}]}}"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({ISSUE: issue(evidence(entry("a.pdf")), evidence(entry("a.pdf")))}, []),
        ({ISSUE: issue(DONE, more=f"events:\n  - {CLOSED}\n")}, []),
        (
            {
                ISSUE: issue(evidence(entry("a.pdf"))),
                "issues/demo/demo-02.yaml": issue(evidence(entry("b.pdf")), evidence(entry("a.pdf")), ident="demo-02"),
            },
            ["RL414"],
        ),
    ],
    ids=["again for one measure", "for the closure of what it completed", "a copy for another issue"],
)
def test_one_paper_for_everything(files: dict[str, str], found: list[str]) -> None:
    assert keys({**files, "a.pdf": "one", "b.pdf": "one"}) == found


def test_a_waiver_of_missing_evidence_is_of_use() -> None:
    waiver = "waivers: [{rule: RL411, reason: 原件在档案室, approved_by: team}]\n"
    found = diagnostics({**base_files(), ISSUE: issue(evidence(entry("a.pdf"))) + waiver})
    assert [(d.code, d.waived) for d in found] == [("RL411", "原件在档案室")]


# Which files are read


class Watched(MemoryTree, frozen=True):
    """A tree that remembers which evidence it was asked for."""

    asked: list[str] = field(default_factory=list)

    def evidence(self, paths: Collection[str]) -> dict[str, FoundFile]:
        self.asked.extend(paths)
        return super().evidence(paths)


@pytest.mark.parametrize(
    ("wanted", "select", "asked"),
    [
        ([], [], ["a.pdf", "b.pdf"]),
        (["issues/demo/demo-02.yaml"], [], ["b.pdf"]),
        (["issues"], ["RL4"], ["a.pdf", "b.pdf"]),
        ([], ["RL3"], []),
        ([INSPECTION], [], []),
    ],
)
def test_lint_reads_no_more_than_it_needs(wanted: list[str], select: list[str], asked: list[str]) -> None:
    files = {
        **base_files(),
        ISSUE: issue(*[evidence(entry("a.pdf"))] * 3),
        "issues/demo/demo-02.yaml": issue(evidence(entry("b.pdf", "two")), ident="demo-02"),
    }
    tree = Watched(tree_of(files).contents)
    all_of(Session(Path(), tree, None, "2025-11-05"), wanted, select, [])
    assert sorted(tree.asked) == asked


# The command


@pytest.fixture
def proven(tmp_path: Path) -> Path:
    """A ledger with evidence of every kind but links."""
    first = issue(evidence(entry("evidence/a.pdf"), "{document: 一号}"), evidence(entry("evidence/b.pdf")))
    second = issue(evidence(entry("evidence/没有.pdf")), ident="demo-02")
    files = {**base_files(), ISSUE: first, "issues/demo/demo-02.yaml": second}
    return write(tmp_path, {**files, "evidence/a.pdf": "one", "evidence/b.pdf": "two"})


def verified(*arguments: str, folder: Path, code: int) -> Any:
    ran = run("evidence", "verify", *arguments, "--format", "json", folder=folder)
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def test_the_command_prints_a_line_a_file(proven: Path) -> None:
    ran = run("evidence", "verify", folder=proven)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "1.1  2025-10-20  进展  一致      evidence/a.pdf",
        "1.1  2025-10-20  进展  内容已变  evidence/b.pdf",
        "2.1  2025-10-20  进展  缺失      evidence/没有.pdf",
        "佐证文件 3 个，引用 3 处：一致 1 · 内容已变 1 · 缺失 1",
    ]


def test_the_command_as_json(proven: Path) -> None:
    found = verified(folder=proven, code=1)
    assert found["schema"] == "rectledger.evidence/1"
    assert found["summary"] == {
        "verified": 1, "changed": 1, "missing": 1, "outside": 0, "not-a-file": 0, "unreadable": 0,
    }  # fmt: skip
    assert found["items"][1] == {
        "ref": "1.1",
        "issue": "demo-01",
        "measure": "rules",
        "date": "2025-10-20",
        "event": "progress",
        "file": "evidence/b.pdf",
        "verdict": "changed",
        "sha256": SHA["one"],
        "found_sha256": SHA["two"],
        "size": 3,
        "near": None,
    }


@pytest.mark.parametrize(
    ("refs", "files"),
    [
        (["1"], ["evidence/a.pdf", "evidence/b.pdf"]),
        (["demo-02/rules"], ["evidence/没有.pdf"]),
        (["2", "1.1"], ["evidence/a.pdf", "evidence/b.pdf", "evidence/没有.pdf"]),
    ],
)
def test_the_command_about_some(proven: Path, refs: list[str], files: list[str]) -> None:
    assert [item["file"] for item in verified(*refs, folder=proven, code=1)["items"]] == files


def test_the_command_at_a_revision(proven: Path) -> None:
    git(proven, "init", "-q")
    write(proven, {"evidence/b.pdf": "one", "evidence/没有.pdf": "one"})
    git(proven, "add", "-A")
    git(proven, "commit", "-qm", "one")
    write(proven, {"evidence/b.pdf": "two"})
    assert [item["verdict"] for item in verified(folder=proven, code=1)["items"]] == ["verified", "changed", "verified"]
    found = verified("--at", "HEAD", folder=proven, code=0)
    assert [item["verdict"] for item in found["items"]] == ["verified"] * 3
    assert run("lint", "--select", "RL41", *DAY, folder=proven).code == 1
    assert run("lint", "--select", "RL411,RL412", "--at", "HEAD", *DAY, folder=proven).code == 0


def test_no_evidence_is_no_finding_and_an_unknown_reference_is_refused(tmp_path: Path) -> None:
    write(tmp_path, base_files())
    ran = run("evidence", "verify", folder=tmp_path)
    assert (ran.code, ran.out) == (0, "佐证文件 0 个，引用 0 处：—\n")
    assert run("evidence", "verify", "9", folder=tmp_path).code == 2


def test_the_commands_of_the_group_have_help() -> None:
    for arguments in (["evidence"], ["evidence", "verify"]):
        ran = run(*arguments, "--help")
        assert ran.code == 0
        assert "佐证" in ran.out
