"""Versions of files to versions of records: what each commit made of an issue or an inspection."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct, field

from rectledger.load.kinds import Kind, kind_of
from rectledger.load.record import read_record
from rectledger.model.past import Change, Commit, Version
from rectledger.source.insertion import moves_no_deadline

Step: TypeAlias = tuple[Commit | None, Sequence[Change]]
"""A commit, or what is not committed yet (None), and what it changed."""


class Versions(Struct, frozen=True):
    """Records by the names of their contents; each is read once.

    A content that cannot be read counts as what it replaced: a commit that broke a file took
    nothing out of the ledger, and the one that mended it brought nothing new.
    """

    contents: Mapping[str, bytes]
    _records: dict[str, Any] = field(default_factory=dict)
    _passed: dict[str, str] = field(default_factory=dict)
    """What was passed over, with what it replaced."""

    def record(self, kind: Kind, name: str | None, instead: str | None = None) -> Any:
        """The record of a content; None where there is none."""
        if name is None:
            return None
        if name not in self._records:
            read = read_record(kind, "", self.contents[name]).record
            instead = instead or self._passed.get(name)
            self._records[name] = self.record(kind, instead) if read is None else read
        return self._records[name]

    def passes(self, change: Change, *, alone: bool) -> bool:
        """Whether a change of an issue moves no deadline; `alone` says that no other file has gone with it."""
        if len(change.before) > 1 or change.after is None or not (alone or change.before[0]):
            return False
        before = self.contents[change.before[0]] if change.before[0] else None
        if not moves_no_deadline(before, self.contents[change.after]):
            return False
        if change.before[0]:
            self._passed.setdefault(change.after, change.before[0])
        return True


def versions(steps: Iterable[Step], records: Versions) -> Iterator[Version[Any]]:
    """What each step has done to each record, inspections first. A record that changed its file keeps its id."""
    for commit, changes in steps:
        for kind in (Kind.INSPECTION, Kind.ISSUE):
            yield from _joined([_version(commit, c, records) for c in changes if kind_of(c.path) is kind])


def moving(steps: Iterable[Step], records: Versions) -> Iterator[Step]:
    """The steps without those changes of issues that certainly move no deadline, which are most of them."""
    for commit, changes in steps:
        alone = all(change.after for change in changes)
        kept = [c for c in changes if kind_of(c.path) is not Kind.ISSUE or not records.passes(c, alone=alone)]
        yield commit, kept


def _version(commit: Commit | None, change: Change, records: Versions) -> Version[Any]:
    kind = kind_of(change.path) or Kind.ISSUE
    before = tuple(records.record(kind, name) for name in change.before)
    return Version(commit, change.path, before, records.record(kind, change.after, change.before[0]))


def _joined(found: list[Version[Any]]) -> Iterator[Version[Any]]:
    """The versions of one commit, where a record that left one file and came into another is one version."""
    gone = {version.before[0].id: version for version in found if version.after is None and version.before[0]}
    arrived = {version.after.id for version in found if version.after and not any(version.before)}
    for version in found:
        if version.after is None:
            if version.before[0] and version.before[0].id not in arrived:
                yield version
        elif not any(version.before) and (old := gone.get(version.after.id)):
            yield version._replace(before=old.before)
        else:
            yield version
