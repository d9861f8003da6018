"""Which of the letters that are owed are asked for."""

from msgspec import Struct

from rectledger.errors import CannotRunError


class Choice(Struct, frozen=True):
    """Which of the letters that are owed, and whether they are recorded."""

    level: str | None = None
    party: str | None = None
    record: bool = False
    dry_run: bool = False
    """Show what would be recorded, and write nothing."""


def refuse_letters(choice: Choice) -> None:
    """Raises CannotRunError where a document that is no letter is asked for like one."""
    if choice != Choice():
        raise CannotRunError("cannot.no-letters")
