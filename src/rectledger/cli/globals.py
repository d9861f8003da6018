"""What is said before a command."""

from pathlib import Path

from msgspec import Struct

from rectledger.messages import Language


class Globals(Struct, frozen=True):
    """What is said before the command."""

    folder: Path
    language: Language | None
    no_cache: bool
