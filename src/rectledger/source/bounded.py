"""A file that somebody hands in, read within a bound."""

from pathlib import Path

from rectledger.errors import CannotRunError

MAX_BYTES = 20 * 1024 * 1024


def bytes_handed_in(path: Path, too_large: str) -> bytes:
    """The bytes of a file. Raises CannotRunError where there are none to be had, and by `too_large` for too many."""
    try:
        if not path.is_file():
            raise CannotRunError("cannot.no-path", path=path)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotRunError("cannot.read", path=path, reason=error.strerror) from None
    if len(data) > MAX_BYTES:
        raise CannotRunError(too_large, path=path.name, limit=MAX_BYTES >> 20)
    return data
