"""What is said before a command."""

from pathlib import Path

from msgspec import Struct

from rectledger.messages import Language


class Globals(Struct, frozen=True):
    """What is said before the command."""

    folder: Path
    language: Language | None
    no_cache: bool


def said_before(folder: str = ".", lang: str | None = None, no_cache: bool = False) -> Globals:
    """What is said before a command, as the table's options have it."""
    return Globals(Path(folder), Language(lang) if lang else None, no_cache)
