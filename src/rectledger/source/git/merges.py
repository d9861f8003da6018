"""What git knows of merges: three versions of a file, both sides of a conflict, when a file came in."""

import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from rectledger.errors import CannotRunError
from rectledger.source.git.calls import attempt, git

NEVER = 2**62
"""Later than everything."""


def merge_file(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """The lines of three versions merged, and whether there are conflicts, which stand in it between markers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for label, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            (folder / label).write_bytes(data)
        labels = ("-L", "ours", "-L", "base", "-L", "theirs")
        done = attempt(folder, "merge-file", "-p", *labels, "ours", "base", "theirs")
    if done.returncode > 127:
        raise CannotRunError("cannot.git", command="merge-file", reason=done.stderr.decode("utf-8", "replace").strip())
    return done.stdout, done.returncode > 0


class Stage(NamedTuple):
    """One side's version of a file in a conflict, and when that side's first commit with it was (seconds)."""

    data: bytes
    since: int


def stages_of(folder: Path, below: str) -> dict[str, tuple[Stage, Stage]]:
    """Our and their version of every file that both sides of a merge have made anew."""
    listed = git(folder, "ls-files", "--unmerged", "-z", "--", below)
    names: dict[str, dict[str, str]] = {}
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        _, name, stage = about.decode("ascii").split()
        names.setdefault(os.fsdecode(path), {})[stage] = name
    return {
        path: (_stage(folder, path, found["2"], "HEAD"), _stage(folder, path, found["3"], "MERGE_HEAD"))
        for path, found in names.items()
        if set(found) == {"2", "3"}
    }


def _stage(folder: Path, path: str, name: str, revision: str) -> Stage:
    return Stage(git(folder, "cat-file", "blob", name), added_at(folder, path, revision))


def added_at(folder: Path, path: str, revision: str = "HEAD") -> int:
    """When a file of a revision came into its history, in seconds; `NEVER` where the one or the other is not there."""
    try:
        if not git(folder, "ls-tree", "-z", "--end-of-options", revision, "--", path):
            return NEVER
        times = git(folder, "log", "--diff-filter=A", "--format=%ct", revision, "--", path).split()
    except CannotRunError:
        return NEVER
    return int(times[-1]) if times else NEVER
