"""One writer at a time: a lock on a ledger's folder, which the system takes back from a process that dies."""

import contextlib
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rectledger.errors import CannotRunError
from rectledger.source.state import state_folder

PATIENCE = 60.0
"""Seconds that a writer waits for another one."""
_PAUSE = 0.02
_NOTICE_AFTER = 1.0
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_FAR_BYTE = 1 << 30
"""The byte that is locked on Windows, where a locked byte cannot be read: who holds it stands at the beginning."""

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(root: Path, on_wait: Callable[[str], None] = lambda _holder: None) -> Iterator[None]:
    """Hold the lock of the ledger at a root. `on_wait` hears who has it, once the wait gets long.

    Raises CannotRunError where somebody holds it for too long, or where no lock can be made.
    """
    try:
        descriptor = os.open(state_folder(root) / "lock", _FLAGS, 0o666)
    except OSError as error:
        raise CannotRunError("cannot.lock", path=root, reason=error.strerror) from None
    try:
        _wait(root, descriptor, on_wait)
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)


def _wait(root: Path, descriptor: int, on_wait: Callable[[str], None]) -> None:
    start, told = time.monotonic(), False
    while True:
        try:
            return _take(descriptor)
        except (BlockingIOError, PermissionError):
            waited = time.monotonic() - start
        except OSError as error:
            raise CannotRunError("cannot.lock", path=root, reason=error.strerror) from None
        if waited > PATIENCE:
            raise CannotRunError("cannot.locked", holder=_holder(descriptor))
        if waited > _NOTICE_AFTER and not told:
            on_wait(_holder(descriptor))
            told = True
        time.sleep(_PAUSE)


def _sign(descriptor: int) -> None:
    """Leave a word on who holds the lock; on a full disk it stays empty."""
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"pid {os.getpid()} @ {platform.node()}".encode())


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 200).decode("utf-8", "replace").strip() or "?"
