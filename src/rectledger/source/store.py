"""Writing: every file as a whole, and several of them together or not at all, whatever happens meanwhile.

New bytes go to a file beside each target and are brought to the disk. Then one rename marks
all of them as decided, and only then do they take the targets' places. A process that dies
before the mark leaves the old files, one that dies after it the new ones: whoever comes next
finishes the work (`recover`).
"""

import contextlib
import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.source.digest import sha256_of_bytes
from rectledger.source.state import JOURNAL, STATE_FOLDER, is_unfinished, state_folder

_DECIDED = "decided"
_STAGED = "staged"


class Change(Struct, frozen=True):
    """What a file held when it was read, and what it shall hold; None where there is no file."""

    before: bytes | None
    after: bytes | None


class _Step(Struct, frozen=True):
    """A file that is going to change."""

    target: Path
    removal: bool
    before: str | None
    """The SHA-256 of what it held; None where there was no file."""

    @property
    def staged(self) -> Path:
        """Where its new bytes wait: beside it, hidden, under a name that is never too long."""
        digest = sha256_of_bytes(os.fsencode(self.target.name))
        return self.target.parent / f".{digest[:16]}.new"

    @property
    def is_untouched(self) -> bool:
        """Whether the file still holds what it held."""
        return _digest(_current(self.target)) == self.before


def write_all(root: Path, changes: Mapping[str, Change]) -> None:
    """Make every change below a root, or none. The root's lock must be held.

    Raises CannotRunError where a file cannot be written, would leave the root, or is not what was read.
    """
    steps = [_Step(_target(root, path), c.after is None, _digest(c.before)) for path, c in changes.items()]
    for path, step in zip(changes, steps, strict=True):
        if not step.is_untouched:
            raise CannotRunError("cannot.changed-meanwhile", path=path)
    try:
        _decide(root, steps, [change.after for change in changes.values()])
        _finish(root, steps)
    except OSError as error:
        raise _cannot_write(root, error) from None


def _cannot_write(root: Path, error: OSError) -> CannotRunError:
    return CannotRunError("cannot.write", path=error.filename2 or error.filename or root, reason=error.strerror)


def _decide(root: Path, steps: Sequence[_Step], contents: Iterable[bytes | None]) -> None:
    """Bring everything to the disk and mark it as decided; undone where that fails."""
    try:
        _note(root, _STAGED, steps)
        for step, content in zip(steps, contents, strict=True):
            if content is not None:
                _stage(step, content)
        _note(root, _DECIDED, steps)
    except OSError:
        with contextlib.suppress(CannotRunError):  # then the next writer does it
            recover(root)
        raise


def replace(target: Path, data: bytes) -> None:
    """Replace one file as a whole or not at all, keeping its mode. Raises OSError."""
    step = _Step(target, removal=False, before=None)
    try:
        _stage(step, data)
        step.staged.replace(target)
        _sync_folder(target.parent)
    except BaseException:
        step.staged.unlink(missing_ok=True)
        raise


def recover(root: Path) -> None:
    """Finish or undo what was begun. The root's lock must be held.

    What somebody else has put into a file since then stays. Raises CannotRunError.
    """
    if not is_unfinished(root):
        return
    try:
        state, steps = _noted(root)
        decided = [step for step in steps if state == _DECIDED and step.is_untouched]
        for step in steps:
            if step not in decided:
                step.staged.unlink(missing_ok=True)
        _finish(root, decided)
    except OSError as error:
        raise _cannot_write(root, error) from None


def _noted(root: Path) -> tuple[str, list[_Step]]:
    """How far the work had come. Raises CannotRunError for a journal that nobody can have written here."""
    import json  # noqa: PLC0415  # few runs write

    journal = root / STATE_FOLDER / JOURNAL
    try:
        noted = json.loads(journal.read_bytes())
        return noted["state"], [
            _Step(_target(root, entry["target"]), bool(entry["removal"]), entry["before"]) for entry in noted["steps"]
        ]
    except (CannotRunError, ValueError, KeyError, TypeError):
        raise CannotRunError("cannot.journal", path=journal) from None


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


def _digest(data: bytes | None) -> str | None:
    return None if data is None else sha256_of_bytes(data)


def _stage(step: _Step, content: bytes) -> None:
    """Bring new bytes to the disk beside their target. Raises OSError that names the target."""
    try:
        _write_staged(step, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(step.target)) from None


def _write_staged(step: _Step, content: bytes) -> None:
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
    import json  # noqa: PLC0415  # few runs write; msgspec's own refuses names that are no UTF-8

    folder = state_folder(root)
    real = Path(os.path.realpath(root))
    noted = [
        {"target": step.target.relative_to(real).as_posix(), "removal": step.removal, "before": step.before}
        for step in steps
    ]
    replace(folder / JOURNAL, json.dumps({"state": state, "steps": noted}).encode())


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
