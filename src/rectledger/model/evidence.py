"""What stands at the path of an evidence file. Whoever reads files finds it, and rules judge it."""

from enum import StrEnum

from msgspec import Struct


class FileState(StrEnum):
    """How a path was found."""

    PRESENT = "present"
    MISSING = "missing"
    OUTSIDE = "outside"
    """A link on the way leads out of the ledger's folder."""
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"


class FoundFile(Struct, frozen=True):
    """What was found at a path."""

    state: FileState
    sha256: str = ""
    """Of a file that is present."""
    size: int | None = None
    near: str = ""
    """Of one that is missing: a path that differs only in case or in how its characters are composed."""
    reason: str = ""
    """Why it cannot be read, in the system's words."""
