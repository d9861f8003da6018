"""The states of issues and measures over time: as recorded now, and as the ledger had them on each day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from rectledger.facts.burnup import Counts, Stay, counts_on
from rectledger.model.inspection import Inspection
from rectledger.model.ledger import Filed, Ledger, inspection_of
from rectledger.model.past import Commit


class Point(Struct, frozen=True):
    """The counts of a day."""

    day: date
    recorded: Counts
    """By today's records, each event on its own day, however late somebody wrote it down."""
    known: Counts | None
    """By the records as the last commit of that day had them, deleted issues included; None where git was not asked."""


class Deleted(Struct, frozen=True):
    """An issue that the ledger once had and has no more, and the commit that took it out."""

    issue: str
    file: str
    commit: Commit


class InspectionBurnup(Struct, frozen=True):
    """One inspection over time."""

    id: str
    title: str
    points: tuple[Point, ...]
    deleted: tuple[Deleted, ...]


class Burnup(Struct, frozen=True):
    """A ledger over time."""

    as_of: date
    inspections: tuple[InspectionBurnup, ...]
    remembered: bool
    """Whether git was asked."""
    cut: bool
    """Whether older history is missing."""


class Memory(Struct, frozen=True):
    """What git remembers of the issues: which version of which file was in force when, and what was deleted."""

    stays: Mapping[str, Sequence[Stay]]
    """By file."""
    deleted: Sequence[Deleted]
    cut: bool


def burnup(ledger: Ledger, days: Sequence[date], memory: Memory | None) -> Burnup:
    """The counts of each day, an inspection after the other. Folders of issues without an inspection are left out."""
    now = _by_inspection((filed.file, [Stay(filed.record, 0, len(days))]) for filed in ledger.issues)
    known = _by_inspection(memory.stays.items()) if memory else None
    return Burnup(
        as_of=days[-1],
        inspections=tuple(_inspection(filed, days, now, known, memory) for filed in ledger.inspections),
        remembered=memory is not None,
        cut=memory is not None and memory.cut,
    )


def _by_inspection(stays: Iterable[tuple[str, Sequence[Stay]]]) -> dict[str, list[Stay]]:
    groups: dict[str, list[Stay]] = defaultdict(list)
    for file, of_file in stays:
        groups[inspection_of(file)] += of_file
    return groups


def _inspection(
    filed: Filed[Inspection],
    days: Sequence[date],
    now: Mapping[str, Sequence[Stay]],
    known: Mapping[str, Sequence[Stay]] | None,
    memory: Memory | None,
) -> InspectionBurnup:
    inspection = filed.record
    recorded = counts_on(days, now.get(inspection.id, ()))
    then = counts_on(days, known.get(inspection.id, ())) if known is not None else [None] * len(days)
    points = [Point(*values) for values in zip(days, recorded, then, strict=True) if values[0] >= inspection.feedback]
    deleted = [gone for gone in memory.deleted if inspection_of(gone.file) == inspection.id] if memory else []
    return InspectionBurnup(inspection.id, inspection.title, tuple(points), tuple(deleted))
