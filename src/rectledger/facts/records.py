"""The shapes of what is known about a ledger on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.diagnostics import Cell, Problem, Route
from rectledger.facts.clock import LimitFacts
from rectledger.facts.deadline import Deadline
from rectledger.facts.quota import QuotaPeriod
from rectledger.facts.state import CLOSING, SETTLED, State
from rectledger.facts.texts import Texts, public_texts
from rectledger.model.events import Event, Extended
from rectledger.model.evidence import FoundFile
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue, Measure
from rectledger.model.ledger import Ledger

E = TypeVar("E", bound=Event)


class Level(StrEnum):
    """How near a deadline is, by the policy's ladder."""

    NONE = "none"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class MeasureFacts(Struct, frozen=True):
    """A measure on a day."""

    measure: Measure
    position: int
    """Its place in the issue's list, from 0."""
    number: str
    """The printed number: `4.2`."""
    ref: str
    """The shortest reference that holds: the number in the current inspection, else `zx2024-04/air`."""
    owner: str
    """The party who has it on the day: the measure's or the issue's owner, or who took over."""
    leader: str | None
    state: State
    deadline: Deadline
    """The deadline in force: of the last extension, else the one planned."""
    planned: Deadline
    days_left: int | None
    overdue: bool
    level: Level
    events: tuple[Event, ...]
    """What bears on it up to the day, by date: its own events and those of the issue that apply to it."""
    quotas: tuple[QuotaPeriod, ...]

    @property
    def route(self) -> Route:
        """Where the measure stands in the issue's file."""
        return ("measures", self.position)

    @property
    def words_route(self) -> Route:
        """Where its words for the notice stand."""
        return (*self.route, "public" if self.measure.public else "text")

    @property
    def due(self) -> date | None:
        """The day in force."""
        return self.deadline.day

    @property
    def open(self) -> bool:
        """Whether there is still a deadline to keep."""
        return self.state not in SETTLED


class IssueFacts(Struct, frozen=True):
    """An issue on a day."""

    issue: Issue
    file: str
    inspection: Inspection
    order: list[Any]
    """What issues are sorted by for their printed numbers, in plain values."""
    number: int
    """The printed number in its inspection."""
    ref: str
    """The shortest reference that holds: the number in the current inspection, else the id."""
    state: State
    due: date | None
    days_left: int | None
    overdue: bool
    measures: tuple[MeasureFacts, ...]

    def running(self, measure: MeasureFacts) -> bool:
        """Whether a measure's deadline still has to be kept: it is open and so is the issue."""
        return measure.open and self.state not in CLOSING

    @property
    def any_running(self) -> bool:
        """Whether a deadline of one of its measures still has to be kept."""
        return any(self.running(measure) for measure in self.measures)

    @property
    def published(self) -> bool:
        """Whether the issue may stand in a public text."""
        return not self.issue.publish.omit

    def problem(self, key: str, at: Route, /, **values: object) -> Problem:
        """A problem in this issue's file."""
        return Problem(self.file, at, key, values)

    def measure_at(self, route: Route) -> MeasureFacts | None:
        """The measure that a route of the file leads into; None for the issue itself."""
        return self.measures[int(route[1])] if route[0] == "measures" else None

    def route_of(self, event: Event) -> Route:
        """Where one of the file's events stands: the route to its kind."""
        return next(route for route, other in self.issue.all_events() if other is event)


def extensions(measure: MeasureFacts) -> Iterator[tuple[Extended, date | None]]:
    """What has extended a measure, each with the day that was in force before."""
    before = measure.planned.day
    for event in measure.events:
        if isinstance(event, Extended):
            yield event, before
            before = event.until


PlacedEvent: TypeAlias = tuple[IssueFacts, Route, Event]
"""An event with its issue and the route to its kind."""


class ListEntry(Struct, frozen=True):
    """A finding on the list that was handed over, and where it stands."""

    serial: str
    text: str
    heading: str | None
    """The id of a heading of the inspection, where the list says it."""
    file: str
    at: Route | Cell


