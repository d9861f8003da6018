"""What the day's picture knows of one issue, in plain values: rows can be kept, sent to another process, and merged.

A row says nothing about other issues. The printed number, which depends on them, is given when rows are merged.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from rectledger.facts.quota import QuotaPeriod, QuotaState
from rectledger.facts.records import Facts, IssueFacts, Level, MeasureFacts
from rectledger.facts.state import State
from rectledger.views.items import Item, comes_due, item, party_name


class PictureRow(NamedTuple):
    """An issue in the day's picture: texts, numbers, lists of them. The measures are those that the picture names."""

    order: list[Any]
    """Sorts rows as their printed numbers do."""
    issue: str
    state: str
    overdue: bool
    states: list[str]
    """Of every measure."""
    late: list[list[Any]]
    """A list of values for each measure that is overdue; first its place in the issue, then how many days are left."""
    soon: list[list[Any]]
    """The same for each that comes due within the policy's first warning."""
    owed: list[list[Any]]
    """A list of values for each period of a quota that is not met."""
    groups: list[list[Any]]
    """For each measure the name that it is counted under, and whether it is running, overdue, comes due."""


class Owed(NamedTuple):
    """A period of a quota that is not met: how many are still to come, or were missed, and by when."""

    ref: str
    issue: str
    measure: str
    owner: str
    owner_name: str
    text: str
    per: str
    period: QuotaPeriod


def row_of(facts: Facts, issue: IssueFacts, by: str | None = None) -> PictureRow:
    """The row of an issue, with the names that its measures are counted under where it is asked for."""
    within = facts.ledger.settings.policy.warn[0]
    return PictureRow(
        order=issue.order,
        issue=issue.issue.id,
        state=issue.state.value,
        overdue=issue.overdue,
        states=[measure.state.value for measure in issue.measures],
        late=[_item_values(facts, issue, measure) for measure in issue.measures if measure.overdue],
        soon=[_item_values(facts, issue, measure) for measure in issue.measures if comes_due(issue, measure, within)],
        owed=[values for measure in issue.measures for values in _owed_values(facts, measure)],
        groups=[_group_values(facts, issue, measure, by) for measure in issue.measures] if by else [],
    )


def item_of(row: PictureRow, values: list[Any], number: int | None) -> Item:
    """A line from its values; the number is None where numbers alone do not hold."""
    position, days_left, measure, state, due, level, *rest = values
    title, titled, text, owner, owner_name, leader, leader_name, provisional, pending, overdue = rest
    return Item(
        ref=_ref(row, number, position, measure),
        issue=row.issue,
        measure=measure,
        title=title,
        titled=titled,
        text=text,
        state=State(state),
        owner=owner,
        owner_name=owner_name,
        leader=leader,
        leader_name=leader_name,
        due=due and date.fromisoformat(due),
        provisional=provisional,
        pending=pending,
        days_left=days_left,
        overdue=overdue,
        level=Level(level),
    )


def owed_of(row: PictureRow, values: list[Any], number: int | None) -> Owed:
    """A period from its values."""
    position, measure, owner, owner_name, text, per, first, last, asked, counted, state = values
    days = date.fromisoformat(first), date.fromisoformat(last)
    period = QuotaPeriod(*days, asked, counted, QuotaState(state))
    return Owed(_ref(row, number, position, measure), row.issue, measure, owner, owner_name, text, per, period)


def _ref(row: PictureRow, number: int | None, position: int, measure: str) -> str:
    return f"{row.issue}/{measure}" if number is None else f"{number}.{position + 1}"


def _item_values(facts: Facts, issue: IssueFacts, measure: MeasureFacts) -> list[Any]:
    line = item(facts, issue, measure)
    due = line.due and line.due.isoformat()
    head = [measure.position, line.days_left, line.measure, line.state.value, due, line.level.value]
    names = [line.owner, line.owner_name, line.leader, line.leader_name]
    return [*head, line.title, line.titled, line.text, *names, line.provisional, line.pending, line.overdue]


def _owed_values(facts: Facts, measure: MeasureFacts) -> Iterator[list[Any]]:
    for period in measure.quotas:
        if period.state is not QuotaState.MET and measure.measure.quota:
            head = [measure.position, measure.measure.id, measure.owner, party_name(facts, measure.owner)]
            days = [period.first.isoformat(), period.last.isoformat()]
            counts = [period.asked, period.counted, period.state.value]
            yield [*head, measure.measure.text, measure.measure.quota.per, *days, *counts]


def _group_values(facts: Facts, issue: IssueFacts, measure: MeasureFacts, by: str) -> list[Any]:
    soon = comes_due(issue, measure, facts.ledger.settings.policy.warn[0])
    return [_group_of(facts, issue, measure, by), issue.running(measure), measure.overdue, soon]


def _group_of(facts: Facts, issue: IssueFacts, measure: MeasureFacts, by: str) -> str:
    match by:
        case "owner":
            return party_name(facts, measure.owner)
        case "leader":
            return party_name(facts, measure.leader) if measure.leader else ""
        case "heading":
            texts = {heading.id: heading.text for heading in issue.inspection.headings}
            return texts.get(issue.issue.heading, issue.issue.heading)
        case _:
            return measure.state.value
