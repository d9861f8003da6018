"""Writing: all files or none, whoever is killed, whatever is full, however many write at once.

RECTLEDGER_KILLS and RECTLEDGER_WRITERS (such as 8x50) ask for more than CI has time for.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from random import Random

import pytest

from rectledger.cli.globals import Globals
from rectledger.cli.session import open_session
from rectledger.cli.writing import finish, writing
from rectledger.errors import CannotRunError
from rectledger.source import edit
from rectledger.source.lock import locked
from rectledger.source.state import JOURNAL, STATE_FOLDER, is_unfinished
from rectledger.source.store import Change, recover, write_all
from tests import children
from tests.ledgers import ISSUE, base_files
from tests.program import run_here, write

KILLS = int(os.environ.get("RECTLEDGER_KILLS", "30"))
WRITERS, TIMES = map(int, os.environ.get("RECTLEDGER_WRITERS", "4x10").split("x"))
JOURNAL_FILE = f".rectledger/{JOURNAL}"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Three issues with a measure each."""
    files = base_files()
    more = {ISSUE.replace("01", n): files[ISSUE].replace("demo-01", f"demo-{n}") for n in ("02", "03")}
    return write(tmp_path, {**files, **more})


def killed(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Kill a process some time after it has begun."""
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.kill()
    process.communicate()


def staged(root: Path) -> list[Path]:
    """New bytes that wait for their place."""
    return list(root.rglob(".*.new"))


def test_a_killed_writer_leaves_the_old_files_or_the_new_ones(tmp_path: Path) -> None:
    random, unfinished, held = Random(1), 0, b""
    write(tmp_path, dict.fromkeys(children.COUNTERS, children.counter(0)))
    for _ in range(KILLS):
        killed(children.start(children.count_for_ever, tmp_path), random.uniform(0, 0.05))
        unfinished += is_unfinished(tmp_path)
        with locked(tmp_path, on_wait=pytest.fail):
            recover(tmp_path)
        (held,) = {(tmp_path / name).read_bytes() for name in children.COUNTERS}
        assert held == children.counter(int(held.split()[1]))
        assert [file for file in staged(tmp_path) if file.parent.name != STATE_FOLDER] == []
    with locked(tmp_path):
        write_all(tmp_path, dict.fromkeys(children.COUNTERS, Change(held, b"")))
    assert staged(tmp_path) == []
    assert unfinished


def test_a_killed_record_is_on_every_issue_or_on_none(ledger: Path) -> None:
    random, refs = Random(2), ("1.1", "2.1", "3.1")
    for _ in range(KILLS // 3):
        killed(children.start(children.record_for_ever, ledger, *refs), random.uniform(0, 0.2))
        assert run_here(ledger, "status", *children.DAY).code == 0
        (bodies,) = {file.read_text("utf-8").partition("measures:")[2] for file in ledger.glob("issues/demo/*.yaml")}
        assert len(re.findall("note: ", bodies)) >= 1
        children.record(ledger, *refs, note="接着写")
        assert staged(ledger) == []


def test_writers_at_once_lose_nothing(ledger: Path) -> None:
    tasks = [children.start(children.record_often, ledger, "1.1", TIMES, f"w{name}") for name in range(WRITERS)]
    for task in tasks:
        children.finished(task)
    notes = re.findall(r"note: (w\d+-\d+)\}", (ledger / ISSUE).read_text("utf-8"))
    assert sorted(notes) == sorted(f"w{name}-{number}" for name in range(WRITERS) for number in range(TIMES))


def mounted(disk: Path, size: str) -> tuple[str, ...]:
    """A command before which a small disk is mounted for the process that follows it."""
    unshare = ("unshare", "--mount", "--map-root-user")
    script = f'mount -t tmpfs -o size={size} none "$0" && cp -r "$0.files/." "$0" && exec "$@"'
    if not hasattr(os, "geteuid") or subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    return (*unshare, "sh", "-c", script, str(disk))


@pytest.fixture
def disk(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a disk of its own, and beside it the ledger that will be copied there."""
    place = tmp_path_factory.mktemp("小 盘")
    ledger.rename(f"{place}.files")
    return place


def test_a_full_disk_changes_nothing(disk: Path) -> None:
    refused = children.finished(children.start(children.write_on_a_full_disk, disk, before=mounted(disk, "128k")))
    assert int(refused) > 3


def test_a_read_only_disk_is_read_all_the_same(disk: Path) -> None:
    children.finished(children.start(children.write_on_a_read_only_disk, disk, before=mounted(disk, "128k")))


@pytest.mark.skipif(os.name == "nt", reason="no limits on files here")
def test_a_file_that_may_not_grow_changes_nothing(ledger: Path) -> None:
    children.finished(children.start(children.write_with_small_files_only, ledger, 2000))


# What others leave behind ---------------------------------------------------------------------------------------------


def journal(state: str, *steps: dict[str, object]) -> str:
    return json.dumps({"state": state, "steps": steps})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"state": "decided"}',
        '{"state": "decided", "steps": [{"target": 5}]}',
        journal("decided", {"target": "../victim", "removal": True, "before": "x"}),
        journal("staged", {"target": "../victim", "removal": False, "before": None}),
        journal("decided", {"target": "way/victim", "removal": True, "before": None}),
        journal("decided", {"target": "a\0b", "removal": True, "before": None}),
    ],
)
def test_a_journal_that_came_with_a_clone_is_not_followed(tmp_path: Path, text: str) -> None:
    root = write(tmp_path / "clone", {**base_files(), JOURNAL_FILE: text})
    (tmp_path / "victim").write_bytes(b"kept")
    (root / "way").symlink_to(tmp_path)
    for command in (["status"], ["record", "1.1", "progress", "--note", "x"]):
        ran = run_here(root, *command, *children.DAY)
        assert ran.code == 2
        assert JOURNAL_FILE in ran.err
    assert (tmp_path / "victim").read_bytes() == b"kept"


