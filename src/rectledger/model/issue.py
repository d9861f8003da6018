"""`issues/<inspection>/<id>.yaml`: one issue and its measures."""

from datetime import date
from typing import Annotated, Literal

from rectledger.diagnostics import Route
from rectledger.model.base import Count, Day, Flag, Identifier, OptionalList, Record
from rectledger.model.due import Due
from rectledger.model.events import Event, IssueEvents, MeasureEvents


class Quota(Record, frozen=True, kw_only=True):
    """So many times in each period (每年至少两次). Without `from` it runs from the feedback, without `to` on and on."""

    at_least: Count
    per: Literal["month", "quarter", "half", "year"]
    from_: Day | None = None
    to: Day | None = None


class Measure(Record, frozen=True, kw_only=True):
    """整改措施: what will be done about an issue."""

    id: Identifier
    title: str | None = None
    """Set where the measure answers a problem of its own inside the issue (具体问题)."""
    text: str
    kind: Literal["correction", "safeguard"] | None = None
    owner: Identifier | None = None
    due: Due | None = None
    sustained: Flag = False
    quota: Quota | None = None
    public: str | None = None
    events: MeasureEvents = ()

    @property
    def public_text(self) -> str:
        """The words for the notice."""
        return self.public or self.text


class Publication(Record, frozen=True, kw_only=True):
    """Whether the issue may be published, and who decided that it may not."""

    omit: Flag = False
    reason: Literal["secret", "under-investigation", "unrest", "petition", "other"] | None = None
    approved_by: Identifier | None = None


class Waiver(Record, frozen=True, kw_only=True):
    """A rule that does not count for this issue, with somebody's approval, until a day (included)."""

    rule: str
    reason: str
    approved_by: Identifier
    until: Day | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the waiver is in force on a day."""
        return self.until is None or day <= self.until


class Issue(Record, frozen=True, kw_only=True):
    """问题: one finding on the list that was handed over."""

    id: Identifier
    heading: Identifier
    serial: str | None = None
    title: str
    requirement: Literal["immediate", "dated", "phased", "sustained"] | None = None
    leader: Identifier | None = None
    owner: Identifier
    support: Annotated[tuple[Identifier, ...], OptionalList] = ()
    due: Due | None = None
    goal: str | None = None
    standard: str | None = None
    cause: str | None = None
    also_checked: str | None = None
    measures: Annotated[tuple[Measure, ...], OptionalList]
    events: IssueEvents = ()
    publish: Publication = Publication()
    waivers: Annotated[tuple[Waiver, ...], OptionalList] = ()

    def all_events(self) -> list[tuple[Route, Event]]:
        """Every event of the file, of whatever day, with the route to its kind; measures first."""
        return [
            *[
                (("measures", position, "events", place, "event"), event)
                for position, measure in enumerate(self.measures)
                for place, event in enumerate(measure.events)
            ],
            *[(("events", place, "event"), event) for place, event in enumerate(self.events)],
        ]
