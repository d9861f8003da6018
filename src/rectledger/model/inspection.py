"""`ledger/inspections/<id>.yaml`: who inspected whom and when, the clock, the headings, words of the notice."""

from collections.abc import Mapping
from typing import Annotated, Literal

from rectledger.model.base import Day, Identifier, OptionalList, Record
from rectledger.model.due import Due

Source = Literal["party-inspection", "environmental", "audit", "safety", "self-check"]


class Period(Record, frozen=True, kw_only=True):
    """The days that the inspectors were there, both included."""

    from_: Day
    to: Day


class Limit(Record, frozen=True, kw_only=True):
    """A named limit of the clock and the day on which it was met."""

    due: Due
    done: Day | None = None
    document: str | None = None
    note: str | None = None


class Heading(Record, frozen=True, kw_only=True):
    """反馈问题: one finding of the inspectors, worded once."""

    id: Identifier
    text: str


class Listed(Record, frozen=True, kw_only=True):
    """One finding of the list that was handed over (问题清单), in its own words and with its own number."""

    serial: str
    text: str
    heading: Identifier | None = None


class Contact(Record, frozen=True, kw_only=True):
    """Where the public can turn to."""

    phone: str | None = None
    mail: str | None = None
    email: str | None = None


class NoticeWords(Record, frozen=True, kw_only=True):
    """What the notice says beside the issues."""

    issuer: Identifier | None = None
    date: Day | None = None
    basis: str | None = None
    statuses: Literal["none", "titled", "all"] = "titled"
    statistics: Literal["none", "headings", "issues", "measures"] = "none"
    organisation: Annotated[tuple[str, ...], OptionalList] = ()
    next_steps: Annotated[tuple[str, ...], OptionalList] = ()
    contact: Contact | None = None


class Imported(Record, frozen=True, kw_only=True):
    """A document that records were taken from."""

    file: str
    sha256: str
    date: Day


class Inspection(Record, frozen=True, kw_only=True):
    """One inspection (巡察, 督察, 审计)."""

    id: Identifier
    title: str
    source: Source
    authority: Identifier | None = None
    period: Period | None = None
    feedback: Day
    handed_over: str | None = None
    list_: Annotated[tuple[Listed, ...], OptionalList] = ()
    clock: Mapping[str, Limit] = {}
    headings: tuple[Heading, ...]
    notice: NoticeWords = NoticeWords()
    imported: Annotated[tuple[Imported, ...], OptionalList] = ()

    def position(self, heading: str) -> int:
        """The heading's place in the list, from 0; the length of the list for an unknown one."""
        return next((i for i, h in enumerate(self.headings) if h.id == heading), len(self.headings))
