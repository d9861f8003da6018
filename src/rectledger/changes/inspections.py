"""What differs in an inspection: its clock, its headings, the words of its notice."""

from collections.abc import Iterator

from msgspec.structs import replace

from rectledger.changes.difference import Area, Difference, Group
from rectledger.changes.fields import Place, fields, reordered
from rectledger.changes.values import NOTHING
from rectledger.changes.wording import Wording
from rectledger.facts.deadline import due_day
from rectledger.facts.revisions import Pair, Revisions, paired
from rectledger.messages import Term, catalogue
from rectledger.model.due import written_due
from rectledger.model.inspection import Contact, Heading, Inspection, Limit
from rectledger.model.ledger import Filed, Ledger

_TOLD = ("id", "clock", "headings", "notice")


def inspection_differences(revisions: Revisions) -> Iterator[Difference]:
    """Everything that differs in the inspections' files."""
    for pair in revisions.inspections:
        inspection = pair.record.record
        group = Group(Area.INSPECTION, (pair.record.file,), inspection.id, inspection.id, inspection.title)
        place = Place(group, inspection.id, revisions.before.ledger, revisions.after.ledger)
        yield from _inspection(place, pair)


def _inspection(place: Place, pair: Pair[Filed[Inspection]]) -> Iterator[Difference]:
    if pair.before is None or pair.after is None:
        kind = "inspection-added" if pair.after else "inspection-removed"
        before, after = (pair.before.record if pair.before else None), (pair.after.record if pair.after else None)
        yield place.difference(kind, before, after, f"change.{kind}", title=pair.record.record.title)
        return
    before, after = pair.before.record, pair.after.record
    if pair.before.file != pair.after.file:
        files = {"before": pair.before.file, "after": pair.after.file}
        yield place.difference("file", pair.before.file, pair.after.file, "change.file", **files)
    yield from fields(place, "inspection", before, after, _TOLD)
    for name in [*before.clock, *(name for name in after.clock if name not in before.clock)]:
        yield from _limit(place, name, before, after)
    for heading in paired(before.headings, after.headings, lambda heading: heading.id):
        yield from _heading(place, heading)
    yield from reordered(place, "headings-reordered", before.headings, after.headings)
    yield from fields(place, "notice-words", before.notice, after.notice, ("contact",))
    old, new = before.notice.contact or Contact(), after.notice.contact or Contact()
    yield from fields(place, "contact", old, new)


def _limit(place: Place, name: str, before: Inspection, after: Inspection) -> Iterator[Difference]:
    """A limit of the clock, or what it says: the day that it comes to stands beside its deadline."""
    old, new = before.clock.get(name), after.clock.get(name)
    if old == new:
        return
    label = Term(f"clock.{name}") if f"clock.{name}" in catalogue() else name
    shown = _limit_words(old, before, place.before), _limit_words(new, after, place.after)
    there = replace(place, ref=f"clock.{name}")
    yield there.difference("clock", old, new, "change.clock", limit=label, before=shown[0], after=shown[1])


def _limit_words(limit: Limit | None, inspection: Inspection, ledger: Ledger) -> str:
    if limit is None:
        return NOTHING
    day = due_day(limit.due, inspection, ledger.working_days).day
    written = written_due(limit.due)
    due = written if day is None or written == str(day) else f"{written} = {day}"
    rest = [str(value) for value in (limit.done, limit.document, limit.note) if value]
    return "; ".join([due, *rest])


def _heading(place: Place, pair: Pair[Heading]) -> Iterator[Difference]:
    there = replace(place, ref=pair.record.id)
    before, after = (heading.text if heading else None for heading in (pair.before, pair.after))
    if before is not None and after is not None:
        if before != after:
            yield there.difference("heading", before, after, "change.heading", words=Wording(before, after))
        return
    kind = "heading-added" if after is not None else "heading-removed"
    yield there.difference(kind, before, after, f"change.{kind}", text=pair.record.text)
