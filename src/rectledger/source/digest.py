"""SHA-256: of bytes, and of a file or stream of any size, read a piece at a time."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

PIECE = 1 << 20


def sha256_of_bytes(data: bytes) -> str:
    """The digest of bytes in hexadecimal."""
    return _digest([data])


def sha256_of(path: Path) -> str:
    """The digest of a file. Raises OSError."""
    with path.open("rb") as file:
        return _digest(iter(partial(file.read, PIECE), b""))


def sha256_of_next(file: IO[bytes], size: int) -> str:
    """The digest of the next so many bytes of a stream."""
    return _digest(_pieces(file, size))


def _pieces(file: IO[bytes], size: int) -> Iterator[bytes]:
    while size and (piece := file.read(min(size, PIECE))):
        yield piece
        size -= len(piece)


def _digest(pieces: Iterable[bytes]) -> str:
    import hashlib  # noqa: PLC0415  # it loads OpenSSL, and most runs digest nothing

    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
