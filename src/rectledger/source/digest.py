"""The SHA-256 of a file of any size, read a piece at a time."""

import hashlib
from pathlib import Path


def sha256_of(path: Path) -> str:
    """The digest in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
