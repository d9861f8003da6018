"""What is said before a command."""

from dataclasses import dataclass
from pathlib import Path

from rectledger.messages import Language


@dataclass(frozen=True, slots=True)
class Globals:
    """What is said before the command."""

    folder: Path
    language: Language | None
    no_cache: bool
