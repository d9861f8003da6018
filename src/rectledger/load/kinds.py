"""Which record a file holds, told by its place."""

from enum import Enum

from rectledger.model.ledger import PARTIES_FILE, SETTINGS_FILE


class Kind(Enum):
    """What a file of the ledger holds."""

    SETTINGS = "settings"
    PARTIES = "parties"
    INSPECTION = "inspection"
    CALENDAR = "calendar"
    ISSUE = "issue"
    LAYOUT = "layout"

    __hash__ = object.__hash__  # that of enumerations is Python, and this is looked up for every file


_FILES = {SETTINGS_FILE: Kind.SETTINGS, PARTIES_FILE: Kind.PARTIES}
_FOLDERS = {"ledger/inspections": Kind.INSPECTION, "ledger/calendars": Kind.CALENDAR, "ledger/views": Kind.LAYOUT}


def kind_of(file: str) -> Kind | None:
    """The kind of record that belongs at a path; None where no record belongs."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".yaml")
    if file in _FILES or not stem or stem == name:
        return _FILES.get(file)
    if folder.startswith("issues/"):
        return Kind.ISSUE if "/" not in folder[7:] and folder != "issues/" else None
    kind = _FOLDERS.get(folder)
    return None if kind is Kind.CALENDAR and not _names_a_year(stem) else kind


def _names_a_year(stem: str) -> bool:
    """Whether it is `cn-2025`, or so."""
    return stem.startswith("cn-") and len(stem) == 7 and stem[3:].isdecimal()
