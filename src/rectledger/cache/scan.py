"""What the files of a ledger look like from outside, one digest a folder: by their names, sizes, times and numbers.

In a large ledger git is asked which files are as its index has them, because it finds out faster; then only
the others are looked at here. A file that was written so shortly before that another write could look the same is
*fresh*: its looks prove nothing yet, and its content has to be compared (git calls it racily clean).
"""

import os
import stat
import time

from rectledger.cache.folders import SUFFIXES, TOPS, Folder, Unsteady, digest_of, folders
from rectledger.cache.place import digest, git_directory, read, write
from rectledger.source.git.unchanged import differing, index_identity, unlooked

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from collections.abc import Callable

COARSEST = 2_000_000_000
"""Nanoseconds between two times that the coarsest file system can tell apart."""
GIT_FROM = 2000
"""Files from which on a process of git pays for itself."""
_WIDTH = 5
_INDEX = "index"
_HEAD = 2
_BY_FOLDER = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd


class Scan:
    """The files of a ledger as they looked at a moment."""

    __slots__ = ("_folders", "folders", "fresh", "settled")

    def __init__(self, settled: int, found: dict[str, Folder], seen: dict[str, bytes], fresh: list[str]) -> None:
        self._folders = found
        self.settled = settled
        """The time after which a file must not have changed for its looks to prove anything, in nanoseconds."""
        self.folders = seen
        """A digest for every folder."""
        self.fresh = fresh
        """Files whose content has to be compared."""

    @property
    def digest(self) -> bytes:
        """What stands for all the looks."""
        return digest(*(part for path, seen in sorted(self.folders.items()) for part in (os.fsencode(path), seen)))

    def names(self, folder: str) -> list[str]:
        """Of the files in a folder; none where there is no such folder. Raises Unsteady and OSError."""
        return self._folders[folder].names if folder in self._folders else []


class _Asked:
    """What git was asked about one state of its index."""

    __slots__ = ("folders", "identity", "others")

    def __init__(self, identity: bytes, found: dict[str, Folder], others: list[str]) -> None:
        self.identity = identity
        self.folders = found
        """As they were then."""
        self.others = others
        """Files that git does not look at."""


def scan(root: str, place: str, git_from: int = GIT_FROM, coarsest: int = COARSEST) -> "Callable[[], Scan]":
    """Begins to look at every file of the ledger at a root; what waits for the scan. `place` is that of its cache.

    Both raise Unsteady and OSError.
    """
    settled = time.time_ns() - coarsest
    git = git_directory(root)
    identity = index_identity(git, settled) if git else None
    asked = _kept(root, place, identity) if identity else None
    if asked is None:
        found = folders(root, {}, settled)
        if identity is None or sum(len(folder.names) for folder in found.values()) < git_from:
            return lambda: _looked(settled, root, found, _all(found), b"")
        asked = _ask(root, place, identity, found)
        answer = differing(root, TOPS)
    else:
        answer = differing(root, TOPS)
        found = folders(root, asked.folders, settled)

    def seen() -> Scan:
        changed = answer()
        if changed is None:
            return _looked(settled, root, found, _all(found), b"")
        return _looked(settled, root, found, _own(root, found, changed, asked), asked.identity)

    return seen


def columns(folder: str, names: list[str]) -> list[int]:
    """Five numbers a file: kind, size, times of its content and of its own, number in the file system."""
    found: list[int] = []
    add, look = found.extend, os.lstat
    opened = os.open(folder, os.O_RDONLY) if _BY_FOLDER else None
    before = "" if _BY_FOLDER else f"{folder}/"
    try:
        for name in names:
            seen = look(before + name, dir_fd=opened)
            add((seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino))
    finally:
        if opened is not None:
            os.close(opened)
    return found


def looks(folder: str, names: list[str]) -> dict[str, list[int]]:
    """The numbers of every file. Raises OSError."""
    found = columns(folder, names)
    return {name: found[at : at + _WIDTH] for name, at in zip(names, range(0, len(found), _WIDTH), strict=True)}


def newest(found: list[int]) -> list[int]:
    """The later one of the two times of every file."""
    return [max(pair) for pair in zip(found[2::_WIDTH], found[3::_WIDTH], strict=True)]


def _ask(root: str, place: str, identity: bytes, found: dict[str, Folder]) -> _Asked:
    """Ask git which files it does not look at, and keep that for this state of the index."""
    files = [f"{path}/{name}" for path, folder in found.items() for name in folder.names]
    others = unlooked(root, TOPS, files)
    asked = _Asked(identity, found, sorted(files if others is None else others))
    listed = [part for path, folder in found.items() for part in (os.fsencode(path), folder.digest, folder.looks)]
    write(place, _INDEX, [identity, str(len(found)).encode(), *listed, *map(os.fsencode, asked.others)])
    return asked


def _kept(root: str, place: str, identity: bytes) -> _Asked | None:
    """What was kept for a state of the index."""
    fields = read(place, _INDEX)
    if not fields or len(fields) < _HEAD or fields[0] != identity or not fields[1].isdigit():
        return None
    end = _HEAD + 3 * int(fields[1])
    if len(fields) < end:
        return None
    paths = [os.fsdecode(path) for path in fields[_HEAD:end:3]]
    below: dict[str, list[str]] = {}
    for path in paths:
        below.setdefault(os.path.dirname(path), []).append(path)
    looks = zip(paths, fields[_HEAD + 1 : end : 3], fields[_HEAD + 2 : end : 3], strict=True)
    found = {path: Folder(root, path, seen, named, below.get(path, [])) for path, named, seen in looks}
    return _Asked(identity, found, [os.fsdecode(file) for file in fields[end:]])


def _all(found: dict[str, Folder]) -> dict[str, list[str]]:
    return {path: folder.names for path, folder in found.items()}


def _own(root: str, found: dict[str, Folder], changed: set[str], asked: _Asked) -> dict[str, list[str]]:
    """The files that have to be looked at here: those that git does not speak for, and all where names have changed."""
    named_otherwise = {
        path
        for path, folder in found.items()
        if path not in asked.folders or asked.folders[path].digest != folder.digest
    }
    own = {path: found[path].names for path in named_otherwise}
    for file in sorted(changed.union(asked.others)):
        path, _, name = file.rpartition("/")
        listed = path in found and name.lower().endswith(SUFFIXES) and os.path.lexists(os.path.join(root, file))
        if listed and path not in named_otherwise:
            own.setdefault(path, []).append(name)
    return own


def _looked(settled: int, root: str, found: dict[str, Folder], own: dict[str, list[str]], identity: bytes) -> Scan:
    """Look at some of the files; for the others speaks what git says about one state of its index."""
    seen: dict[str, bytes] = {}
    fresh: list[str] = []
    for path, folder in found.items():
        looked_at = own.get(path, [])
        numbers = columns(os.path.join(root, path), looked_at)
        if any(stat.S_ISLNK(mode) for mode in set(numbers[::_WIDTH])):
            raise Unsteady
        if max(numbers[2::_WIDTH], default=0) > settled or max(numbers[3::_WIDTH], default=0) > settled:
            times = zip(looked_at, newest(numbers), strict=True)
            fresh += [f"{path}/{name}" for name, time_of in times if time_of > settled]
        seen[path] = digest(identity, folder.digest, digest_of(looked_at), repr(numbers).encode())
    return Scan(settled, found, seen, fresh)
