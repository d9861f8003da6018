"""Two revisions of a ledger side by side: what was and what is, record by record, whatever file it stands in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.diagnostics import Route
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.facts.timeline import Timeline, timeline
from rectledger.model.events import Event
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.ledger import Filed, inspection_of
from rectledger.model.party import Party
from rectledger.model.settings import Policy

T = TypeVar("T")


class Pair(Struct, Generic[T], frozen=True):
    """A record before and after; None where it is not there."""

    before: T | None
    after: T | None

    @property
    def record(self) -> T:
        """What there is of it, the later first."""
        found = self.after if self.after is not None else self.before
        if found is None:
            raise ValueError("a pair of nothing")
        return found


def paired(before: Iterable[T], after: Iterable[T], key: Callable[[T], object]) -> tuple[Pair[T], ...]:
    """Records that have the same key, in the order that they have now; what is gone comes last.

    Of a key that stands twice, the first goes with the first.
    """
    old: dict[object, list[T]] = defaultdict(list)
    for record in before:
        old[key(record)].append(record)
    pairs = [Pair(old[key(record)].pop(0) if old.get(key(record)) else None, record) for record in after]
    return (*pairs, *(Pair(record, None) for left in old.values() for record in left))


class Signature(Struct, frozen=True):
    """Who committed something, as git has it."""

    name: str
    email: str
    commit: str
    """Empty for what is not committed yet."""

    @property
    def short(self) -> str:
        """The commit's name for people."""
        return self.commit[:8] or "—"

    def is_also(self, other: "Signature") -> bool:
        """Whether both are one person: the same name or the same address."""
        return bool(_same(self.name, other.name) or _same(self.email, other.email))

    def names(self, party: Party) -> bool:
        """Whether this is a person of the ledger."""
        return party.kind == "person" and any(_same(self.name, name) for name in (party.name, *party.also))


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


class Signed(Struct, frozen=True):
    """Who committed the closing of an issue, and the request before it; None where nobody knows."""

    requested: Signature | None
    closed: Signature | None


class Log(Struct, frozen=True):
    """The events of a measure, or of an issue as a whole, that is there after the change."""

    issue: IssueFacts
    """The issue after."""
    was: IssueFacts | None
    """The issue before; None where it is new."""
    measure: MeasureFacts | None
    """The measure after; None where the events are the issue's own."""
    was_measure: MeasureFacts | None
    before: tuple[Event, ...]
    line: Timeline

    @property
    def ref(self) -> str:
        """What it is called."""
        return f"{self.issue.issue.id}/{self.measure.measure.id}" if self.measure else self.issue.issue.id

    @property
    def route(self) -> Route:
        """Where the list stands in the file."""
        return (*self.measure.route, "events") if self.measure else ("events",)


def _logs(was: IssueFacts | None, issue: IssueFacts) -> Iterator[Log]:
    old = {measure.measure.id: measure for measure in reversed(was.measures)} if was else {}
    for measure in issue.measures:
        before = old.get(measure.measure.id)
        events = before.measure.events if before else ()
        yield Log(issue, was, measure, before, events, timeline(events, measure.measure.events))
    events = was.issue.events if was else ()
    yield Log(issue, was, None, None, events, timeline(events, issue.issue.events))


class Revisions(Struct, frozen=True, dict=True):
    """Two revisions, judged on the same day. Either side may leave out issues that are the same in both."""

    before: Facts
    after: Facts
    changed: frozenset[str] = frozenset()
    """The files that differ."""
    kept: frozenset[str] = frozenset()
    """Ids of issues that stand in files left out."""
    signed: Mapping[str, Signed] = field(default_factory=dict)
    """By the ids of the issues that are newly closed."""
    recorded: Mapping[tuple[str, Route], date] = field(default_factory=dict)
    """When new events were committed, by issue and route; the day that judges where they are not."""

    @cached_property
    def issues(self) -> tuple[Pair[Filed[Issue]], ...]:
        """Every issue that may differ. One that stands in another file, or in another folder, is the same issue."""
        old, new = self.before.ledger.issues, self.after.ledger.issues
        there = {(filed.file, filed.record.id) for filed in new}
        stayed = [filed for filed in old if (filed.file, filed.record.id) in there]
        moved = [filed for filed in old if (filed.file, filed.record.id) not in there]
        pairs = paired([*stayed, *moved], _stayed_first(new, {f.file for f in stayed}), lambda filed: filed.record.id)
        return tuple(pair for pair in pairs if self._is_known(pair))

    def _is_known(self, pair: Pair[Filed[Any]]) -> bool:
        """Whether the side that lacks it could be read at all where it stands on the other."""
        unread = (self.after if pair.before else self.before).ledger.unread
        return bool(pair.before and pair.after) or pair.record.file not in unread

    @cached_property
    def both(self) -> tuple[tuple[IssueFacts, IssueFacts], ...]:
        """The facts of every issue that is there before and after, and whose inspection is known."""
        return tuple(self._both())

    def _both(self) -> Iterator[tuple[IssueFacts, IssueFacts]]:
        for pair in self.issues:
            if pair.before and pair.after:
                before, after = self.facts_before.get(pair.before.file), self.facts_after.get(pair.after.file)
                if before and after:
                    yield before, after

    @cached_property
    def logs(self) -> tuple[Log, ...]:
        """Every list of events that is there after the change, of the issues that may differ."""
        was = {after.file: before for before, after in self.both}
        known = {pair.after.file for pair in self.issues if pair.after}
        return tuple(
            log for issue in self.after.issues if issue.file in known for log in _logs(was.get(issue.file), issue)
        )

    @cached_property
    def facts_before(self) -> Mapping[str, IssueFacts]:
        """The facts of the issues before, by file."""
        return {issue.file: issue for issue in self.before.issues}

    @cached_property
    def facts_after(self) -> Mapping[str, IssueFacts]:
        """The facts of the issues after, by file."""
        return {issue.file: issue for issue in self.after.issues}

    @cached_property
    def inspections(self) -> tuple[Pair[Filed[Inspection]], ...]:
        """Every inspection."""
        pairs = paired(self.before.ledger.inspections, self.after.ledger.inspections, lambda filed: filed.record.id)
        return tuple(pair for pair in pairs if self._is_known(pair))

    @property
    def policy(self) -> Policy:
        """What the unit has set itself before the change: no change loosens what it is judged by."""
        return self.before.ledger.settings.policy

    @cached_property
    def judging(self) -> Facts:
        """The ledger before the change, with its waivers at the files that its issues stand in now."""
        files = {pair.before.file: pair.after.file for pair in self.issues if pair.before and pair.after}
        ledger = self.before.ledger
        moved = tuple(Filed(files.get(filed.file, filed.file), filed.record) for filed in ledger.issues)
        return replace(self.before, ledger=replace(ledger, issues=moved))

    def is_lost(self, filed: Filed[Issue]) -> bool:
        """Whether an issue from before is gone: not merely unreadable, nor known by its id elsewhere."""
        after = self.after.ledger
        folder_unread = any(inspection_of(file) == inspection_of(filed.file) for file in after.unread)
        return filed.record.id not in self.kept and not folder_unread

    def is_stray(self, before: Filed[Issue], after: Filed[Issue]) -> bool:
        """Whether an issue is in no inspection any more, although all of them could be read."""
        lost = before.file in self.facts_before and after.file not in self.facts_after
        return lost and inspection_of(after.file) not in self.after.ledger.unread_inspections


def _stayed_first(issues: Sequence[Filed[Issue]], files: set[str]) -> list[Filed[Issue]]:
    return sorted(issues, key=lambda filed: filed.file not in files)
