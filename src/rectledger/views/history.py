"""One issue's events with the commits and people behind them, and how its dates moved."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from rectledger.facts.event_past import EventPast
from rectledger.views.slippage import SlipLine, Slippage


class DateMoves(Struct, frozen=True):
    """How often the day of a measure, or of the issue where that moved, was moved, and how far in all."""

    ref: str
    first: date | None
    last: date | None
    times: int
    days: int
    """Less than none where it was brought forward."""
    unapproved: int


class History(Struct, frozen=True):
    """What git remembers of an issue."""

    issue: str
    title: str
    file: str
    former: tuple[str, ...]
    """Where its file stood before, the latest first."""
    measures: tuple[str, ...]
    events: tuple[EventPast, ...]
    slippage: Slippage

    @property
    def moves(self) -> tuple[DateMoves, ...]:
        """The movements by what was moved, in the order of the first."""
        groups: dict[str, list[SlipLine]] = defaultdict(list)
        for line in self.slippage.lines:
            groups[line.ref].append(line)
        return tuple(_moves(ref, lines) for ref, lines in groups.items())

    @property
    def groups(self) -> dict[str | None, list[EventPast]]:
        """The events by measure, in the file's order; then the issue's own, then those of measures that are gone."""
        groups: dict[str | None, list[EventPast]] = {measure: [] for measure in (*self.measures, None)}
        for past in self.events:
            groups.setdefault(past.measure, []).append(past)
        return {measure: pasts for measure, pasts in groups.items() if pasts}

    @property
    def uncommitted(self) -> int:
        """How many events wait to be committed, or were changed since."""
        return sum(any(act.pending for act in past.acts) for past in self.events)


def _moves(ref: str, lines: Sequence[SlipLine]) -> DateMoves:
    days = sum(line.days or 0 for line in lines)
    unapproved = sum(not line.approved for line in lines)
    return DateMoves(ref, lines[0].before, lines[-1].after, len(lines), days, unapproved)
