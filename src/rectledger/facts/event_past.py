"""Which commits brought an issue's events, edited them and took them away."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from rectledger.facts.event_changes import Placed, event_changes, placed_events
from rectledger.model.events import Event
from rectledger.model.issue import Issue
from rectledger.model.past import Commit, Version


class Deed(StrEnum):
    """What was done to an event."""

    ADDED = "added"
    EDITED = "edited"
    REMOVED = "removed"
    RESTORED = "restored"
    LOST = "lost"
    """It is gone, and no commit of its own took it away: a merge did."""


class Act(NamedTuple):
    """A deed and the commit that did it; None for what is not committed yet, and where nobody knows."""

    deed: Deed
    commit: Commit | None

    @property
    def pending(self) -> bool:
        """Whether it waits to be committed."""
        return self.commit is None and self.deed is not Deed.LOST


class EventPast(Struct):
    """An event as it is, or was last, and everything that was done to it, in order."""

    measure: str | None
    event: Event
    acts: list[Act] = field(default_factory=list)

    @property
    def gone(self) -> bool:
        """Whether it is no longer there."""
        return self.acts[-1].deed in {Deed.REMOVED, Deed.LOST}

    @property
    def placed(self) -> Placed:
        """The event with its place."""
        return Placed(self.measure, self.event)


def event_pasts(versions: Iterable[Version[Issue]], now: Issue | None) -> list[EventPast]:
    """Every event that an issue has or ever had, by date; `now` is the issue after the last version.

    What two branches have added alike is one event, the first one's.
    """
    pasts: list[EventPast] = []
    for version in versions:
        _fold(pasts, version)
    return sorted(_settled(pasts, now), key=lambda past: past.event.date)


def _fold(pasts: list[EventPast], version: Version[Issue]) -> None:
    changes, commit = event_changes(version), version.commit
    for old, new in changes.edited:
        past = _find(pasts, old, gone=False)
        if past:
            past.measure, past.event = new
            past.acts.append(Act(Deed.EDITED, commit))
        else:
            pasts.append(EventPast(*new, [Act(Deed.ADDED, commit)]))
    for placed in changes.removed:
        if past := _find(pasts, placed, gone=False):
            past.acts.append(Act(Deed.REMOVED, commit))
    there = list(placed_events(version.after)) if version.after else []
    for placed in changes.added:
        if sum(past.placed == placed for past in pasts if not past.gone) >= there.count(placed):
            continue  # another branch has brought it already
        if past := _find(pasts, placed, gone=True):
            past.acts.append(Act(Deed.RESTORED, commit))
        else:
            pasts.append(EventPast(*placed, [Act(Deed.ADDED, commit)]))


def _find(pasts: list[EventPast], placed: Placed, *, gone: bool) -> EventPast | None:
    return next((past for past in pasts if past.gone is gone and past.placed == placed), None)


def _settled(pasts: list[EventPast], now: Issue | None) -> list[EventPast]:
    """The pasts in accord with what is there now."""
    left = list(placed_events(now)) if now else []
    for past in pasts:
        if past.gone:
            continue
        if past.placed in left:
            left.remove(past.placed)
        else:
            past.acts.append(Act(Deed.LOST, None))
    return pasts
