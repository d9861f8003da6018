"""The folders of a ledger and the names in them; a folder that looks as it did when its names were kept is not listed.

Making, renaming or removing a file changes the time of its folder. What happens inside a file does not.
"""

import os
import stat

from rectledger.cache.place import digest

TOPS = ("ledger", "issues")
SUFFIXES = (".yaml", ".yml")


class Unsteady(Exception):  # noqa: N818  # a finding, no failure
    """The looks of the files say too little: there is a link, or a folder that nobody may look into."""


class Folder:
    """A folder of the ledger at a root, and what stands for the names in it."""

    __slots__ = ("_names", "_root", "below", "digest", "looks", "path")

    def __init__(self, root: str, path: str, looks: bytes, named: bytes, below: list[str]) -> None:
        self._root = root
        self._names: list[str] | None = None
        self.path = path
        self.looks = looks
        """Of the folder itself; empty where they prove nothing."""
        self.digest = named
        """Of the names."""
        self.below = below
        """The paths of the folders right below."""

    @property
    def names(self) -> list[str]:
        """Of the files in it that may matter. Raises Unsteady where they are no longer what they were, and OSError."""
        if self._names is None:
            self._names, _ = _listed(self._root, self.path)
            if digest_of(self._names) != self.digest:
                raise Unsteady
        return self._names


def folders(root: str, known: dict[str, Folder], settled: int) -> dict[str, Folder]:
    """Every folder by its path. Raises Unsteady where there is a link, and OSError.

    `settled` is the time after which a folder must not have changed for its looks to prove anything, in nanoseconds.
    """
    found: dict[str, Folder] = {}
    left = [top for top in TOPS if os.path.lexists(os.path.join(root, top))]
    while left:
        path = left.pop()
        looks = _looks(os.path.join(root, path), settled)
        folder = known.get(path)
        if folder is None or not looks or folder.looks != looks:
            names, below = _listed(root, path)
            folder = Folder(root, path, looks, digest_of(names), below)
            folder._names = names  # noqa: SLF001  # its own
        found[path] = folder
        left += folder.below
    return found


def digest_of(names: list[str]) -> bytes:
    """What stands for some names."""
    return digest(os.fsencode("\0".join(names)))


def _looks(place: str, settled: int) -> bytes:
    """What tells a folder from every other and from itself with other names; nothing where it has just changed."""
    seen = os.lstat(place)
    if stat.S_ISLNK(seen.st_mode):
        raise Unsteady
    if max(seen.st_mtime_ns, seen.st_ctime_ns) > settled:
        return b""
    return repr((seen.st_mode, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, seen.st_dev)).encode()


def _listed(root: str, path: str) -> tuple[list[str], list[str]]:
    """The names in a folder that may matter, and the paths of the folders below."""
    listed = os.listdir(os.path.join(root, path))
    names = [name for name in listed if name.endswith(SUFFIXES)]
    below: list[str] = []
    others = () if len(names) == len(listed) else (name for name in listed if not name.endswith(SUFFIXES))
    for name in others:
        if name.lower().endswith(SUFFIXES):
            names.append(name)
        elif not name.startswith("."):
            mode = os.lstat(os.path.join(root, path, name)).st_mode
            if stat.S_ISLNK(mode):
                raise Unsteady
            if stat.S_ISDIR(mode):
                below.append(f"{path}/{name}")
    return names, below