class InspectionFacts(Struct, frozen=True):
    """An inspection on a day; its issues in the order of their printed numbers."""

    inspection: Inspection
    file: str
    clock: tuple[LimitFacts, ...]
    issues: tuple[IssueFacts, ...]
    listed: tuple[ListEntry, ...] = ()
    """The list that was handed over: the inspection's own, or one from outside that is compared with it."""

    @property
    def measures(self) -> Iterator[tuple[IssueFacts, MeasureFacts]]:
        """Every measure with its issue."""
        return ((issue, measure) for issue in self.issues for measure in issue.measures)


class Facts(Struct, frozen=True, dict=True):
    """A ledger, judged on a day."""

    ledger: Ledger
    day: date
    inspections: tuple[InspectionFacts, ...]
    evidence: Mapping[str, FoundFile] = field(default_factory=dict)
    """What stands at the paths of evidence files; a path is missing here where nobody looked."""

    def about(self, files: Collection[str]) -> "Facts":
        """The same with the issues of some files alone; what is known of each of them stays as it is."""
        issues = tuple(filed for filed in self.ledger.issues if filed.file in files)
        inspections = (
            replace(inspection, issues=tuple(issue for issue in inspection.issues if issue.file in files))
            for inspection in self.inspections
        )
        return Facts(replace(self.ledger, issues=issues), self.day, tuple(inspections), self.evidence)

    @cached_property
    def public_texts(self) -> Texts:
        """Every text that may be published and is not empty."""
        return Texts(tuple([placed for placed in public_texts(self.ledger) if placed[2]]))

    @cached_property
    def published_measures(self) -> tuple[tuple[IssueFacts, MeasureFacts], ...]:
        """Every measure of which the public may read, with its issue."""
        return tuple(pair for pair in self.measures if pair[0].published)

    @cached_property
    def issues(self) -> tuple[IssueFacts, ...]:
        """Every issue whose inspection is known."""
        return tuple(issue for inspection in self.inspections for issue in inspection.issues)

    @cached_property
    def measures(self) -> tuple[tuple[IssueFacts, MeasureFacts], ...]:
        """Every measure with its issue."""
        return tuple(pair for inspection in self.inspections for pair in inspection.measures)

    @cached_property
    def issue_in(self) -> Mapping[str, IssueFacts]:
        """The issues by their files."""
        return {issue.file: issue for issue in self.issues}

    @cached_property
    def events(self) -> tuple[PlacedEvent, ...]:
        """Every event of every issue, those after the day as well."""
        of_files = self.ledger.events_in
        return tuple([(issue, route, event) for issue in self.issues for route, event in of_files[issue.file]])

    @cached_property
    def proven(self) -> tuple[PlacedEvent, ...]:
        """Of all the events those with a file as evidence."""
        with_evidence = [placed for placed in self.events if placed[2].evidence]
        return tuple(placed for placed in with_evidence if any(entry.file for entry in placed[2].evidence))

    def events_of(self, kind: type[E]) -> Iterator[tuple[IssueFacts, Route, E]]:
        """Every event of a kind up to and including the day."""
        return (placed for placed in self._events_by_kind[kind] if placed[2].date <= self.day)

    def measures_with(self, kind: type[Event]) -> Sequence[tuple[IssueFacts, MeasureFacts]]:
        """Every measure that an event of a kind bears on up to the day, with its issue."""
        return self._measures_by_kind.get(kind, ())

    @cached_property
    def _events_by_kind(self) -> defaultdict[type[Any], list[Any]]:
        kinds = defaultdict(list)
        for placed in self.events:
            kinds[type(placed[2])].append(placed)
        return kinds

    @cached_property
    def _measures_by_kind(self) -> Mapping[type[Event], list[tuple[IssueFacts, MeasureFacts]]]:
        kinds = defaultdict(list)
        for pair in self.measures:
            for kind in {type(event) for event in pair[1].events}:
                kinds[kind].append(pair)
        return kinds
