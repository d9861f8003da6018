"""One line of a list of measures: what it is, by when, who has it."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from rectledger.facts.records import Facts, IssueFacts, Level, MeasureFacts
from rectledger.facts.state import State


class Item(Struct, frozen=True):
    """A measure as lists show it. Parties are ids, with their names beside them."""

    ref: str
    issue: str
    measure: str
    title: str
    """The measure's own title, else the issue's."""
    titled: bool
    text: str
    state: State
    owner: str
    owner_name: str
    leader: str | None
    leader_name: str | None
    due: date | None
    provisional: bool
    pending: str
    days_left: int | None
    overdue: bool
    level: Level

    @property
    def words(self) -> str:
        """What tells the measure from its siblings: its own title, else its text."""
        return self.title if self.titled else self.text


def party_name(facts: Facts, party: str) -> str:
    """The name that people inside the unit know a party by; the id of one that is unknown."""
    return facts.ledger.name_of(party)


def item(facts: Facts, issue: IssueFacts, measure: MeasureFacts) -> Item:
    """A measure as a line."""
    return Item(
        ref=measure.ref,
        issue=issue.issue.id,
        measure=measure.measure.id,
        title=measure.measure.title or issue.issue.title,
        titled=measure.measure.title is not None,
        text=measure.measure.text,
        state=measure.state,
        owner=measure.owner,
        owner_name=party_name(facts, measure.owner),
        leader=measure.leader,
        leader_name=party_name(facts, measure.leader) if measure.leader else None,
        due=measure.due,
        provisional=measure.deadline.provisional,
        pending=measure.deadline.pending,
        days_left=measure.days_left,
        overdue=measure.overdue,
        level=measure.level,
    )


def overdue_items(facts: Facts) -> tuple[Item, ...]:
    """Every overdue measure, the most overdue first."""
    return _urgent_first(item(facts, issue, measure) for issue, measure in facts.measures if measure.overdue)


def due_items(facts: Facts, within: int) -> tuple[Item, ...]:
    """Every measure whose deadline is still running and ends within so many days, the nearest first."""
    return _urgent_first(
        item(facts, issue, measure) for issue, measure in facts.measures if comes_due(issue, measure, within)
    )


def comes_due(issue: IssueFacts, measure: MeasureFacts, within: int) -> bool:
    """Whether a measure's deadline is running and ends within so many days."""
    return issue.running(measure) and measure.days_left is not None and 0 <= measure.days_left <= within


def _urgent_first(items: Iterator[Item]) -> tuple[Item, ...]:
    """By days left; of one day in the order of the ledger."""
    return tuple(sorted(items, key=lambda line: line.days_left or 0))
