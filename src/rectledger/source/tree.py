"""Where files come from: the work tree, or bytes in memory. Nothing above knows which.

Paths are relative to the ledger root and use `/`.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from rectledger.model.evidence import FileState, FoundFile
from rectledger.source.text import MAX_BYTES, Finding, UnreadableError

TOPS = ("ledger", "issues")
SUFFIXES = (".yaml", ".yml")
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))


class Tree(Protocol):
    """A set of files that a ledger may be read from."""

    def files(self) -> list[str]:
        """Every path below `ledger/` and `issues/` that looks like YAML, sorted."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises UnreadableError where there are none to be had."""

    def evidence(self, paths: Collection[str]) -> Mapping[str, FoundFile]:
        """What stands at the paths of evidence files, which may lie anywhere below the root."""


class MemoryTree(Struct, frozen=True):
    """Files that are already in memory."""

    contents: Mapping[str, bytes]

    def files(self) -> list[str]:
        """Every path that looks like YAML, sorted."""
        return sorted(path for path in self.contents if path.split("/")[0] in TOPS and path.lower().endswith(SUFFIXES))

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.contents[path]

    def evidence(self, paths: Collection[str]) -> dict[str, FoundFile]:
        """What the paths hold."""
        return {path: _in_memory(self.contents.get(path)) for path in paths}


class OverlaidTree(Struct, frozen=True):
    """Another tree in which some files have other bytes, such as an editor's unsaved text, or (None) are gone."""

    below: Tree
    contents: Mapping[str, bytes | None]

    def files(self) -> list[str]:
        """The other tree's paths and these."""
        there = {*self.below.files(), *self.contents}
        return sorted(path for path in there if self.contents.get(path, b"") is not None)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        data = self.contents.get(path)
        return self.below.read(path) if data is None else data

    def evidence(self, paths: Collection[str]) -> Mapping[str, FoundFile]:
        """What the other tree has: nobody edits evidence."""
        return self.below.evidence(paths)


class PartOfTree(Struct, frozen=True):
    """Another tree of which only some files are looked at."""

    below: Tree
    wanted: Callable[[str], bool]

    def files(self) -> list[str]:
        """The paths that are wanted."""
        return [path for path in self.below.files() if self.wanted(path)]

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.below.read(path)

    def evidence(self, paths: Collection[str]) -> Mapping[str, FoundFile]:
        """What the other tree has."""
        return self.below.evidence(paths)


class PartialTree(Struct, frozen=True):
    """Another tree of which only some files are listed."""

    below: Tree
    listed: tuple[str, ...]

    def files(self) -> list[str]:
        """Those paths, sorted."""
        return sorted(self.listed)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.below.read(path)

    def evidence(self, paths: Collection[str]) -> Mapping[str, FoundFile]:
        """What the other tree has."""
        return self.below.evidence(paths)


class SteadyTree(Struct, frozen=True):
    """Another tree as it was when it was first looked at: what was judged is what is changed."""

    below: Tree
    _known: dict[str, bytes] = field(default_factory=dict)

    def files(self) -> list[str]:
        """The other tree's paths."""
        return self.below.files()

    def read(self, path: str) -> bytes:
        """The bytes of a file when it was read for the first time."""
        if path not in self._known:
            self._known[path] = self.below.read(path)
        return self._known[path]

    def evidence(self, paths: Collection[str]) -> Mapping[str, FoundFile]:
        """What the other tree has."""
        return self.below.evidence(paths)


class WorkTree(Struct, frozen=True):
    """The files of a folder on disk."""

    root: Path

    def files(self) -> list[str]:
        """Every path that looks like YAML, whatever it is; linked or closed folders are named and not entered."""
        linked = [top for top in TOPS if (self.root / top).is_symlink()]
        return sorted([*linked, *(path for top in TOPS if top not in linked for path in self._below(top))])

    def files_in(self, folder: str) -> list[str]:
        """Every path right below a folder that is not one itself; none where it cannot be looked into."""
        entries = _entries(self.root / folder) or ()
        return sorted(f"{folder}/{entry.name}" for entry in entries if not entry.is_dir())

    def read(self, path: str) -> bytes:
        """The bytes of a regular file that stays inside the root. Raises UnreadableError for all else."""
        try:
            return _regular_bytes(f"{self.root}/{path}")
        except OSError as error:
            place = self.root / path
            if place.is_symlink():
                return self._behind(place)
            raise _closed(place, error) from None

    def evidence(self, paths: Collection[str]) -> dict[str, FoundFile]:
        """What stands on disk at the paths of evidence files."""
        from rectledger.source.evidence import in_folder  # noqa: PLC0415  # few commands look at evidence

        return in_folder(self.root, paths)

    def templates(self) -> list[str]:
        """Every path in `templates/`, links among them."""
        return sorted(f"templates/{entry.name}" for entry in _entries(self.root / "templates") or ())

    def _below(self, top: str) -> Iterator[str]:
        folders = [top]
        while folders:
            folder = folders.pop()
            entries = _entries(self.root / folder)
            if entries is None:
                yield folder
            for entry in entries or ():
                path = f"{folder}/{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.name.lower().endswith(SUFFIXES):
                    yield path
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif entry.is_symlink() and entry.is_dir():
                    yield path

    def _behind(self, link: Path) -> bytes:
        """The bytes that a link leads to, if that is inside the root."""
        target = Path(os.path.realpath(link))
        if not target.is_relative_to(self.root.resolve()):
            raise UnreadableError(Finding("RL024", values={"target": str(link.readlink())}))
        if not target.exists():
            raise UnreadableError(Finding("RL023", values={"target": str(link.readlink())}))
        if target.is_dir():
            raise UnreadableError(Finding("RL021.link"))
        try:
            return _regular_bytes(target)
        except OSError as error:
            raise _closed(target, error) from None


def _in_memory(data: bytes | None) -> FoundFile:
    from rectledger.source.digest import sha256_of_bytes  # noqa: PLC0415

    if data is None:
        return FoundFile(FileState.MISSING)
    return FoundFile(FileState.PRESENT, sha256_of_bytes(data), len(data))


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    """What a folder holds, nothing if it is not there; None where it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []
    except OSError:
        return None


def _closed(place: Path, error: OSError) -> UnreadableError:
    if place.is_dir() and _entries(place) is not None:  # a system that opens no folder as a file
        return UnreadableError(Finding("RL021"))
    if place.is_socket():
        return UnreadableError(Finding("RL022"))
    return UnreadableError(Finding("RL025", values={"reason": error.strerror or str(error)}))


def _regular_bytes(place: str | Path) -> bytes:
    descriptor = os.open(place, os.O_RDONLY | _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(Finding("RL021" if stat.S_ISDIR(status.st_mode) else "RL022"))
        return _all_of(descriptor, status.st_size)
    finally:
        os.close(descriptor)


def _all_of(descriptor: int, size: int) -> bytes:
    """At most one byte more than a record may have, so that an endless file ends."""
    data = os.read(descriptor, min(size + 1, MAX_BYTES + 1))
    while len(data) != size and len(data) <= MAX_BYTES and (more := os.read(descriptor, MAX_BYTES + 1 - len(data))):
        data += more
    return data
