"""Counts of states on some days, from versions of issues that were in force for a while."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import NamedTuple

from rectledger.facts.deadline import add_months
from rectledger.facts.standing import standings
from rectledger.facts.state import State
from rectledger.model.issue import Issue

WEEK = timedelta(days=7)
MOST_WEEKS = 26
"""Half a year; what is longer is looked at by months."""


class Stay(NamedTuple):
    """A version of an issue and the positions of the days on which it was in force: from the first, before the end."""

    issue: Issue
    first: int
    end: int


class Counts(NamedTuple):
    """How many issues and measures were in each state on a day."""

    issues: Counter[State]
    measures: Counter[State]


def sample_days(first: date, last: date) -> list[date]:
    """The last day, and before it every seventh, or the ends of months where that would be more than half a year."""
    if last - first <= WEEK * MOST_WEEKS:
        return [last - WEEK * n for n in range((last - first).days // 7, 0, -1)] + [last]
    months = (last.year - first.year) * 12 + last.month - first.month
    ends = [add_months(first.replace(day=1), n) - timedelta(days=1) for n in range(1, months + 1)]
    return [*ends, last]


def counts_on(days: Sequence[date], stays: Iterable[Stay]) -> list[Counts]:
    """The counts of each day. Each version is looked at once, however long it was in force."""
    changes = [Counts(Counter(), Counter()) for _ in range(len(days) + 1)]
    for stay in stays:
        found = standings(stay.issue)
        starts = [max(stay.first, bisect_left(days, standing.since)) for standing in found]
        for standing, (start, end) in zip(found, pairwise([*starts, stay.end]), strict=True):
            if start < min(end, stay.end):
                _put(changes[start], standing.issue, standing.measures, 1)
                _put(changes[min(end, stay.end)], standing.issue, standing.measures, -1)
    return list(accumulate(changes[:-1], _sum, initial=Counts(Counter(), Counter())))[1:]


def _put(counts: Counts, issue: State, measures: Iterable[State], sign: int) -> None:
    counts.issues[issue] += sign
    for state in measures:
        counts.measures[state] += sign


def _sum(one: Counts, other: Counts) -> Counts:
    """Both together, without the states that nothing is in."""
    return Counts(one.issues + other.issues, one.measures + other.measures)
