"""What a version of an issue did to its events: added, edited, removed."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from rectledger.model.events import Event
from rectledger.model.issue import Issue
from rectledger.model.past import Version


class Placed(NamedTuple):
    """An event and the id of its measure; None where it is the issue's own."""

    measure: str | None
    event: Event


class EventChanges(NamedTuple):
    """The difference that a version makes; an edited event stands beside what it became."""

    added: list[Placed]
    edited: list[tuple[Placed, Placed]]
    removed: list[Placed]


def event_changes(version: Version[Issue]) -> EventChanges:
    """The events that no parent had, that every parent had and are gone, and those that became others."""
    befores = [list(placed_events(issue)) for issue in version.before if issue]
    after = list(placed_events(version.after)) if version.after else []
    added, removed = after, _without(befores[0], after) if befores else []
    for before in befores:
        added = _without(added, before)
    for before in befores[1:]:
        removed = [placed for placed in removed if placed in before]
    return _paired(added, removed)


def placed_events(issue: Issue) -> Iterator[Placed]:
    """Every event of an issue, its measures' first."""
    for measure in issue.measures:
        yield from (Placed(measure.id, event) for event in measure.events)
    yield from (Placed(None, event) for event in issue.events)


def _without(events: Sequence[Placed], others: Sequence[Placed]) -> list[Placed]:
    left, out = list(others), []
    for placed in events:
        if placed in left:
            left.remove(placed)
        else:
            out.append(placed)
    return out


def _paired(added: list[Placed], removed: list[Placed]) -> EventChanges:
    edited, gone, left = [], [], list(added)
    for old in removed:
        new = next((new for same in _SAME for new in left if same(old, new)), None)
        if new is None:
            gone.append(old)
        else:
            left.remove(new)
            edited.append((old, new))
    return EventChanges(left, edited, gone)


def _elsewhere(old: Placed, new: Placed) -> bool:
    """The measure has another id, or the event moved to another measure."""
    return old.event == new.event


def _reworded(old: Placed, new: Placed) -> bool:
    return old.measure == new.measure and (old.event.event, old.event.date) == (new.event.event, new.event.date)


def _redated(old: Placed, new: Placed) -> bool:
    return old.measure == new.measure and replace(old.event, date=new.event.date) == new.event


_SAME: tuple[Callable[[Placed, Placed], bool], ...] = (_elsewhere, _reworded, _redated)
"""What makes one event of two, the surest first."""
