"""What stands at the paths of evidence files: on disk, or in the listing of a commit."""

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec import Struct, field

from rectledger.model.evidence import FileState, FoundFile
from rectledger.source.digest import sha256_of

MISSING = FoundFile(FileState.MISSING)
OUTSIDE = FoundFile(FileState.OUTSIDE)
NOT_A_FILE = FoundFile(FileState.NOT_A_FILE)
MAX_LINKS = 40


def in_folder(root: Path, paths: Iterable[str]) -> dict[str, FoundFile]:
    """What stands at paths below a folder. Every file is read once, a piece at a time."""
    home, names = root.resolve(), _Names(root)
    return {path: _found(home, path, names) for path in paths}


def _found(home: Path, path: str, names: "_Names") -> FoundFile:
    try:
        real = Path(os.path.realpath(home / path))
        if not real.is_relative_to(home):
            return OUTSIDE
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            return NOT_A_FILE
        return FoundFile(FileState.PRESENT, sha256_of(real), status.st_size)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a name that no system takes
        return FoundFile(FileState.MISSING, near=names.near(path))
    except OSError as error:
        return FoundFile(FileState.UNREADABLE, reason=error.strerror or str(error))


class _Names(Struct, frozen=True):
    """The names in a folder and below it; each folder is looked into once."""

    root: Path
    _known: dict[str, dict[str, str]] = field(default_factory=dict)

    def near(self, path: str) -> str:
        """The path that is there and looks like this one; an empty text where there is none."""
        found = ""
        for part in PurePosixPath(path).parts:
            name = self._in(found).get(_look(part))
            if name is None:
                return ""
            found = f"{found}/{name}" if found else name
        return found if found != path else ""

    def _in(self, folder: str) -> dict[str, str]:
        if folder not in self._known:
            try:
                self._known[folder] = {_look(place.name): place.name for place in (self.root / folder).iterdir()}
            except OSError:
                self._known[folder] = {}
        return self._known[folder]


def _look(name: str) -> str:
    """What two names share that look alike: some systems compose characters, some fold case."""
    return unicodedata.normalize("NFC", name).casefold()


class Entry(NamedTuple):
    """A file or link as a commit lists it."""

    name: str
    """Of its blob."""
    is_link: bool
    is_blob: bool


class Listing(Struct, frozen=True, dict=True):
    """The files of a commit."""

    entries: Mapping[str, Entry]
    target_of: Callable[[str], str]
    """Where the link of a blob leads."""
    digests_of: Callable[[Sequence[str]], Mapping[str, tuple[str, int]]]
    """The SHA-256 and the size of blobs."""

    def evidence(self, paths: Iterable[str]) -> dict[str, FoundFile]:
        """What stands at paths. Every blob is read once."""
        resolved = {path: self._entry(path) for path in paths}
        digests = self.digests_of(sorted({found.name for found in resolved.values() if isinstance(found, Entry)}))
        return {
            path: FoundFile(FileState.PRESENT, *digests[found.name]) if isinstance(found, Entry) else found
            for path, found in resolved.items()
        }

    def _entry(self, path: str, links: int = 0) -> Entry | FoundFile:
        parts = PurePosixPath(path).parts
        for end in range(1, len(parts) + 1):
            head = "/".join(parts[:end])
            entry = self.entries.get(head)
            if entry and entry.is_link:
                target = joined(head, self.target_of(entry.name))
                if target is None:
                    return OUTSIDE
                return MISSING if links == MAX_LINKS else self._entry("/".join((target, *parts[end:])), links + 1)
        entry = self.entries.get("/".join(parts))
        if entry is None:
            return NOT_A_FILE if "/".join(parts) in self._folders else MISSING
        return entry if entry.is_blob else NOT_A_FILE

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(str(folder) for path in self.entries for folder in PurePosixPath(path).parents)


def joined(path: str, target: str) -> str | None:
    """Where a link at `path` leads inside the root; None where it leaves it."""
    parts = [] if target.startswith("/") else list(PurePosixPath(path).parent.parts)
    for part in PurePosixPath(target).parts:
        if part == "/":
            return None
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
