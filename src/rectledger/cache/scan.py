"""What the files of a ledger look like from outside, one digest a folder: by their names, sizes, times and numbers.

In a large ledger git is asked which files are as its index has them, because it finds out faster; then only
the others are looked at here. A file that was written so shortly before that another write could look the same is
*fresh*: its looks prove nothing yet, and its content has to be compared (git calls it racily clean).
"""

import os
import stat
import time

from rectledger.cache.place import digest, git_directory, read, write
from rectledger.source.git.unchanged import differing, index_identity, unlooked

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from collections.abc import Callable

TOPS = ("ledger", "issues")
SUFFIXES = (".yaml", ".yml")
COARSEST = 2_000_000_000
"""Nanoseconds between two times that the coarsest file system can tell apart."""
GIT_FROM = 2000
"""Files from which on a process of git pays for itself."""
_WIDTH = 5
_INDEX = "index"
_BY_FOLDER = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd


class Unsteady(Exception):  # noqa: N818  # a finding, no failure
    """The looks of the files say too little: there is a link, or a folder that nobody may look into."""


class Scan:
    """The files of a ledger as they looked at a moment."""

    __slots__ = ("folders", "fresh", "names", "settled")

    def __init__(self, settled: int, names: dict[str, list[str]], folders: dict[str, bytes], fresh: list[str]) -> None:
        self.settled = settled
        """The time after which a file must not have changed for its looks to prove anything, in nanoseconds."""
        self.names = names
        """Of the files in every folder."""
        self.folders = folders
        """A digest for every folder."""
        self.fresh = fresh
        """Files whose content has to be compared."""

    @property
    def digest(self) -> bytes:
        """What stands for all the looks."""
        return digest(*(part for path, seen in self.folders.items() for part in (os.fsencode(path), seen)))


def scan(root: str, place: str, git_from: int = GIT_FROM, coarsest: int = COARSEST) -> "Callable[[], Scan]":
    """Begins to look at every file of the ledger at a root; what waits for the scan. `place` is that of its cache.

    Both raise Unsteady and OSError.
    """
    settled = time.time_ns() - coarsest
    git = git_directory(root)
    identity = index_identity(git) if git else None
    kept = _kept(place, identity) if identity else None
    if kept is None:
        names = _folders(root)
        if identity is None or sum(map(len, names.values())) < git_from:
            return lambda: _looked(root, settled, names, names, b"")
        kept = _ask(root, place, identity, names)
        answer = differing(root, TOPS)
    else:
        answer = differing(root, TOPS)
        names = _folders(root)

    def seen() -> Scan:
        changed = answer()
        if changed is None:
            return _looked(root, settled, names, names, b"")
        return _looked(root, settled, names, _own(names, changed, kept), kept[0])

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


def _ask(root: str, place: str, identity: bytes, names: dict[str, list[str]]) -> list[bytes]:
    """Ask git which files it does not look at, and keep that for this state of the index."""
    files = [f"{folder}/{name}" for folder, below in names.items() for name in below]
    others = unlooked(root, TOPS, files)
    if others is None:
        others = {*files}
    listed = [part for folder, below in names.items() for part in (os.fsencode(folder), _digest_of(below))]
    fields = [identity, str(len(names)).encode(), *listed, *map(os.fsencode, sorted(others))]
    write(place, _INDEX, fields)
    return fields


def _kept(place: str, identity: bytes) -> list[bytes] | None:
    """What was kept for a state of the index."""
    fields = read(place, _INDEX)
    if fields and len(fields) > 1 and fields[0] == identity and fields[1].isdigit():
        return fields if len(fields) >= 2 + 2 * int(fields[1]) else None
    return None


def _own(names: dict[str, list[str]], changed: set[str], kept: list[bytes]) -> dict[str, list[str]]:
    """The files that have to be looked at here: those that git does not speak for, and all where names have changed."""
    start = 2 + 2 * int(kept[1])
    known = dict(zip(kept[2:start:2], kept[3:start:2], strict=True))
    others = changed.union(map(os.fsdecode, kept[start:]))
    own = {folder: below for folder, below in names.items() if known.get(os.fsencode(folder)) != _digest_of(below)}
    there: dict[str, set[str]] = {}
    for file in sorted(others):
        folder, _, name = file.rpartition("/")
        if folder in names and own.get(folder) is not names[folder]:
            if folder not in there:
                there[folder] = {*names[folder]}
            if name in there[folder]:
                own.setdefault(folder, []).append(name)
    return own


def _digest_of(names: list[str]) -> bytes:
    return digest(os.fsencode("\0".join(names)))


def _folders(root: str) -> dict[str, list[str]]:
    """Every folder with the names in it that may matter. Raises Unsteady where there is a link."""
    found: dict[str, list[str]] = {}
    left = [top for top in TOPS if os.path.lexists(os.path.join(root, top))]
    if any(os.path.islink(os.path.join(root, top)) for top in left):
        raise Unsteady
    while left:
        folder = left.pop()
        listed = os.listdir(os.path.join(root, folder))
        found[folder] = [name for name in listed if name.endswith(SUFFIXES)]
        others = () if len(found[folder]) == len(listed) else (n for n in listed if not n.endswith(SUFFIXES))
        for name in others:
            if name.lower().endswith(SUFFIXES):
                found[folder].append(name)
            elif not name.startswith("."):
                mode = os.lstat(os.path.join(root, folder, name)).st_mode
                if stat.S_ISLNK(mode):
                    raise Unsteady
                if stat.S_ISDIR(mode):
                    left.append(f"{folder}/{name}")
    return found


def _looked(root: str, settled: int, names: dict[str, list[str]], own: dict[str, list[str]], identity: bytes) -> Scan:
    """Look at some of the files; for the others speaks what git says about one state of its index."""
    folders: dict[str, bytes] = {}
    fresh: list[str] = []
    for folder, listed in names.items():
        looked_at = own.get(folder, [])
        found = columns(os.path.join(root, folder), looked_at)
        if any(stat.S_ISLNK(mode) for mode in set(found[::_WIDTH])):
            raise Unsteady
        if max(found[2::_WIDTH], default=0) > settled or max(found[3::_WIDTH], default=0) > settled:
            times = zip(looked_at, newest(found), strict=True)
            fresh += [f"{folder}/{name}" for name, time_of in times if time_of > settled]
        folders[folder] = digest(identity, _digest_of(listed), _digest_of(looked_at), repr(found).encode())
    return Scan(settled, names, folders, fresh)
