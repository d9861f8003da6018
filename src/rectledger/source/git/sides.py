"""Two sides of a comparison: of a ledger's many files, only those that differ and those that all records need."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec import Struct, field

from rectledger.model.evidence import FoundFile
from rectledger.model.ledger import SETTINGS_FILE
from rectledger.source.git.blobs import blobs
from rectledger.source.git.calls import git
from rectledger.source.git.repository import top_level
from rectledger.source.git.revision import RevisionTree
from rectledger.source.text import UnreadableError
from rectledger.source.tree import SUFFIXES, TOPS, WorkTree

_LINK, _SUBMODULE, _NOTHING = "120000", "160000", "000000"
_DIFF = ("-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative", "--end-of-options")


class Side(NamedTuple):
    """A file as one side has it: git's mode and the name of the blob, all zeros where only the work tree knows."""

    mode: str
    blob: str

    @property
    def there(self) -> bool:
        """Whether the side has a file there; a submodule is none of this repository's files."""
        return self.mode not in {_NOTHING, _SUBMODULE}


class PartialTree(Struct, frozen=True):
    """Some files of a ledger root; a file that cannot be read raises what it raised."""

    contents: Mapping[str, bytes]
    unreadable: Mapping[str, UnreadableError] = field(default_factory=dict)

    def files(self) -> list[str]:
        """Every path, sorted."""
        return sorted({*self.contents, *self.unreadable})

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises UnreadableError where there are none to be had."""
        if path in self.unreadable:
            raise self.unreadable[path]
        return self.contents[path]

    def evidence(self, _paths: Collection[str]) -> dict[str, FoundFile]:
        """Nothing: evidence files are not compared."""
        return {}


class Sides(Struct, frozen=True):
    """What is read of both sides. What neither has changed and all records need stands in both."""

    base: PartialTree
    head: PartialTree
    changed: frozenset[str]
    """The paths that differ."""
    submodules: tuple[str, ...]
    """Submodules below the ledger: their files belong to another repository."""


def sides(root: Path, base: str, head: str | None) -> Sides:
    """What differs between two commits of a ledger root; without a head, between a commit and the work tree."""
    differing = dict(_differing(root, base, head))
    settings = _listed(git(root, "ls-tree", "-r", "-z", "--end-of-options", base, "--", TOPS[0]))
    shared = {path: side for path, side in settings if path not in differing}
    old = {path: pair[0] for path, pair in differing.items()} | shared
    new = {path: pair[1] for path, pair in differing.items()} | shared
    names = {side.blob for side in (*old.values(), *new.values()) if side.there and side.blob.strip("0")}
    contents = blobs(root, sorted(names))
    return Sides(
        base=_tree(old, contents, root, base),
        head=_tree(new, contents, root, head),
        changed=frozenset(path for path, (before, after) in differing.items() if before.there or after.there),
        submodules=tuple(sorted(p for p, pair in differing.items() if _SUBMODULE in {side.mode for side in pair})),
    )


def ledgers_in(root: Path, commit: str) -> list[str]:
    """Where a commit has ledgers, anywhere in the repository: the folders of their settings."""
    top = top_level(root)
    names = os.fsdecode(git(top, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", commit)).split("\0")
    return [name.removesuffix(SETTINGS_FILE) or "." for name in names if f"/{name}".endswith(f"/{SETTINGS_FILE}")]


def settings_of(root: Path, commit: str) -> bytes:
    """The settings of a commit's ledger. Raises CannotRunError where it has none."""
    return git(root, "cat-file", "blob", f"{commit}:./{SETTINGS_FILE}")


def folder_of(root: Path, commit: str | None, folder: str, most: int) -> PartialTree | None:
    """The files right below a folder of a side; None where there are more than so many."""
    if commit is None:
        names = WorkTree(root).files_in(folder)
        if len(names) > most:
            return None
        listed = {path: Side("100644", "") for path in names if _counts(path)}
    else:
        listing = git(root, "ls-tree", "-z", "--end-of-options", commit, "--", f"{folder}/")
        if listing.count(b"\0") > most:
            return None
        listed = dict(_listed(listing))
    return _tree(listed, blobs(root, sorted({side.blob for side in listed.values()} - {""})), root, commit)


def _tree(listed: Mapping[str, Side], known: Mapping[str, bytes], root: Path, commit: str | None) -> PartialTree:
    """The files of a side. Links, and what only the work tree has, are read by those who know how."""
    contents: dict[str, bytes] = {}
    unreadable: dict[str, UnreadableError] = {}
    below = WorkTree(root) if commit is None else RevisionTree(root, commit)
    for path, side in listed.items():
        if not side.there:
            continue
        try:
            plain = side.blob in known and side.mode != _LINK
            contents[path] = known[side.blob] if plain else below.read(path)
        except UnreadableError as error:
            unreadable[path] = error
    return PartialTree(contents, unreadable)


def _differing(root: Path, base: str, head: str | None) -> Iterator[tuple[str, tuple[Side, Side]]]:
    """Both sides of every path that differs, or that git cannot tell without reading."""
    if head is not None:
        yield from _parsed(git(root, "diff-tree", *_DIFF, base, head, "--", *TOPS))
        return
    tracked = dict(_parsed(git(root, "diff-index", *_DIFF, base, "--", *TOPS)))
    yield from tracked.items()
    for name in git(root, "ls-files", "--others", "-z", "--", *TOPS).split(b"\0"):
        if _counts(path := os.fsdecode(name)):
            before, _ = tracked.get(path, (Side(_NOTHING, ""), None))
            yield path, (before, Side("100644", ""))


def _parsed(listed: bytes) -> Iterator[tuple[str, tuple[Side, Side]]]:
    fields = iter(listed.split(b"\0"))
    for about, name in zip(fields, fields, strict=False):
        old, new, before, after, _status = about.decode("ascii").removeprefix(":").split()
        path = os.fsdecode(name)
        if _counts(path) or _SUBMODULE in {old, new}:
            yield path, (Side(old, before), Side(new, after))


def _listed(listing: bytes) -> Iterator[tuple[str, Side]]:
    """The files of a listing that ledgers are made of."""
    for entry in filter(None, listing.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, _kind, blob = about.decode("ascii").split()
        if _counts(path := os.fsdecode(name)):
            yield path, Side(mode, blob)


def _counts(path: str) -> bool:
    hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
    return path.lower().endswith(SUFFIXES) and not hidden
