"""What tests let processes of their own do: `python -m tests.children NAME FOLDER …` calls the function so named."""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rectledger.source.lock import locked
from rectledger.source.store import Change, recover, write_all
from tests.program import REPOSITORY, Ran, run_here

DAY = ("--as-of", "2025-11-05")
COUNTERS = ("a.yaml", "folder/b.yaml", "中文 夹/c.yaml")
FILLER = "filler"


def start(
    task: Callable[..., None], folder: Path, *arguments: object, before: tuple[str, ...] = ()
) -> subprocess.Popen[bytes]:
    """A process that does a task of this module in a folder, behind the command `before` if there is one."""
    command = [*before, sys.executable, "-m", "tests.children", task.__name__, str(folder), *map(str, arguments)]
    return subprocess.Popen(
        command,
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(process: subprocess.Popen[bytes]) -> str:
    """What a process has printed once it is through."""
    out, err = process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode()


def report(text: str) -> None:
    """Tell whoever started this process."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def counter(number: int) -> bytes:
    """A file of some blocks that says a number all over."""
    return b"count: %d\n" % number * 1000


def count_for_ever(root: Path) -> None:
    """Count on in several files together."""
    report("ready")
    while True:
        with locked(root):
            recover(root)
            before = (root / COUNTERS[0]).read_bytes()
            after = counter(int(before.split()[1]) + 1)
            write_all(root, dict.fromkeys(COUNTERS, Change(before, after)))


def record_for_ever(root: Path, *refs: str) -> None:
    """Record on several references together."""
    report("ready")
    for number in itertools.count():
        record(root, *refs, note=str(number))


def record_often(root: Path, ref: str, times: str, name: str) -> None:
    """Record so many events, each with a note of its own."""
    for number in range(int(times)):
        record(root, ref, note=f"{name}-{number}")


def record(root: Path, *refs: str, note: str) -> None:
    """Record progress, which must work."""
    ran = tried(root, *refs, note=note)
    assert ran.code == 0, ran.err


def tried(root: Path, *refs: str, note: str) -> Ran:
    """Record progress, if that works."""
    return run_here(root, "record", *refs, "progress", "--note", note, *DAY)


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def write_on_a_full_disk(root: Path) -> None:
    """Run out of room at every point of a write, then have room again."""
    with locked(root):
        pass  # its folder and its files
    before = contents(root)
    refused = 0
    for pages in range(12):
        fill(root, pages)
        ran = tried(root, "1.1", "2.1", note="满" * 3000)
        (root / FILLER).unlink()
        if ran.code == 0:
            break
        refused += 1
        assert ran.code == 2
        assert str(root) in ran.err, ran.err
        assert contents(root) == before
    else:
        raise AssertionError("never enough room")
    report(str(refused))


def fill(root: Path, pages: int) -> None:
    """Leave room for some pages."""
    status = os.statvfs(root)
    with (root / FILLER).open("wb") as file:
        file.write(b"\0" * (status.f_bavail - pages) * status.f_frsize)


def write_on_a_read_only_disk(root: Path) -> None:
    """Try to write where nobody can."""
    before = contents(root)
    subprocess.run(["mount", "-o", "remount,ro", str(root)], check=True)
    ran = tried(root, "1.1", note="不成")
    assert ran.code == 2
    assert str(root) in ran.err
    assert run_here(root, "status", *DAY).code == 0
    assert contents(root) == before


def write_with_small_files_only(root: Path, most: str) -> None:
    """Have a limit on the size of files, then none."""
    import resource

    before = contents(root)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), hard))
    ran = tried(root, "2.1", "1.1", note="多" * int(most))
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert ran.code == 2
    assert str(root) in ran.err
    after = contents(root)
    assert {name: data for name, data in after.items() if not name.startswith(".rectledger/")} == before
    assert set(after) - set(before) <= {".rectledger/lock", ".rectledger/.gitignore"}
    record(root, "2.1", "1.1", note="多" * int(most))


if __name__ == "__main__":
    _, name, place, *rest = sys.argv
    globals()[name](Path(place), *rest)
