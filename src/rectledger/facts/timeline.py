"""The events of one record in two revisions: which are new, which are gone, and which say something else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rectledger.model.events import Event, Evidence


class Placed(NamedTuple):
    """An event and its place in its list, from 0."""

    position: int
    event: Event


class Edited(NamedTuple):
    """An event that says something else than it did."""

    before: Event
    after: Placed

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ, evidence left out."""
        names = [name for name in self.before.__struct_fields__ if name != "evidence"]
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after.event, name))


class EvidenceChange(NamedTuple):
    """A piece of evidence of an event that was and is there; None where there is none."""

    event: Placed
    before: Evidence | None
    after: Evidence | None


class Timeline(Struct, frozen=True):
    """What became of a list of events. Their order in the file does not matter."""

    added: tuple[Placed, ...]
    removed: tuple[Event, ...]
    edited: tuple[Edited, ...]
    evidence: tuple[EvidenceChange, ...]
    """Of events that are there before and after."""
    kept: tuple[Event, ...]
    """The events that say what they said, as they were, in the order in which they stand now."""


def timeline(before: Sequence[Event], after: Sequence[Event]) -> Timeline:
    """What became of the events of one record."""
    if before == after:
        return Timeline((), (), (), (), tuple(after))
    left = list(before)
    same: list[tuple[Event, Placed]] = []
    new: list[Placed] = []
    for placed in (Placed(*pair) for pair in enumerate(after)):
        found = next((event for event in left if bare(event) == bare(placed.event)), None)
        if found is None:
            new.append(placed)
        else:
            left.remove(found)
            same.append((found, placed))
    edited = _edited(left, new)
    pairs = [*same, *((edit.before, edit.after) for edit in edited)]
    return Timeline(
        added=tuple(placed for placed in new if all(edit.after is not placed for edit in edited)),
        removed=tuple(event for event in left if all(edit.before is not event for edit in edited)),
        edited=tuple(edited),
        evidence=tuple(change for old, placed in pairs for change in _evidence(old, placed)),
        kept=tuple(placed.event for _, placed in same),
    )


def bare(event: Event) -> Event:
    """An event without its evidence."""
    return replace(event, evidence=()) if event.evidence else event


def _edited(gone: Sequence[Event], new: Sequence[Placed]) -> list[Edited]:
    """Each event that is gone with the new one of its kind that is most like it."""
    left, out = list(new), []
    for event in gone:
        alike = [placed for placed in left if placed.event.event == event.event]
        if alike:
            nearest = min(alike, key=lambda placed: len(Edited(event, placed).fields))
            left.remove(nearest)
            out.append(Edited(event, nearest))
    return out


def _evidence(before: Event, after: Placed) -> Iterator[EvidenceChange]:
    """Every piece of evidence that is not what it was, whatever their order. A file that moved is known by its hash."""
    left = list(after.event.evidence)
    for piece in before.evidence:
        found = next((other for same in (_named_alike, _hashed_alike) for other in left if same(piece, other)), None)
        if found is not None:
            left.remove(found)
        if found != piece:
            yield EvidenceChange(after, piece, found)
    yield from (EvidenceChange(after, None, piece) for piece in left)


def _named_alike(one: Evidence, other: Evidence) -> bool:
    return (one.file, one.document) == (other.file, other.document)


def _hashed_alike(one: Evidence, other: Evidence) -> bool:
    return one.sha256 is not None and one.sha256 == other.sha256
