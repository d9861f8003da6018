"""A ledger that two processes have read is the ledger that one reads."""

import os
from pathlib import Path
from random import Random

import pytest

from rectledger.cli import ahead, session
from rectledger.cli.ahead import Ahead, read_ahead
from rectledger.cli.session import Session
from rectledger.load import Loaded, load, outline
from rectledger.source.tree import MemoryTree, Tree, WorkTree
from rectledger.source.yaml import parse
from tests.test_parts import ledger
from tests.ugly import ugly

HERE = os.getpid()
BROKEN = (b"", b"id: [", b"null", "title: 登记不全".encode("gb18030"), b"id: a\nid: a\n", b"- a\n", b"id: a\x00")

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="one process reads on this system")


class Dying(MemoryTree, frozen=True):
    """Files of which one is the end of any process but this one."""

    deadly: str = ""

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        if path == self.deadly and os.getpid() != HERE:
            os._exit(9)
        return super().read(path)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "ENOUGH", 1)
    monkeypatch.setattr(ahead, "FEWEST", 2)
    monkeypatch.setattr(ahead, "processors", lambda: 2)


def none_left() -> int:
    raise BlockingIOError


def ugly_ledger(seed: int) -> dict[str, bytes]:
    """A ledger whose files are written in any style, and some of which are broken."""
    random, found = Random(seed), dict(ledger(seed).contents)
    for file in [file for file in found if file.startswith("issues/")]:
        found[file] = ugly(parse(found[file].decode())[0], random)
    return found | {f"issues/a/broken-{n}.yaml": random.choice(BROKEN) for n in range(random.randrange(4))}


def begun(tree: Tree) -> Ahead:
    found = read_ahead(tree, outline(tree).issues)
    assert found
    return found


def by_both(tree: Tree, begun: Ahead) -> Loaded:
    return outline(tree).whole(begun.gathered())


@pytest.mark.parametrize("seed", range(25))
def test_two_processes_read_what_one_reads(seed: int) -> None:
    tree = MemoryTree(ugly_ledger(seed))
    assert by_both(tree, begun(tree)) == load(tree)


@pytest.mark.parametrize("seed", range(25))
def test_the_other_process_may_have_read_everything(seed: int) -> None:
    tree = MemoryTree(ugly_ledger(seed))
    reading = begun(tree)
    os.waitid(os.P_PID, reading.process, os.WEXITED | os.WNOWAIT)
    assert by_both(tree, reading) == load(tree)


@pytest.mark.parametrize("seed", range(12))
def test_of_one_inspection_two_processes_keep_what_one_keeps(seed: int) -> None:
    tree = MemoryTree(ugly_ledger(seed))
    for inspection in outline(tree).folders:
        assert outline(tree).about(inspection, begun(tree).gathered(inspection)) == outline(tree).about(inspection)


@pytest.mark.parametrize("number", range(3))
def test_what_a_dead_process_had_in_hand_is_read_again(number: int) -> None:
    contents = ugly_ledger(7)
    tree = Dying(contents, outline(MemoryTree(contents)).issues[number])
    assert by_both(tree, begun(tree)) == load(MemoryTree(contents))


def test_a_session_loads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file, data in ugly_ledger(3).items():
        place = tmp_path / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for enough, helped in ((1, True), (1000, False)):
        monkeypatch.setattr(session, "ENOUGH", enough)
        found = Session(tmp_path, WorkTree(tmp_path), None, "2025-11-05")
        assert found.read_ahead() is helped
        assert found.about("a") == outline(WorkTree(tmp_path)).about("a")
        assert found.loaded == load(WorkTree(tmp_path))


def test_the_files_of_other_trees_are_read_by_one_process() -> None:
    assert not Session(Path("/nowhere"), ledger(3), None, "2025-11-05").read_ahead()


def test_where_the_system_has_no_process_left_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", none_left)
    assert read_ahead(ledger(3), outline(ledger(3)).issues) is None
