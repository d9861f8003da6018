"""Which record a file holds, told by its place."""

import re
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


_PLACES = (
    (re.compile(r"issues/[^/]+/[^/]+\.yaml"), Kind.ISSUE),
    (re.compile(re.escape(SETTINGS_FILE)), Kind.SETTINGS),
    (re.compile(re.escape(PARTIES_FILE)), Kind.PARTIES),
    (re.compile(r"ledger/inspections/[^/]+\.yaml"), Kind.INSPECTION),
    (re.compile(r"ledger/calendars/cn-\d{4}\.yaml"), Kind.CALENDAR),
    (re.compile(r"ledger/views/[^/]+\.yaml"), Kind.LAYOUT),
)


def kind_of(file: str) -> Kind | None:
    """The kind of record that belongs at a path; None where no record belongs."""
    for pattern, kind in _PLACES:
        if pattern.fullmatch(file):
            return kind
    return None
