"""What differs in an issue and its measures."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rectledger.changes.difference import Area, Difference, Group
from rectledger.changes.events import event_differences
from rectledger.changes.fields import Place, fields, reordered
from rectledger.changes.values import NOTHING
from rectledger.facts.records import IssueFacts, MeasureFacts, extensions
from rectledger.facts.revisions import Pair, Revisions, paired
from rectledger.facts.state import CLOSING
from rectledger.facts.timeline import Timeline, timeline
from rectledger.messages import Term
from rectledger.model.due import DueSpec, written_due
from rectledger.model.events import Event
from rectledger.model.issue import Issue, Measure
from rectledger.model.ledger import Filed

_ISSUE = ("id", "measures", "events", "due")
_MEASURE = ("id", "events", "due")


class _Both(Struct, frozen=True):
    """An issue before and after, with what it comes to on the day; None where its inspection is not known."""

    place: Place
    number: int | None
    before: Issue
    after: Issue
    was: IssueFacts | None
    now: IssueFacts | None
    most: int
    """How many extensions the policy allows now."""
    of_issue: Timeline

    def measures(self) -> Iterator[Pair[tuple[int, Measure]]]:
        """The measures with their places."""
        yield from paired(enumerate(self.before.measures), enumerate(self.after.measures), lambda m: m[1].id)


def issue_differences(revisions: Revisions, numbers: Mapping[str, int]) -> Iterator[Difference]:
    """Everything that differs in the issues. `numbers` are the printed numbers by id, where they are known."""
    for pair in revisions.issues:
        place = _place(revisions, pair, numbers)
        if pair.before is None or pair.after is None:
            yield _whole(place, pair)
        else:
            yield from _issue(revisions, place, pair.before, pair.after, numbers)


def _place(revisions: Revisions, pair: Pair[Filed[Issue]], numbers: Mapping[str, int]) -> Place:
    issue = pair.record.record
    number = numbers.get(issue.id) if pair.after else None
    order = (number is None, number or 0, pair.record.file)
    group = Group(Area.ISSUE, order, issue.id, str(number) if number else issue.id, issue.title)
    return Place(group, group.ref, revisions.before.ledger, revisions.after.ledger)


def _whole(place: Place, pair: Pair[Filed[Issue]]) -> Difference:
    kind, issue = ("issue-added" if pair.after else "issue-removed"), pair.record.record
    before, after = (pair.before.record if pair.before else None), (pair.after.record if pair.after else None)
    values = {"title": issue.title, "count": len(issue.measures)}
    return place.difference(kind, before, after, f"change.{kind}", **values)


def _issue(
    revisions: Revisions, place: Place, old: Filed[Issue], new: Filed[Issue], numbers: Mapping[str, int]
) -> Iterator[Difference]:
    if old.file != new.file:
        yield place.difference("file", old.file, new.file, "change.file", before=old.file, after=new.file)
    if old.record == new.record:
        return
    both = _Both(
        place, numbers.get(new.record.id), old.record, new.record,
        revisions.facts_before.get(old.file), revisions.facts_after.get(new.file),
        revisions.after.ledger.settings.policy.max_extensions,
        timeline(old.record.events, new.record.events),
    )  # fmt: skip
    measured = [_measure(both, pair) for pair in both.measures()]
    yield from _closing(both)
    yield from fields(place, "issue", both.before, both.after, _ISSUE)
    yield from _due(place, both.before.due, both.after.due)
    yield from event_differences(place, both.of_issue, [event for _, told in measured for event in told])
    yield from reordered(place, "measures-reordered", both.before.measures, both.after.measures)
    for differences, _ in measured:
        yield from differences


def _closing(both: _Both) -> Iterator[Difference]:
    """The issue's own state where it is closed, or was, or closure is requested."""
    if both.was and both.now and both.was.state is not both.now.state and {both.was.state, both.now.state} & CLOSING:
        yield _state(both.place, both.was.state, both.now.state, [event for _, event in both.of_issue.added])


def _state(place: Place, before: str, after: str, events: Sequence[Event]) -> Difference:
    count = sum(len(event.evidence) for event in events)
    key = "change.state.proved" if count else "change.state"
    values = {"before": Term(f"state.{before}"), "after": Term(f"state.{after}"), "count": count}
    return place.difference("state", before, after, key, **values)


def _due(place: Place, before: DueSpec | None, after: DueSpec | None) -> Iterator[Difference]:
    """The planned deadline, as it is written."""
    if before != after:
        old, new = (written_due(due) if due else None for due in (before, after))
        yield place.difference("due", old, new, "change.due", before=old or NOTHING, after=new or NOTHING)


def _measure(both: _Both, pair: Pair[tuple[int, Measure]]) -> tuple[list[Difference], list[Event]]:
    """What differs in a measure, and the extensions that it tells of."""
    position, measure = pair.record
    ref = f"{both.after.id}/{measure.id}" if both.number is None or not pair.after else f"{both.number}.{position + 1}"
    place = replace(both.place, ref=ref)
    if pair.before is None or pair.after is None:
        kind = "measure-added" if pair.after else "measure-removed"
        before, after = (pair.before[1] if pair.before else None), (pair.after[1] if pair.after else None)
        return [place.difference(kind, before, after, f"change.{kind}", text=measure.title or measure.text)], []
    was = both.was.measures[pair.before[0]] if both.was else None
    now = both.now.measures[pair.after[0]] if both.now else None
    line = timeline(pair.before[1].events, pair.after[1].events)
    told = list(_extensions(place, both, now, line)) if now else []
    events = [event for event, _ in told]
    found = [*_standing(place, was, now, line), *_written(place, pair.before[1], pair.after[1])]
    return [*found, *(d for _, d in told), *event_differences(place, line, events)], events


def _standing(place: Place, was: MeasureFacts | None, now: MeasureFacts | None, line: Timeline) -> Iterator[Difference]:
    if was and now and was.state is not now.state:
        yield _state(place, was.state, now.state, [event for _, event in line.added])


def _written(place: Place, before: Measure, after: Measure) -> Iterator[Difference]:
    yield from fields(place, "measure", before, after, _MEASURE)
    yield from _due(place, before.due, after.due)


def _extensions(place: Place, both: _Both, now: MeasureFacts, line: Timeline) -> Iterator[tuple[Event, Difference]]:
    """Every new extension that is in force on the day, with the deadline before it."""
    new = [event for _, event in (*line.added, *both.of_issue.added)]
    for count, (event, before) in enumerate(extensions(now), 1):
        if any(event is other for other in new):
            values = {
                "before": before or NOTHING, "after": event.until, "count": count, "most": both.most,
                "party": both.place.after.name_of(event.approved_by), "reason": event.reason,
            }  # fmt: skip
            yield event, place.difference("extended", before, event.until, "change.extended", **values)
