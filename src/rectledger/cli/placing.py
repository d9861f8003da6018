"""How finished bytes get into a file that somebody named: as a whole, or not at all."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rectledger.errors import CannotRunError


def current(path: Path) -> bytes | None:
    """What a file holds now; None where there is no such file. Raises CannotRunError where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotRunError("cannot.read", path=path, reason=error.strerror) from None


def write(path: Path, data: bytes) -> None:
    """Replace a file as a whole or not at all; a link stays one, a device is written to. Raises CannotRunError."""
    with prepared({path: data}):
        pass


@contextmanager
def prepared(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Files that come to be, each as a whole, once what is done meanwhile has succeeded. Raises CannotRunError."""
    with ExitStack() as stack:
        ready = []
        for path, data in files.items():
            try:
                ready.append(stack.enter_context(_prepared(path.resolve(), data)))
            except OSError as error:
                raise CannotRunError("cannot.write", path=path, reason=error.strerror) from None
        yield
        for path, finish in zip(files, ready, strict=True):
            try:
                finish()
            except OSError as error:
                raise CannotRunError("cannot.write", path=path, reason=error.strerror) from None


@contextmanager
def _prepared(target: Path, data: bytes) -> Iterator[Callable[[], object]]:
    """What puts a file into its place, everything that can fail being done before."""
    import tempfile  # a document for the console needs no file

    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        yield lambda: target.write_bytes(data)
        return
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        yield lambda: Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
