"""What an import could not know, and somebody has to look at: marked in the words themselves until then."""

from collections.abc import Iterable, Iterator, Sequence

from rectledger.diagnostics import Route
from rectledger.facts.texts import PlacedText
from rectledger.model.due import DueSpec, Pending
from rectledger.model.issue import Issue
from rectledger.model.ledger import PARTIES_FILE, FiledEvent, Ledger

MARK = "【待核】"


def unverified(ledger: Ledger) -> Iterator[PlacedText]:
    """Every text with the mark: in roles of parties, in deadlines, in events and their evidence."""
    for n, party in enumerate(ledger.parties):
        yield from _marked(PARTIES_FILE, (n, "role"), party.role)
    for filed in ledger.inspections:
        for name, limit in filed.record.clock.items():
            yield from _marked(filed.file, ("clock", name, "due"), _awaited(limit.due))
            yield from _marked(filed.file, ("clock", name, "note"), limit.note)
    for issue in ledger.issues:
        yield from _of_deadlines(issue.file, issue.record)
    for kind, events in ledger.events_by_kind.items():
        yield from _of_events([key for key in ("note", "left", "reason") if key in kind.__struct_fields__], events)


def _of_events(keys: Sequence[str], events: Iterable[FiledEvent]) -> Iterator[PlacedText]:
    """The texts with the mark in events of a kind, and in their evidence; the keys hold sentences."""
    for key in keys:
        for file, route, event in events:
            text = getattr(event, key)
            if text and MARK in text:  # so that no route is made for what is not there: this looks at every event
                yield file, (*route[:-1], key), text
    for file, route, event in events:
        for n, evidence in enumerate(event.evidence) if event.evidence else ():
            yield from _marked(file, (*route[:-1], "evidence", n, "note"), evidence.note)


def _of_deadlines(file: str, issue: Issue) -> Iterator[PlacedText]:
    if isinstance(issue.due, Pending):
        yield from _marked(file, ("due",), issue.due.what)
    for n, measure in enumerate(issue.measures):
        if isinstance(measure.due, Pending):
            yield from _marked(file, ("measures", n, "due"), measure.due.what)


def _marked(file: str, route: Route, text: str | None) -> Iterator[PlacedText]:
    if text and MARK in text:
        yield file, route, text


def _awaited(due: DueSpec | None) -> str:
    return due.what if isinstance(due, Pending) else ""
