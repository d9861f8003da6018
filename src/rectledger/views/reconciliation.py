"""The list that was handed over, finding by finding, on its way into the ledger and the notice."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from rectledger.facts.reconciliation import Reconciliation
from rectledger.facts.records import IssueFacts, ListEntry
from rectledger.facts.serials import normal_serial


class Verdict(StrEnum):
    """What became of a finding."""

    KEPT = "kept"
    DROPPED = "dropped"
    """No issue has it."""
    MERGED = "merged"
    """It shares its issue with other findings."""
    REPEATED = "repeated"
    """Several issues have the very same serial, or the list has it twice."""
    SPLIT = "split"
    """Several issues are numbered as its parts."""
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    UNLISTED = "unlisted"
    """An issue that is not on the list."""


class Line(Struct, frozen=True):
    """A finding of the list, or an issue that is not on it."""

    serial: str
    text: str | None
    """Its words on the list; None of what is not on it."""
    planned: bool | None
    """Whether the inspection's own `list` has it; None where it has none."""
    issues: tuple[IssueFacts, ...]
    verdict: Verdict


def reconciled_lines(reconciled: Reconciliation) -> tuple[Line, ...]:
    """A line a finding, in the order of the list; behind them the issues that are not on it."""
    own = [normal_serial(entry.serial) for entry in reconciled.inspection.inspection.list_]
    unlisted = (issue for issue in reconciled.issues if not reconciled.listed(issue))
    return (
        *(_listed(reconciled, entry, own) for entry in reconciled.entries),
        *(_unlisted(issue, own) for issue in unlisted),
    )


def _listed(reconciled: Reconciliation, entry: ListEntry, own: list[str]) -> Line:
    verdicts = set(_verdicts(reconciled, entry))
    planned = normal_serial(entry.serial) in own if own else None
    worst = next(verdict for verdict in _BY_WEIGHT if verdict in verdicts)
    return Line(entry.serial, entry.text, planned, reconciled.holders(entry), worst)


def _unlisted(issue: IssueFacts, own: list[str]) -> Line:
    serial = issue.issue.serial or ""
    return Line(serial, None, normal_serial(serial) in own if own else None, (issue,), Verdict.UNLISTED)


_BY_WEIGHT = (
    *(Verdict.DROPPED, Verdict.REPEATED, Verdict.MERGED, Verdict.RENUMBERED),
    *(Verdict.SPLIT, Verdict.MOVED, Verdict.REWORDED, Verdict.KEPT),
)


def _verdicts(reconciled: Reconciliation, entry: ListEntry) -> Iterator[Verdict]:
    holders = reconciled.holders(entry)
    yield Verdict.KEPT if holders else Verdict.DROPPED
    serials = [normal_serial(issue.issue.serial or "") for issue in holders]
    if len(set(serials)) < len(serials) or reconciled.entry[normal_serial(entry.serial)] is not entry:
        yield Verdict.REPEATED
    if len(serials) > 1:
        yield Verdict.SPLIT
    for issue in holders:
        if len(reconciled.serials(issue)) > 1:
            yield Verdict.MERGED
        if reconciled.renumbered(issue):
            yield Verdict.RENUMBERED
        if reconciled.moved(issue):
            yield Verdict.MOVED
        if reconciled.unlike(issue):
            yield Verdict.REWORDED
