"""The past of some files: every commit that has changed them, oldest first."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rectledger.model.past import Change, Commit
from rectledger.source.git.calls import git
from rectledger.source.git.repository import HEAD, shallow_edges

_FIELDS = ("%x01%H", "%aN", "%aE", "%at", "%ct", "%s")
_SETTINGS = ("-c", "log.showRoot=true", "-c", "log.showSignature=false", "-c", "log.follow=false")
_RAW = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative")
_COMMIT = "\x01"
_FILE = "100"
"""How the mode of a regular file begins; a link and a submodule hold no record."""


def commits(folder: Path, revision: str, paths: Sequence[str], zone: ZoneInfo) -> list[Commit]:
    """The commits below a revision that have changed one of the paths, which count from the folder, parents first."""
    return _log(folder, zone, "-c", "--topo-order", revision, "--", *paths)


def mainline(folder: Path, revision: str, paths: Sequence[str], zone: ZoneInfo) -> list[Commit]:
    """The same along first parents, where a merge counts as everything it brought: the past of a branch's own files."""
    return _log(folder, zone, "-m", "--first-parent", revision, "--", *paths)


def commit_changes(folder: Path, commit: str, zone: ZoneInfo) -> Commit:
    """One commit with everything that it has changed in the folder."""
    return _log(folder, zone, "-c", "--no-walk", commit, "--", ".")[0]


def uncommitted(folder: Path, paths: Sequence[str]) -> list[Change]:
    """What the work tree has otherwise than HEAD. `after` only says whether a file is there: git has no name for it."""
    printed = git(folder, "diff", *_RAW, HEAD, "--", *paths)
    tokens = iter(os.fsdecode(printed).split("\0"))
    changes = [_change(entry, next(tokens)) for entry in tokens if entry]
    others = os.fsdecode(git(folder, "ls-files", "--others", "-z", "--", *paths)).split("\0")
    return [*changes, *(Change(path, (None,), path) for path in others if path)]


def _log(folder: Path, zone: ZoneInfo, *arguments: str) -> list[Commit]:
    form = "--format=" + "%x00".join(_FIELDS) + "%x00"
    printed = git(folder, *_SETTINGS, "log", *_RAW, "--encoding=UTF-8", form, "--reverse", *arguments)
    edges = shallow_edges(folder)
    return list(_parsed(iter(os.fsdecode(printed).split("\0")), zone, edges))


def _parsed(tokens: Iterator[str], zone: ZoneInfo, edges: frozenset[str]) -> Iterator[Commit]:
    header: list[str] = []
    changes: list[Change] = []
    for token in tokens:
        if token.startswith(_COMMIT):
            if header:
                yield _commit(header, changes, zone, edges)
            header, changes = [token[1:], *(next(tokens) for _ in _FIELDS[1:])], []
        elif entry := token.lstrip("\n"):
            changes.append(_change(entry, next(tokens)))
    if header:
        yield _commit(header, changes, zone, edges)


def _change(entry: str, path: str) -> Change:
    """`:100644 100644 old new M`, of a merge with as many old modes and names as it has parents."""
    about = entry.lstrip(":")
    modes_and_names = about.split(" ")[:-1]
    half = len(modes_and_names) // 2
    *before, after = map(_content, modes_and_names[:half], modes_and_names[half:])
    return Change(path, tuple(before), after)


def _content(mode: str, name: str) -> str | None:
    return name if mode.startswith(_FILE) else None


def _commit(header: list[str], changes: list[Change], zone: ZoneInfo, edges: frozenset[str]) -> Commit:
    name, author, email, written, committed, subject = header
    return Commit(
        name, author, email, _moment(written, zone), _moment(committed, zone), subject, tuple(changes), name in edges
    )


def _moment(seconds: str, zone: ZoneInfo) -> datetime:
    """A moment; the earliest there is for a date that no calendar has."""
    try:
        return datetime.fromtimestamp(int(seconds), zone)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
