"""Deadlines: from the words of a file to a day."""

from datetime import date, timedelta

from msgspec import Struct

from rectledger.diagnostics import Route
from rectledger.model.due import AfterFeedback, ClockLimit, DueSpec, OnDay, Pending, last_of_month
from rectledger.model.inspection import Inspection
from rectledger.workdays import WorkingDays


class Deadline(Struct, frozen=True):
    """The day by which something is due and where that is written.

    `route` leads to the value judged, in the issue's file; where the deadline is inherited,
    to the measure's `id`.
    """

    route: Route
    day: date | None = None
    provisional: bool = False
    """The day counts working days of a year that has no calendar yet."""
    pending: str = ""
    """What is waited for; there is no day until then."""


class DueDay(Struct, frozen=True):
    """A deadline's day, before anybody extends it."""

    day: date | None = None
    provisional: bool = False
    pending: str = ""


NO_DAY = DueDay()


def due_day(spec: DueSpec | None, inspection: Inspection, working_days: WorkingDays) -> DueDay:
    """The day that a deadline means. A limit that the clock does not have, or that means itself, has no day."""
    if isinstance(spec, OnDay):  # nearly all are
        return DueDay(spec.day)
    seen: set[str] = set()
    while isinstance(spec, ClockLimit):
        limit = inspection.clock.get(spec.name)
        if limit is None or spec.name in seen:
            return NO_DAY
        seen.add(spec.name)
        spec = limit.due
    match spec:
        case OnDay(day):
            return DueDay(day)
        case Pending(what):
            return DueDay(pending=what)
        case AfterFeedback():
            return _after_feedback(spec, inspection.feedback, working_days)
        case _:
            return NO_DAY


def _after_feedback(spec: AfterFeedback, feedback: date, working_days: WorkingDays) -> DueDay:
    if spec.unit == "wd":
        counted = working_days.after(feedback, spec.count)
        return DueDay(counted.day, counted.provisional)
    if spec.unit == "m":
        return DueDay(add_months(feedback, spec.count))
    return DueDay(feedback + timedelta(days=min(spec.count, (date.max - feedback).days)))


def add_months(day: date, months: int) -> date:
    """The same day some months on, clamped to the month's end and to the last year there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))
