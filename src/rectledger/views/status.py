"""The day's picture: counts at each level, what is late, what comes due, what is owed, the clock."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rectledger.facts.clock import LimitFacts
from rectledger.facts.quota import QuotaPeriod, QuotaState
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, MeasureFacts
from rectledger.facts.state import MEASURE_STATES, State
from rectledger.views.items import Item, comes_due, due_items, item, overdue_items, party_name

Grouping: TypeAlias = Literal["owner", "leader", "heading", "state"]
"""What the measures of an inspection can be counted by."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A period of a quota that is not met: how many are still to come, or were missed, and by when."""

    ref: str
    issue: str
    measure: str
    owner: str
    owner_name: str
    text: str
    per: str
    period: QuotaPeriod


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue with its measures."""

    ref: str
    facts: IssueFacts
    measures: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A row of the measures counted by something."""

    name: str
    measures: int
    open: int
    overdue: int
    due_soon: int


@dataclass(frozen=True, slots=True)
class InspectionStatus:
    """One inspection on the day."""

    id: str
    title: str
    feedback: date
    headings: int
    issue_states: Mapping[State, int]
    measure_states: Mapping[State, int]
    overdue: tuple[Item, ...]
    overdue_issues: int
    due_soon: tuple[Item, ...]
    owed: tuple[Owed, ...]
    clock: tuple[LimitFacts, ...]
    issues: tuple[IssueLine, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The whole ledger on the day."""

    as_of: date
    unit: str
    within: int
    """Days in which what comes due is listed: the policy's first warning."""
    inspections: tuple[InspectionStatus, ...]


def status(facts: Facts, by: Grouping | None = None) -> Status:
    """The picture of a day, with the measures counted by something where it is asked for."""
    within = facts.ledger.settings.policy.warn[0]
    late, soon = overdue_items(facts), due_items(facts, within)
    return Status(
        as_of=facts.day,
        unit=party_name(facts, facts.ledger.settings.unit),
        within=within,
        inspections=tuple(_inspection(facts, inspection, late, soon, by) for inspection in facts.inspections),
    )


def _inspection(
    facts: Facts, inspection: InspectionFacts, late: Iterable[Item], soon: Iterable[Item], by: Grouping | None
) -> InspectionStatus:
    ids = {issue.issue.id for issue in inspection.issues}
    lines = tuple(_line(facts, issue) for issue in inspection.issues)
    due_soon = tuple(line for line in soon if line.issue in ids)
    return InspectionStatus(
        id=inspection.inspection.id,
        title=inspection.inspection.title,
        feedback=inspection.inspection.feedback,
        headings=len(inspection.inspection.headings),
        issue_states=_counted((issue.state for issue in inspection.issues), tuple(State)),
        measure_states=_counted((measure.state for _, measure in inspection.measures), MEASURE_STATES),
        overdue=tuple(line for line in late if line.issue in ids),
        overdue_issues=sum(issue.overdue for issue in inspection.issues),
        due_soon=due_soon,
        owed=tuple(_owed(facts, inspection)),
        clock=inspection.clock,
        issues=lines,
        groups=_groups(facts, inspection, by) if by else (),
    )


def _counted(states: Iterable[State], every: tuple[State, ...]) -> dict[State, int]:
    counts = Counter(states)
    return {state: counts[state] for state in every}


def _line(facts: Facts, issue: IssueFacts) -> IssueLine:
    return IssueLine(issue.ref, issue, tuple(item(facts, issue, measure) for measure in issue.measures))


def _owed(facts: Facts, inspection: InspectionFacts) -> Iterator[Owed]:
    for issue, measure in inspection.measures:
        for period in measure.quotas:
            if period.state is not QuotaState.MET and measure.measure.quota:
                yield Owed(
                    ref=measure.ref,
                    issue=issue.issue.id,
                    measure=measure.measure.id,
                    owner=measure.owner,
                    owner_name=party_name(facts, measure.owner),
                    text=measure.measure.text,
                    per=measure.measure.quota.per,
                    period=period,
                )


def _groups(facts: Facts, inspection: InspectionFacts, by: Grouping) -> tuple[Group, ...]:
    """The rows of a count, those with the most overdue first."""
    within = facts.ledger.settings.policy.warn[0]
    rows: dict[str, Counter[str]] = {}
    for issue, measure in inspection.measures:
        row = rows.setdefault(_group_of(facts, issue, measure, by), Counter())
        row["measures"] += 1
        row["open"] += issue.running(measure)
        row["overdue"] += measure.overdue
        row["due_soon"] += comes_due(issue, measure, within)
    groups = [Group(n, r["measures"], r["open"], r["overdue"], r["due_soon"]) for n, r in rows.items()]
    return tuple(sorted(groups, key=lambda group: (-group.overdue, -group.due_soon, -group.open)))


def _group_of(facts: Facts, issue: IssueFacts, measure: MeasureFacts, by: Grouping) -> str:
    match by:
        case "owner":
            return party_name(facts, measure.owner)
        case "leader":
            return party_name(facts, measure.leader) if measure.leader else ""
        case "heading":
            texts = {heading.id: heading.text for heading in issue.inspection.headings}
            return texts.get(issue.issue.heading, issue.issue.heading)
        case "state":
            return measure.state
