"""The SHA-256 of a file of any size, read a piece at a time."""

import hashlib
from pathlib import Path
from typing import IO

PIECE = 1 << 20


def sha256_of(path: Path) -> str:
    """The digest in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of_next(file: IO[bytes], size: int) -> str:
    """The digest of the next so many bytes of a stream."""
    digest = hashlib.sha256()
    while size and (piece := file.read(min(size, PIECE))):
        digest.update(piece)
        size -= len(piece)
    return digest.hexdigest()
