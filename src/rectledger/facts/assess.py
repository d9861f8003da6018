"""A ledger and a day to facts."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from msgspec import Struct

from rectledger.facts.clock import clock_facts
from rectledger.facts.deadline import Deadline, due_day
from rectledger.facts.quota import QuotaPeriod, quota_periods
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, Level, ListEntry, MeasureFacts
from rectledger.facts.state import SETTLED, State, closing_state, combined, history, holder
from rectledger.model.due import ClockLimit
from rectledger.model.events import Event, Extended, HandedOver
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue, Measure
from rectledger.model.ledger import Filed, Ledger, inspection_of

_PARTS = re.compile(r"\d+|\D+")
_MOVING = (Extended, HandedOver)
"""The kinds of events that change by when something is due, and whose it is."""
CONCENTRATED = ClockLimit("concentrated")
"""The limit that stands in where neither measure nor issue has a deadline."""


def assess(ledger: Ledger, day: date) -> Facts:
    """Everything that follows from a ledger on a day. Issues of an inspection that is not there are left out."""
    folders: dict[str, list[Filed[Issue]]] = defaultdict(list)
    for filed in ledger.issues:
        folders[inspection_of(filed.file)].append(filed)
    first = {filed.record.id: filed for filed in reversed(ledger.inspections)}
    judges = [_Judge(ledger, first[i], day, ledger.numbers_hold(i)) for i in ledger.judged_inspections]
    return Facts(ledger, day, tuple(judge.inspection_facts(folders[judge.filed.record.id]) for judge in judges))


class _Judge(Struct, frozen=True):
    """What an inspection's issues are judged by."""

    ledger: Ledger
    filed: Filed[Inspection]
    day: date
    numbers_hold: bool

    @property
    def inspection(self) -> Inspection:
        return self.filed.record

    def inspection_facts(self, issues: list[Filed[Issue]]) -> InspectionFacts:
        ordered = sorted(((printed_order(self.inspection, filed.record), filed) for filed in issues), key=itemgetter(0))
        return InspectionFacts(
            self.inspection,
            self.filed.file,
            clock_facts(self.inspection, self.ledger.working_days, self.day),
            tuple([self.issue_facts(filed, order, number) for number, (order, filed) in enumerate(ordered, 1)]),
            tuple(self.listed()),
        )

    def listed(self) -> Iterator[ListEntry]:
        """The inspection's own list."""
        for position, entry in enumerate(self.inspection.list_):
            at = ("list", position, "serial")
            yield ListEntry(entry.serial, entry.text, entry.heading, self.filed.file, at)

    def issue_facts(self, filed: Filed[Issue], order: list[Any], number: int) -> IssueFacts:
        issue = filed.record
        closing = closing_state(issue.events, self.day)
        measures = tuple([self.measure_facts(issue, n, number, closing) for n in range(len(issue.measures))])
        due = _due_of(measures)
        return IssueFacts(
            issue=issue,
            file=filed.file,
            inspection=self.inspection,
            order=order,
            number=number,
            ref=str(number) if self.numbers_hold else issue.id,
            state=closing or combined([measure.state for measure in measures]),
            due=due,
            days_left=(due - self.day).days if due else None,
            overdue=True in [measure.overdue for measure in measures],
            measures=measures,
        )

    def measure_facts(self, issue: Issue, position: int, number: int, closing: State | None) -> MeasureFacts:
        measure = issue.measures[position]
        past = history(measure.events, issue.events, self.day)
        events = tuple([event for event, _ in past])
        state = past[-1][1] if past else State.NOT_STARTED
        moving = [event for event in events if isinstance(event, _MOVING)]
        planned = self.planned(issue, position)
        deadline = _in_force(planned, moving, issue, position)
        days_left = (deadline.day - self.day).days if deadline.day else None
        running = days_left if state not in SETTLED and not closing else None
        return MeasureFacts(
            measure=measure,
            position=position,
            number=f"{number}.{position + 1}",
            ref=f"{number}.{position + 1}" if self.numbers_hold else f"{issue.id}/{measure.id}",
            owner=holder(measure.owner or issue.owner, moving),
            leader=holder(issue.leader, moving) if issue.leader else None,
            state=state,
            deadline=deadline,
            planned=planned,
            days_left=days_left,
            overdue=running is not None and running < 0,
            level=_level(running, self.ledger.settings.policy.warn),
            events=events,
            quotas=self.quotas(measure),
        )

    def planned(self, issue: Issue, position: int) -> Deadline:
        """The measure's own deadline, else the issue's, else the clock's concentrated period."""
        measure = issue.measures[position]
        own = ("measures", position, "due" if measure.due else "id")
        due = due_day(measure.due or issue.due or CONCENTRATED, self.inspection, self.ledger.working_days)
        return Deadline(own, due.day, due.provisional, due.pending)

    def quotas(self, measure: Measure) -> tuple[QuotaPeriod, ...]:
        if measure.quota is None:
            return ()
        return quota_periods(measure.quota, measure.events, self.inspection.feedback, self.day)


def printed_order(inspection: Inspection, issue: Issue) -> list[Any]:
    """What issues are sorted by for their printed numbers; those of one key as their files are.

    Issues that are not published come last, so that the numbers of the notice are those of the ledger.
    """
    return [issue.publish.omit, inspection.position(issue.heading), _natural(issue.serial or ""), _natural(issue.id)]


def _natural(text: str) -> list[Any]:
    """Sorts `10` behind `9`: digits by what they count, and behind all else."""
    return [value for part in _PARTS.findall(text) for value in ((int(part), "") if part.isdecimal() else (-1, part))]


def _due_of(measures: Sequence[MeasureFacts]) -> date | None:
    """The earliest day among the open measures; where none is open, the latest of all."""
    still_open = [measure.due for measure in measures if measure.open]
    if still_open:
        return min(filter(None, still_open), default=None)
    return max(filter(None, [measure.due for measure in measures]), default=None)


def _in_force(planned: Deadline, events: Sequence[Event], issue: Issue, position: int) -> Deadline:
    """The deadline of the last extension, else the one planned."""
    extended = [event for event in events if isinstance(event, Extended)]
    if not extended:
        return planned
    last = extended[-1]
    own = _index(issue.measures[position].events, last)
    route = ("events", _index(issue.events, last)) if own is None else ("measures", position, "events", own)
    return Deadline((*route, "until"), last.until)


def _index(events: Sequence[Event], event: Event) -> int | None:
    return next((i for i, other in enumerate(events) if other is event), None)


def _level(days_left: int | None, warn: tuple[int, int, int]) -> Level:
    if days_left is None:
        return Level.NONE
    green, yellow, red = warn
    if days_left <= red:
        return Level.RED
    if days_left <= yellow:
        return Level.YELLOW
    return Level.GREEN if days_left <= green else Level.NONE
