"""What became of a record's events and of the evidence that they name."""

from collections.abc import Iterator, Sequence

from rectledger.changes.difference import Difference
from rectledger.changes.fields import Place
from rectledger.changes.values import NOTHING, shown
from rectledger.facts.timeline import Edited, EvidenceChange, Timeline
from rectledger.messages import Term
from rectledger.model.events import Event, Evidence


def event_differences(place: Place, line: Timeline, told: Sequence[Event] = ()) -> Iterator[Difference]:
    """Every event that is new, gone or edited, and the evidence of the others; `told` are told of elsewhere."""
    for _, event in line.added:
        if not any(event is other for other in told):
            yield place.difference("event-added", None, event, "change.event-added", event=event)
    for event in line.removed:
        yield place.difference("event-removed", event, None, "change.event-removed", event=event)
    for edited in line.edited:
        yield from _edited(place, edited)
    for change in line.evidence:
        yield _evidence(place, change)


def _edited(place: Place, edited: Edited) -> Iterator[Difference]:
    before, after = edited.before, edited.after.event
    for name in edited.fields:
        old, new = getattr(before, name), getattr(after, name)
        yield place.difference(
            "event-edited", before, after, "change.event-edited",
            date=before.date, event=_which(before), field=Term(f"change.key.{name.rstrip('_')}"),
            before=shown(name, old, before.event, place.before), after=shown(name, new, after.event, place.after),
        )  # fmt: skip


def _which(event: Event) -> Term:
    return Term(f"event.{event.event}")


def _evidence(place: Place, change: EvidenceChange) -> Difference:
    before, after, event = change.before, change.after, change.event.event
    kind = "evidence-changed" if before and after else "evidence-added" if after else "evidence-removed"
    key, old, new = kind, "", ""
    if before and after:
        key, old, new = _otherwise(before, after)
    values = {"date": event.date, "event": _which(event), "what": _what(after or before), "before": old, "after": new}
    return place.difference(kind, before, after, f"change.{key}", **values)


def _otherwise(before: Evidence, after: Evidence) -> tuple[str, str, str]:
    """What is another: the hash, else the file, else the note; and both values."""
    if before.sha256 != after.sha256:
        return "evidence-changed", _digest(before), _digest(after)
    if before.file != after.file:
        return "evidence-changed.moved", before.file or "", after.file or ""
    return "evidence-changed.note", before.note or NOTHING, after.note or NOTHING


def _what(evidence: Evidence | None) -> str:
    return (evidence.file or evidence.document or "") if evidence else ""


def _digest(evidence: Evidence) -> str:
    """Enough of a SHA-256 to tell two apart."""
    return (evidence.sha256 or "")[:12]
