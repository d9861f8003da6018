"""What an import could not know, and somebody has to look at: marked in the words themselves until then."""

from collections.abc import Iterator
from functools import cache

from rectledger.diagnostics import Route
from rectledger.facts.texts import PlacedText
from rectledger.model.due import DueSpec, Pending
from rectledger.model.events import Event
from rectledger.model.ledger import PARTIES_FILE, Ledger

MARK = "【待核】"


def unverified(ledger: Ledger) -> Iterator[PlacedText]:
    """Every text with the mark: in roles of parties, in deadlines, in events and their evidence."""
    return (placed for placed in _texts(ledger) if MARK in placed[2])


def _texts(ledger: Ledger) -> Iterator[PlacedText]:
    for n, party in enumerate(ledger.parties):
        yield PARTIES_FILE, (n, "role"), party.role or ""
    for filed in ledger.inspections:
        for name, limit in filed.record.clock.items():
            yield filed.file, ("clock", name, "due"), _awaited(limit.due)
            yield filed.file, ("clock", name, "note"), limit.note or ""
    for issue in ledger.issues:
        yield issue.file, ("due",), _awaited(issue.record.due)
        for n, measure in enumerate(issue.record.measures):
            yield issue.file, ("measures", n, "due"), _awaited(measure.due)
            for k, event in enumerate(measure.events):
                yield from _of_event(issue.file, ("measures", n, "events", k), event)
        for k, event in enumerate(issue.record.events):
            yield from _of_event(issue.file, ("events", k), event)


@cache
def _words_of(kind: type[Event]) -> tuple[str, ...]:
    """The keys of a kind of event that hold sentences."""
    return tuple(key for key in ("note", "left", "reason") if key in kind.model_fields)


def _of_event(file: str, route: Route, event: Event) -> Iterator[PlacedText]:
    for key in _words_of(type(event)):
        yield file, (*route, key), getattr(event, key) or ""
    for n, evidence in enumerate(event.evidence):
        yield file, (*route, "evidence", n, "note"), evidence.note or ""


def _awaited(due: DueSpec | None) -> str:
    return due.what if isinstance(due, Pending) else ""
