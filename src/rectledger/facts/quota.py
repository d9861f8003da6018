"""Quotas: so many times in each period, counted from events."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from rectledger.facts.deadline import add_months
from rectledger.model.events import Event, Progress
from rectledger.model.issue import Quota

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class QuotaState(StrEnum):
    """How a period stands on a day."""

    MET = "met"
    OPEN = "open"
    MISSED = "missed"


class QuotaPeriod(Struct, frozen=True):
    """One period of a quota, its days both included, and what was counted in it up to the day."""

    first: date
    last: date
    asked: int
    counted: int
    state: QuotaState

    @property
    def owed(self) -> int:
        """How many are still to come."""
        return max(self.asked - self.counted, 0)


def quota_periods(quota: Quota, events: Iterable[Event], feedback: date, day: date) -> tuple[QuotaPeriod, ...]:
    """Every period that has begun by a day, oldest first. A part of a period asks for its share, rounded down."""
    start = quota.from_ or feedback
    counting = [event for event in events if isinstance(event, Progress) and start <= event.date <= day]
    periods = []
    for first, last in _whole_periods(_first_of_period(start, _MONTHS[quota.per]), _MONTHS[quota.per], day):
        begin, end = max(first, start), min(last, quota.to or last)
        if begin <= min(end, day):
            asked = quota.at_least * ((end - begin).days + 1) // ((last - first).days + 1)
            periods.append(_counted(begin, end, asked, counting, day))
    return tuple(periods)


def _whole_periods(first: date, months: int, day: date) -> Iterator[tuple[date, date]]:
    while first <= day:
        following = add_months(first, months)
        if following == date.max:
            yield first, date.max
            return
        yield first, following - timedelta(days=1)
        first = following


def _counted(first: date, last: date, asked: int, counting: Iterable[Progress], day: date) -> QuotaPeriod:
    counted = sum(event.counts for event in counting if first <= event.date <= last)
    if counted >= asked:
        return QuotaPeriod(first, last, asked, counted, QuotaState.MET)
    return QuotaPeriod(first, last, asked, counted, QuotaState.MISSED if last < day else QuotaState.OPEN)


def _first_of_period(day: date, months: int) -> date:
    return date(day.year, (day.month - 1) // months * months + 1, 1)
