"""Writing: every file as a whole, and several of them together or not at all, whatever happens meanwhile.

New bytes go to a file beside each target and are brought to the disk. Then one rename marks
all of them as decided, and only then do they take the targets' places. A process that dies
before the mark leaves the old files, one that dies after it the new ones: whoever comes next
finishes the work (`recover`).
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rectledger.errors import CannotRunError
from rectledger.source.lock import STATE_FOLDER, state_folder

JOURNAL = "journal.json"
_DECIDED = "decided"
_STAGED = "staged"


@dataclass(frozen=True, slots=True)
class Change:
    """What a file held when it was read, and what it shall hold; None where there is no file."""

    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class _Step:
    """A file that is going to change."""

    target: Path
    removal: bool

    @property
    def staged(self) -> Path:
        """Where its new bytes wait: beside it, hidden, under a name that is never too long."""
        digest = hashlib.sha256(os.fsencode(self.target.name)).hexdigest()
        return self.target.parent / f".{digest[:16]}.new"


def write_all(root: Path, changes: Mapping[str, Change]) -> None:
    """Make every change below a root, or none. The root's lock must be held.

    Raises CannotRunError where a file cannot be written, would leave the root, or is not what was read.
    """
    targets = {path: _target(root, path) for path in changes}
    for path, target in targets.items():
        if _current(target) != changes[path].before:
            raise CannotRunError("cannot.changed-meanwhile", path=path)
    steps = [_Step(target, changes[path].after is None) for path, target in targets.items()]
    try:
        _decide(root, steps, [change.after for change in changes.values()])
        _finish(root, steps)
    except OSError as error:
        raise CannotRunError("cannot.write", path=error.filename or root, reason=error.strerror) from None


def _decide(root: Path, steps: Sequence[_Step], contents: Iterable[bytes | None]) -> None:
    """Bring everything to the disk and mark it as decided; undone where that fails."""
    try:
        _note(root, _STAGED, steps)
        for step, content in zip(steps, contents, strict=True):
            if content is not None:
                _stage(step, content)
        _note(root, _DECIDED, steps)
    except OSError:
        with contextlib.suppress(OSError):  # then the next writer does it
            recover(root)
        raise


def replace(target: Path, data: bytes) -> None:
    """Replace one file as a whole or not at all, keeping its mode. Raises OSError."""
    step = _Step(target, removal=False)
    try:
        _stage(step, data)
        step.staged.replace(target)
        _sync_folder(target.parent)
    except BaseException:
        step.staged.unlink(missing_ok=True)
        raise


def is_unfinished(root: Path) -> bool:
    """Whether somebody died while writing below a root, or is writing now."""
    return (root / STATE_FOLDER / JOURNAL).exists()


def recover(root: Path) -> None:
    """Finish or undo what was begun. The root's lock must be held. Raises OSError."""
    if not is_unfinished(root):
        return
    noted = json.loads((root / STATE_FOLDER / JOURNAL).read_bytes())
    steps = [_Step(root / entry["target"], removal=entry["removal"]) for entry in noted["steps"]]
    if noted["state"] == _DECIDED:
        _finish(root, steps)
        return
    for step in steps:
        step.staged.unlink(missing_ok=True)
    (root / STATE_FOLDER / JOURNAL).unlink()


def _target(root: Path, path: str) -> Path:
    """The file itself, behind any link. Raises CannotRunError where that is outside the root."""
    target = Path(os.path.realpath(root / path))
    if not target.is_relative_to(os.path.realpath(root)):
        raise CannotRunError("cannot.outside", path=path)
    return target


def _current(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotRunError("cannot.read", path=target, reason=error.strerror) from None


def _stage(step: _Step, content: bytes) -> None:
    step.target.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(step.staged, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        with contextlib.suppress(FileNotFoundError):
            step.staged.chmod(step.target.stat().st_mode & 0o7777)
        os.fsync(file.fileno())


def _note(root: Path, state: str, steps: Iterable[_Step]) -> None:
    """Put down, at once and for good, how far the work has come."""
    folder = state_folder(root)
    real = Path(os.path.realpath(root))
    noted = [{"target": step.target.relative_to(real).as_posix(), "removal": step.removal} for step in steps]
    draft = folder / f"{JOURNAL}.new"
    with draft.open("wb") as file:
        file.write(json.dumps({"state": state, "steps": noted}).encode())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / JOURNAL)
    _sync_folder(folder)


def _finish(root: Path, steps: Iterable[_Step]) -> None:
    """Put everything in its place. May be done again from any point at which it stopped."""
    folders = set()
    for step in steps:
        if step.removal:
            step.target.unlink(missing_ok=True)
        else:
            with contextlib.suppress(FileNotFoundError):  # it is in its place already
                step.staged.replace(step.target)
        folders.add(step.target.parent)
    for folder in folders:
        _sync_folder(folder)
    (root / STATE_FOLDER / JOURNAL).unlink()


def _sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)
