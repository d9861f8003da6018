"""Every movement of a deadline between the versions of a ledger: what moved it, from which day to which."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from rectledger.facts.assess import CONCENTRATED
from rectledger.facts.deadline import due_day
from rectledger.facts.event_changes import Placed, event_changes
from rectledger.facts.slip import Cause, Slip
from rectledger.facts.state import history
from rectledger.model.due import DueSpec
from rectledger.model.events import Extended
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue, Measure
from rectledger.model.ledger import inspection_of
from rectledger.model.past import Version
from rectledger.workdays import WorkingDays


def slips(versions: Iterable[Version[Any]], working_days: WorkingDays) -> Iterator[Slip]:
    """The movements in the order of the versions, in which an inspection comes before its issues."""
    known: dict[str, Inspection] = {}
    for version in versions:
        after = version.after
        if isinstance(after, Inspection):
            known[after.id] = after
            yield from _clock_slips(version, after, working_days)
        elif isinstance(after, Issue) and (inspection := known.get(inspection_of(version.file))):
            yield from _Moves(version, after, inspection, working_days).slips()


def _clock_slips(version: Version[Inspection], after: Inspection, working_days: WorkingDays) -> Iterator[Slip]:
    befores = [before for before in version.before if before]
    if befores and after.feedback not in [before.feedback for before in befores]:
        days = (befores[0].feedback, after.feedback)
        yield Slip(Cause.FEEDBACK, version.commit, after.id, None, None, None, *days, (str(days[0]), str(days[1])))
    for name in befores[0].clock if befores else ():
        was, now = [_limit(before, name) for before in befores], _limit(after, name)
        old, new = (due_day(spec, after, working_days).day for spec in (was[0], now))
        if now not in was and old and old != new:
            wrote = (str(was[0]), str(now or ""))
            yield Slip(Cause.CLOCK, version.commit, after.id, None, None, name, old, new, wrote)


def _limit(inspection: Inspection, name: str) -> DueSpec | None:
    return inspection.clock[name].due if name in inspection.clock else None


class _Moves(NamedTuple):
    """The movements that one version of an issue makes, judged by the inspection as it then was."""

    version: Version[Issue]
    issue: Issue
    inspection: Inspection
    working_days: WorkingDays

    def slips(self) -> Iterator[Slip]:
        befores = [before for before in self.version.before if before]
        if befores:
            yield from self.of_issue(befores)
            yield from self.of_measures(befores)
        changes = event_changes(self.version)
        for placed in changes.added:
            yield from self.of_extension(placed)
        for old, new in changes.edited:
            yield from self.of_edit(old, new)
        for placed in changes.removed:
            yield from self.of_removal(placed)

    def of_issue(self, befores: Sequence[Issue]) -> Iterator[Slip]:
        """The issue's field, where a measure inherits it and no parent had it so."""
        inherited = any(measure.due is None for measure in self.issue.measures)
        if inherited and self.issue.due not in [before.due for before in befores]:
            yield from self.of_field(Cause.ISSUE_DUE, None, befores[0].due, self.issue.due)

    def of_measures(self, befores: Sequence[Issue]) -> Iterator[Slip]:
        """The measures' fields; a measure that gains or loses one of its own moves from or to what it inherits."""
        olds = [{measure.id: measure for measure in before.measures} for before in befores]
        for measure in self.issue.measures:
            was = [old[measure.id].due for old in olds if measure.id in old]
            if was and measure.due not in was:
                now = measure.due or self.issue.due
                yield from self.of_field(Cause.DUE, measure.id, was[0] or befores[0].due, now)

    def of_field(self, cause: Cause, measure: str | None, was: DueSpec | None, now: DueSpec | None) -> Iterator[Slip]:
        before, after = self.day(was), self.day(now)
        if before and before != after:
            yield self.slip(cause, measure, before, after)._replace(wrote=(str(was or ""), str(now or "")))

    def of_extension(self, placed: Placed) -> Iterator[Slip]:
        """An extension that is new. Of an issue's, the earliest day that it moved."""
        event = placed.event
        if isinstance(event, Extended):
            days = [day for measure in self.reached(placed) if (day := self.day_before(measure, event))]
            if days:
                yield self.slip(Cause.EXTENDED, placed.measure, min(days), event.until)._replace(event=event)

    def of_edit(self, old: Placed, new: Placed) -> Iterator[Slip]:
        """An extension whose day was edited."""
        if isinstance(old.event, Extended) and isinstance(new.event, Extended) and old.event.until != new.event.until:
            moved = self.slip(Cause.EXTENSION_EDITED, new.measure, old.event.until, new.event.until)
            yield moved._replace(event=new.event)

    def of_removal(self, placed: Placed) -> Iterator[Slip]:
        """An extension that was taken away: the deadline goes back to what it was."""
        event = placed.event
        if isinstance(event, Extended):
            days = [day for measure in self.reached(placed) if (day := self.day_before(measure, None))]
            if days and min(days) != event.until:
                moved = self.slip(Cause.EXTENSION_REMOVED, placed.measure, event.until, min(days))
                yield moved._replace(event=event)

    def reached(self, placed: Placed) -> Iterator[Measure]:
        """The measures that an event may bear on."""
        return (measure for measure in self.issue.measures if placed.measure in {None, measure.id})

    def day_before(self, measure: Measure, event: Extended | None) -> date | None:
        """The day of a measure before an extension, or after all; None where the extension does not bear on it."""
        day = self.day(measure.due or self.issue.due)
        for other, _ in history(measure.events, self.issue.events, date.max):
            if other is event:
                return day
            if isinstance(other, Extended):
                day = other.until
        return day if event is None else None

    def day(self, spec: DueSpec | None) -> date | None:
        return due_day(spec or CONCENTRATED, self.inspection, self.working_days).day

    def slip(self, cause: Cause, measure: str | None, before: date | None, after: date | None) -> Slip:
        return Slip(cause, self.version.commit, self.inspection.id, self.issue, measure, None, before, after)
