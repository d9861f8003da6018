"""The clock of an inspection: named limits, met, late, missed or still running."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from rectledger.facts.deadline import due_day
from rectledger.model.inspection import Inspection
from rectledger.workdays import WorkingDays


class LimitState(StrEnum):
    """How a limit stands on a day."""

    MET = "met"
    LATE = "late"
    OPEN = "open"
    MISSED = "missed"


class LimitFacts(Struct, frozen=True):
    """A limit of the clock on a day. `due` is None where it waits for something or cannot be computed."""

    name: str
    due: date | None
    provisional: bool
    done: date | None
    state: LimitState
    days_left: int | None


def clock_facts(inspection: Inspection, working_days: WorkingDays, day: date) -> tuple[LimitFacts, ...]:
    """The limits of an inspection in the file's order. What was done after the day is not yet done."""
    return tuple(_limit(name, inspection, working_days, day) for name in inspection.clock)


def _limit(name: str, inspection: Inspection, working_days: WorkingDays, day: date) -> LimitFacts:
    limit = inspection.clock[name]
    due = due_day(limit.due, inspection, working_days)
    done = limit.done if limit.done and limit.done <= day else None
    days_left = (due.day - day).days if due.day else None
    return LimitFacts(name, due.day, due.provisional, done, _state(due.day, done, day), days_left)


def _state(due: date | None, done: date | None, day: date) -> LimitState:
    if done:
        return LimitState.LATE if due and done > due else LimitState.MET
    return LimitState.MISSED if due and due < day else LimitState.OPEN
