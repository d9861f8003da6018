"""The day's picture: counts at each level, what is late, what comes due, what is owed, the clock."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from rectledger.facts.clock import LimitFacts
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts
from rectledger.facts.state import MEASURE_STATES, State
from rectledger.views.items import Item, item, party_name
from rectledger.views.picture_rows import Owed, PictureRow, item_of, owed_of, row_of

Grouping: TypeAlias = Literal["owner", "leader", "heading", "state"]
"""What the measures of an inspection can be counted by."""


class IssueLine(Struct, frozen=True):
    """An issue with its measures."""

    ref: str
    facts: IssueFacts
    measures: tuple[Item, ...]


class Group(Struct, frozen=True):
    """A row of the measures counted by something."""

    name: str
    measures: int
    open: int
    overdue: int
    due_soon: int


class Head(NamedTuple):
    """An inspection on the day without its issues."""

    id: str
    title: str
    feedback: date
    headings: int
    clock: tuple[LimitFacts, ...]


class InspectionStatus(Struct, frozen=True):
    """One inspection on the day."""

    head: Head
    count: int
    """Of issues."""
    issue_states: Mapping[State, int]
    measure_states: Mapping[State, int]
    overdue: tuple[Item, ...]
    overdue_issues: int
    due_soon: tuple[Item, ...]
    owed: tuple[Owed, ...]
    groups: tuple[Group, ...]
    issues: tuple[IssueLine, ...] = ()
    """Every issue, where the format that is asked for shows them."""


class Status(Struct, frozen=True):
    """The whole ledger on the day."""

    as_of: date
    unit: str
    within: int
    """Days in which what comes due is listed: the policy's first warning."""
    inspections: tuple[InspectionStatus, ...]


def status(facts: Facts, by: Grouping | None = None, *, every: bool = False) -> Status:
    """The picture of a day; where it is asked for, with the measures counted by something, with every issue."""
    inspections = tuple(_inspection(facts, inspection, by, every=every) for inspection in facts.inspections)
    return replace(frame(facts), inspections=inspections)


def frame(facts: Facts) -> Status:
    """The picture without inspections."""
    unit = party_name(facts, facts.ledger.settings.unit)
    return Status(facts.day, unit, facts.ledger.settings.policy.warn[0], ())


def head_of(facts: InspectionFacts) -> Head:
    """An inspection without its issues."""
    known = facts.inspection
    return Head(known.id, known.title, known.feedback, len(known.headings), facts.clock)


def merged(
    head: Head, rows: Iterable[PictureRow], *, numbers_hold: bool, issues: tuple[IssueLine, ...] = ()
) -> InspectionStatus:
    """The picture of an inspection from the rows of its issues, given in the order of their files."""
    ordered = sorted(rows, key=lambda row: row.order)
    numbered = [(row, number if numbers_hold else None) for number, row in enumerate(ordered, 1)]
    return InspectionStatus(
        head=head,
        count=len(ordered),
        issue_states=_counted((row.state for row in ordered), tuple(State)),
        measure_states=_counted((state for row in ordered for state in row.states), MEASURE_STATES),
        overdue=_urgent_first((row, values, number) for row, number in numbered for values in row.late),
        overdue_issues=sum(row.overdue for row in ordered),
        due_soon=_urgent_first((row, values, number) for row, number in numbered for values in row.soon),
        owed=tuple(owed_of(row, values, number) for row, number in numbered for values in row.owed),
        groups=_groups(values for row in ordered for values in row.groups),
        issues=issues,
    )


def _inspection(facts: Facts, inspection: InspectionFacts, by: Grouping | None, *, every: bool) -> InspectionStatus:
    head = head_of(inspection)
    rows = [row_of(facts, issue, by) for issue in inspection.issues]
    lines = tuple(_line(facts, issue) for issue in inspection.issues) if every else ()
    return merged(head, rows, numbers_hold=facts.ledger.numbers_hold(head.id), issues=lines)


def _counted(states: Iterable[str], every: Sequence[State]) -> dict[State, int]:
    counts = Counter(states)
    return {state: counts[state] for state in every}


def _urgent_first(lines: Iterable[tuple[PictureRow, list[Any], int | None]]) -> tuple[Item, ...]:
    """By days left; of one day in the order of the inspection."""
    return tuple(item_of(*line) for line in sorted(lines, key=lambda line: line[1][1] or 0))


def _line(facts: Facts, issue: IssueFacts) -> IssueLine:
    return IssueLine(issue.ref, issue, tuple(item(facts, issue, measure) for measure in issue.measures))


def _groups(counted: Iterable[list[Any]]) -> tuple[Group, ...]:
    """The rows of a count, those with the most overdue first."""
    rows: dict[str, list[int]] = {}
    for name, *flags in counted:
        rows[name] = [had + flag for had, flag in zip(rows.get(name, [0] * 4), [1, *flags], strict=True)]
    groups = [Group(name, *numbers) for name, numbers in rows.items()]
    return tuple(sorted(groups, key=lambda group: (-group.overdue, -group.due_soon, -group.open)))
