"""What turns green, yellow, red, overdue or missed, and on which day, if nobody acts."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from rectledger.facts.clock import LimitState
from rectledger.facts.quota import QuotaState, quota_periods
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.views.items import party_name

ONE_DAY = timedelta(days=1)


class Turn(StrEnum):
    """What happens on the day."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    OVERDUE = "overdue"
    QUOTA_MISSED = "quota-missed"
    LIMIT_MISSED = "limit-missed"


class Change(Struct, frozen=True):
    """One thing that happens on a day if nobody acts. `ref` is a measure, or the name of a limit of the clock."""

    day: date
    turn: Turn
    ref: str
    title: str
    owner: str | None
    owner_name: str | None
    due: date


def forecast(facts: Facts, until: date) -> tuple[Change, ...]:
    """What happens after the day up to and including another, the nearest first."""
    changes = [*_measures(facts), *_quotas(facts, until), *_limits(facts)]
    return tuple(sorted((c for c in changes if facts.day < c.day <= until), key=lambda c: c.day))


def _measures(facts: Facts) -> Iterator[Change]:
    for issue, measure in facts.measures:
        if measure.due and issue.running(measure):
            for turn, days_left in _ladder(facts.ledger.settings.policy.warn):
                day = date.fromordinal(min(max(measure.due.toordinal() - days_left, 1), date.max.toordinal()))
                yield _change(facts, issue, measure, day, turn, measure.due)


def _ladder(warn: tuple[int, int, int]) -> list[tuple[Turn, int]]:
    """Days left at which something happens. Of steps on one day only the most serious counts."""
    by_days = dict(zip(warn, (Turn.GREEN, Turn.YELLOW, Turn.RED), strict=True))
    return [*((turn, days) for days, turn in by_days.items()), (Turn.OVERDUE, -1)]


def _quotas(facts: Facts, until: date) -> Iterator[Change]:
    for issue, measure in facts.measures:
        quota = measure.measure.quota
        if quota is None:
            continue
        for period in quota_periods(quota, measure.events, issue.inspection.feedback, until):
            if period.state is QuotaState.MISSED:
                yield _change(facts, issue, measure, period.last + ONE_DAY, Turn.QUOTA_MISSED, period.last)


def _limits(facts: Facts) -> Iterator[Change]:
    for inspection in facts.inspections:
        for limit in inspection.clock:
            if limit.state is LimitState.OPEN and limit.due and limit.due < date.max:
                yield Change(
                    limit.due + ONE_DAY,
                    Turn.LIMIT_MISSED,
                    limit.name,
                    inspection.inspection.title,
                    None,
                    None,
                    limit.due,
                )


def _change(facts: Facts, issue: IssueFacts, measure: MeasureFacts, day: date, turn: Turn, due: date) -> Change:
    return Change(
        day=day,
        turn=turn,
        ref=measure.ref,
        title=measure.measure.title or issue.issue.title,
        owner=measure.owner,
        owner_name=party_name(facts, measure.owner),
        due=due,
    )
