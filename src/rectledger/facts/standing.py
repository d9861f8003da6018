"""The states of one issue over time, from the events of one version of it."""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from rectledger.facts.state import State, closing_state, combined, history
from rectledger.model.issue import Issue, Measure


class Standing(NamedTuple):
    """How an issue stands from a day on, until the next."""

    since: date
    issue: State
    measures: tuple[State, ...]


def standings(issue: Issue) -> list[Standing]:
    """How an issue stands at first and after every day on which something happened, oldest first."""
    days = {event.date for measure in issue.measures for event in measure.events}
    days |= {event.date for event in issue.events}
    tracks = [_track(issue, measure) for measure in issue.measures]
    return [_standing(issue, tracks, day) for day in (date.min, *sorted(days))]


def _track(issue: Issue, measure: Measure) -> tuple[list[date], list[State]]:
    """The days on which something bore on a measure, and its states before, between and after them."""
    past = history(measure.events, issue.events, date.max)
    return [event.date for event, _ in past], [State.NOT_STARTED, *(state for _, state in past)]


def _standing(issue: Issue, tracks: list[tuple[list[date], list[State]]], day: date) -> Standing:
    measures = tuple(states[bisect_right(days, day)] for days, states in tracks)
    closing = closing_state(issue.events, day) if issue.events else None
    return Standing(day, closing or combined(measures), measures)
