"""What `burnup` looks at: today's records, and the versions that the branch had on each day."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from rectledger.cli.remembering import ISSUES, Past
from rectledger.cli.session import Session
from rectledger.errors import CannotRunError
from rectledger.facts.burnup import Stay, sample_days
from rectledger.load.kinds import Kind, kind_of
from rectledger.load.past import Versions
from rectledger.model.issue import Issue
from rectledger.model.past import Commit
from rectledger.source.git.blobs import blobs
from rectledger.source.git.log import mainline
from rectledger.views.burnup import Burnup, Deleted, Memory, burnup

WITHOUT_GIT = frozenset(("cannot.no-repository", "cannot.no-commits", "cannot.git-missing"))
"""Why there may be nothing to ask: events alone make a picture as well."""


def burnt(session: Session) -> tuple[Burnup, CannotRunError | None]:
    """The picture, and why git was not asked, where it was not. Raises CannotRunError where git refuses."""
    days = sample_days(min((i.record.feedback for i in session.ledger.inspections), default=session.day), session.day)
    try:
        return burnup(session.ledger, days, _memory(Past(session, session.tree), days)), None
    except CannotRunError as error:
        if error.key not in WITHOUT_GIT:
            raise
        return burnup(session.ledger, days, None), error


def _memory(past: Past, days: Sequence[date]) -> Memory:
    """What the branch had on each of the days: of each file, the last version before the day was over."""
    branch = _Branch(days)
    for commit in mainline(past.session.root, past.commit, (ISSUES,), past.zone):
        branch.take(commit)
    contents = blobs(past.session.root, sorted(branch.names))
    records = Versions(contents, _as_read(past, branch, contents))
    stays = {file: list(_stays(versions, len(days), records)) for file, versions in branch.versions.items()}
    ids = {filed.record.id for filed in past.session.ledger.issues}
    return Memory(stays, [gone for gone in branch.deleted(records) if gone.issue not in ids], past.cut)


class _Branch(Struct):
    """The versions of a branch's files, each by the position of the first day that it was there for."""

    days: Sequence[date]
    versions: dict[str, dict[int, str | None]] = field(default_factory=lambda: defaultdict(dict))
    gone: dict[str, tuple[str, Commit]] = field(default_factory=dict)
    latest: date = date.min
    """Where a clock was wrong, nobody knew a thing before it was there."""

    def take(self, commit: Commit) -> None:
        """The next commit; one that came after the last day changes nothing."""
        self.latest = max(self.latest, commit.committed.date())
        position = bisect_left(self.days, self.latest)
        for change in commit.changes if position < len(self.days) else ():
            if kind_of(change.path) is Kind.ISSUE:
                self.versions[change.path][position] = change.after
                self.gone.pop(change.path, None)
                if change.after is None and change.before[0]:
                    self.gone[change.path] = change.before[0], commit

    @property
    def names(self) -> set[str]:
        """The contents that have to be looked at: those that were there on one of the days, and what was deleted."""
        kept = {name for versions in self.versions.values() for name in versions.values() if name}
        return kept | {name for name, _ in self.gone.values()}

    def deleted(self, records: Versions) -> Iterator[Deleted]:
        """The issues whose files are gone."""
        for file, (name, commit) in self.gone.items():
            if issue := records.record(Kind.ISSUE, name):
                yield Deleted(issue.id, file, commit)


def _stays(versions: Mapping[int, str | None], end: int, records: Versions) -> Iterator[Stay]:
    before = None
    for (first, name), until in zip(versions.items(), [*list(versions)[1:], end], strict=True):
        if issue := records.record(Kind.ISSUE, name, before):
            yield Stay(issue, first, until)
        before = name


def _as_read(past: Past, branch: _Branch, contents: Mapping[str, bytes]) -> dict[str, Issue]:
    """The records of files that stand in the ledger just as in the branch's last version: they are read already."""
    found = {}
    for filed in past.session.ledger.issues:
        versions = branch.versions.get(filed.file)
        name = versions[max(versions)] if versions else None
        if name and contents[name] == past.tree.read(filed.file):
            found[name] = filed.record
    return found
