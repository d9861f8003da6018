"""States of measures and issues, and who has them, folded from events."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from operator import attrgetter

from rectledger.model.events import (
    Closed,
    ClosureRejected,
    ClosureRequested,
    Completed,
    Deferred,
    Event,
    HandedOver,
    PlanChanged,
    Progress,
    Reopened,
    Transferred,
)


class State(StrEnum):
    """Where a measure or an issue stands on a day. The last two are states of issues only."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    PARTIAL = "partial"
    COMPLETE = "complete"
    TRANSFERRED = "transferred"
    DEFERRED = "deferred"
    CLOSURE_REQUESTED = "closure-requested"
    CLOSED = "closed"

    __hash__ = str.__hash__  # that of enumerations is Python, and states are looked up in sets all the time


SETTLED = frozenset((State.COMPLETE, State.TRANSFERRED, State.DEFERRED))
"""States in which a measure has no deadline to keep."""
CLOSING = frozenset((State.CLOSURE_REQUESTED, State.CLOSED))
MEASURE_STATES = tuple(state for state in State if state not in CLOSING)


def until(events: Iterable[Event], day: date) -> list[Event]:
    """The events up to and including a day, by date; of one day in file order."""
    past = [event for event in events if event.date <= day]
    if len(past) > 1:
        past.sort(key=_date)
    return past


_date = attrgetter("date")


def history(own: Sequence[Event], of_issue: Sequence[Event], day: date) -> list[tuple[Event, State]]:
    """What bears on a measure up to a day, each event with the measure's state after it.

    The issue's events bear on a measure that is not complete at that moment; `reopened` on
    every one. Of one day, the measure's own events come first.
    """
    state = State.NOT_STARTED
    out: list[tuple[Event, State]] = []
    inherited = {id(event) for event in of_issue} if of_issue else ()
    for event in until((*own, *of_issue) if of_issue else own, day):
        if inherited and id(event) in inherited and state is State.COMPLETE and not isinstance(event, Reopened):
            continue
        state = _after(state, event)
        out.append((event, state))
    return out


def _after(state: State, event: Event) -> State:
    match event:
        case Progress():
            return State.IN_PROGRESS if state is State.NOT_STARTED else state
        case Completed():
            return State.COMPLETE if event.extent == "full" else State.PARTIAL
        case Transferred():
            return State.TRANSFERRED
        case PlanChanged(decision="refused") | Reopened():
            return State.IN_PROGRESS
        case Deferred() | PlanChanged():
            return State.DEFERRED
        case _:
            return state


def holder(party: str, events: Iterable[Event]) -> str:
    """Who has what was a party's after every handing-over."""
    for event in events:
        if isinstance(event, HandedOver) and event.from_ == party:
            party = event.to
    return party


def closing_state(events: Iterable[Event], day: date) -> State | None:
    """`closure-requested` or `closed` by the last closing event up to a day, or None."""
    state = None
    for event in until(events, day):
        match event:
            case ClosureRequested():
                state = State.CLOSURE_REQUESTED
            case Closed():
                state = State.CLOSED
            case ClosureRejected() | Reopened():
                state = None
            case _:
                pass
    return state


def combined(states: Sequence[State]) -> State:
    """The state of an issue by its measures' states; without measures nothing has started."""
    present = set(states)
    if not present:
        return State.NOT_STARTED
    if present == {State.TRANSFERRED}:
        return State.TRANSFERRED
    if present <= {State.COMPLETE, State.TRANSFERRED}:
        return State.COMPLETE
    if present <= SETTLED:
        return State.DEFERRED
    if present & {State.PARTIAL, State.COMPLETE}:
        return State.PARTIAL
    return State.IN_PROGRESS if State.IN_PROGRESS in present else State.NOT_STARTED