@pytest.mark.parametrize("name", [".rectledger", ".rectledger/lock", ".rectledger/.gitignore"])
def test_a_link_that_came_with_a_clone_is_not_written_through(tmp_path: Path, name: str) -> None:
    root = write(tmp_path / "clone", base_files())
    victim = tmp_path / "victim"
    victim.mkdir() if name == ".rectledger" else victim.write_bytes(b"")
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(victim)
    code = children.tried(root, "1.1", note="x").code
    assert code == (0 if name.endswith("ignore") else 2)
    assert not any(victim.iterdir()) if victim.is_dir() else victim.read_bytes() == b""


def test_what_was_read_must_still_be_there(tmp_path: Path) -> None:
    write(tmp_path, {"a": "read", "b": "edited since"})
    with locked(tmp_path), pytest.raises(CannotRunError, match="changed-meanwhile"):
        write_all(tmp_path, {"a": Change(b"read", b"x"), "b": Change(b"read", b"x"), "c": Change(None, b"x")})
    assert children.contents(tmp_path).keys() == {"a", "b", ".rectledger/lock", ".rectledger/.gitignore"}
    assert (tmp_path / "a").read_bytes() == b"read"


def test_an_editor_between_reading_and_writing_is_not_overwritten(ledger: Path) -> None:
    said = Globals(ledger, None, no_cache=False)
    file = ledger / ISSUE
    with writing(open_session(said, "2025-11-05"), dry_run=False) as draft:
        assert len(list(draft.session.facts.issues)) == 3
        file.write_bytes(file.read_bytes() + "# 编辑器刚存的\n".encode())
        draft.edit(ISSUE, lambda text: edit.put(text, ("title",), "新"))
        with pytest.raises(CannotRunError, match="changed-meanwhile"):
            finish(draft, dry_run=False, force=False)
    assert file.read_text("utf-8").endswith("# 编辑器刚存的\n")
    assert "新" not in file.read_text("utf-8")


def test_an_editor_between_a_crash_and_the_next_run_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(children.COUNTERS, children.counter(0)))
    random, seen = Random(3), 0
    for _ in range(100):
        killed(children.start(children.count_for_ever, tmp_path), random.uniform(0, 0.05))
        noted = json.loads((tmp_path / JOURNAL_FILE).read_bytes()) if is_unfinished(tmp_path) else {}
        edited = [name for name in children.COUNTERS if noted.get("state") == "decided"][-1:]
        for name in edited:
            (tmp_path / name).write_bytes(b"mine")
            seen += 1
        with locked(tmp_path):
            recover(tmp_path)
        others = {(tmp_path / name).read_bytes() for name in children.COUNTERS if name not in edited}
        assert len(others) == 1
        assert all((tmp_path / name).read_bytes() == b"mine" for name in edited)
        assert not is_unfinished(tmp_path)
        if seen == 3:
            return
        write(tmp_path, dict.fromkeys(children.COUNTERS, children.counter(0)))
    pytest.fail("nobody was killed at the right moment")
