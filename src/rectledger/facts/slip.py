"""The shape of one movement of a deadline."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from rectledger.model.events import Extended
from rectledger.model.issue import Issue
from rectledger.model.past import Commit


class Cause(StrEnum):
    """What moved a deadline. Only the first is a decision with an approver of its own."""

    EXTENDED = "extended"
    EXTENSION_EDITED = "extension-edited"
    EXTENSION_REMOVED = "extension-removed"
    DUE = "due"
    """The field of a measure was edited."""
    ISSUE_DUE = "issue-due"
    """The field of an issue was edited, which its measures without one of their own inherit."""
    CLOCK = "clock"
    FEEDBACK = "feedback"
    """The feedback day was edited, from which other days are counted."""


class Slip(NamedTuple):
    """One movement of one deadline. Of an issue's extension, `before` is the earliest day that it moved."""

    cause: Cause
    commit: Commit | None
    """None for what is not committed yet."""
    inspection: str
    issue: Issue | None
    """The issue after it; None for what is the inspection's."""
    measure: str | None
    limit: str | None
    """The name of the clock's limit."""
    before: date | None
    after: date | None
    """None where there is no day any more."""
    wrote: tuple[str, str] = ("", "")
    """The field before and after, as files write it."""
    event: Extended | None = None

    @property
    def approved_by(self) -> str | None:
        """Who approved it; None where nobody did."""
        return self.event.approved_by if self.event and self.cause is Cause.EXTENDED else None

    @property
    def days(self) -> int | None:
        """How far it moved, in days; less than none where it was brought forward."""
        return (self.after - self.before).days if self.before and self.after else None
