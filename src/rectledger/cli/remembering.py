"""What git remembers of a ledger, up to the revision that is read or up to the work tree."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.cli.console import complain
from rectledger.cli.session import Session
from rectledger.errors import CannotRunError
from rectledger.facts.event_past import event_pasts
from rectledger.facts.slips import slips
from rectledger.load.kinds import Kind, kind_of
from rectledger.load.past import Step, Versions, moving, versions
from rectledger.load.record import read_record
from rectledger.model.past import Change, Commit, Version
from rectledger.source.git.blobs import blobs
from rectledger.source.git.log import commit_changes, commits, uncommitted
from rectledger.source.git.repository import HEAD, commit_of, shallow_edges
from rectledger.source.git.revision import RevisionTree
from rectledger.source.text import UnreadableError
from rectledger.source.tree import PartOfTree, Tree
from rectledger.views.history import History
from rectledger.views.references import resolve
from rectledger.views.slippage import Slippage, slippage

LEDGER, ISSUES = "ledger", "issues"


class Past(Struct, frozen=True, dict=True):
    """The past of one ledger."""

    session: Session
    tree: Tree
    """All files, where the session has only some of them."""
    _whole: dict[str, Commit] = field(default_factory=dict)

    @cached_property
    def commit(self) -> str:
        """The commit up to which it goes. Raises CannotRunError where there is none."""
        return self.tree.commit if isinstance(self.tree, RevisionTree) else commit_of(self.session.root, HEAD)

    @property
    def zone(self) -> ZoneInfo:
        """Where the ledger's days are counted."""
        return ZoneInfo(self.session.timezone)

    @property
    def cut(self) -> bool:
        """Whether older history is missing."""
        return bool(shallow_edges(self.session.root))

    def commits(self, *paths: str) -> list[Commit]:
        """The commits that changed what stands at the paths."""
        return commits(self.session.root, self.commit, paths, self.zone)

    def commits_since(self, base: str, *paths: str) -> list[Commit]:
        """The same without what a commit has already."""
        return commits(self.session.root, f"{base}..{self.commit}", paths, self.zone)

    def whole(self, commit: str) -> Commit:
        """A commit with everything that it changed in the ledger's folder: many issues may have come with one."""
        if commit not in self._whole:
            self._whole[commit] = commit_changes(self.session.root, commit, self.zone)
        return self._whole[commit]

    def versions(self, log: Sequence[Commit], *paths: str, every: bool = True) -> list[Version[Any]]:
        """What commits, and after them the work tree, have done to the records at the paths.

        Not `every`: without those that certainly moved no deadline.
        """
        pending = {} if isinstance(self.tree, RevisionTree) else self._pending(paths)
        steps: list[Step] = [*((commit, commit.changes) for commit in log), (None, list(pending))]
        named = {name for _, changes in steps for change in changes for name in (*change.before, change.after) if name}
        unsaved = {change.after: data for change, data in pending.items() if change.after}
        contents = blobs(self.session.root, sorted(named - unsaved.keys()))
        records = Versions({**contents, **unsaved})
        return list(versions(steps if every else moving(steps, records), records))

    def _pending(self, paths: Sequence[str]) -> dict[Change, bytes]:
        """What is not committed, with the bytes that stand in the work tree; a name for them is made of the path."""
        found = {}
        for change in uncommitted(self.session.root, paths):
            data = self._read(change.path) if change.after else None
            found[change._replace(after=None if data is None else f"./{change.path}")] = data or b""
        return found

    def _read(self, path: str) -> bytes | None:
        try:
            return self.tree.read(path)
        except (UnreadableError, KeyError):
            return None


def remembered(session: Session, ref: str) -> tuple[Session, History]:
    """What git remembers of an issue, and the session that knows it. Raises CannotRunError."""
    tree = session.tree
    session = replace(session, tree=_narrowed(tree, ref))
    issue = resolve(session.facts, ref).issue
    past = Past(session, tree)
    inspection = next(i.file for i in session.facts.inspections if i.inspection is issue.inspection)
    files, log = followed(past, issue.issue.id, issue.file, inspection)
    all_versions = past.versions(log, issue.file, inspection)
    own = [version for version in all_versions if kind_of(version.file) is Kind.ISSUE]
    moved = slips(all_versions, session.ledger.working_days)
    return session, History(
        issue=issue.issue.id,
        title=issue.issue.title,
        file=issue.file,
        former=tuple(files[1:]),
        measures=tuple(measure.id for measure in issue.issue.measures),
        events=tuple(event_pasts(own, issue.issue)),
        slippage=slippage([slip for slip in moved if slip.issue], session.ledger, cut=past.cut),
    )


def followed(past: Past, issue: str, file: str, *beside: str) -> tuple[list[str], list[Commit]]:
    """Every file that an issue has stood in, the last one first, and the commits that changed them or those beside."""
    files, log = [file], past.commits(file, *beside)
    while (former := _former(past, log, files, issue)) is not None:
        files.append(former)
        log = past.commits(*files, *beside)
    return files, log


def warn_of_missing(session: Session, *, cut: bool) -> None:
    """Say that older history is missing, where it is."""
    if cut:
        complain(CannotRunError("past.cut"), session.language)


def slipped(session: Session) -> tuple[Session, Slippage]:
    """Every movement of a deadline, and the session that knows the ledger. Raises CannotRunError."""
    past = Past(replace(session, tree=PartOfTree(session.tree, _is_ledger)), session.tree)
    found = past.versions(past.commits(ISSUES, LEDGER), ISSUES, LEDGER, every=False)
    moved = slips(found, past.session.ledger.working_days)
    return past.session, slippage(moved, past.session.ledger, cut=past.cut)


def _narrowed(tree: Tree, ref: str) -> Tree:
    """Only the issue that an id names, where there is one such file: numbers and near misses need all of them."""
    name = f"{ref.partition('/')[0]}.yaml"
    found = [path for path in tree.files() if PurePosixPath(path).name == name and not _is_ledger(path)]
    return PartOfTree(tree, lambda path: path in found or _is_ledger(path)) if len(found) == 1 else tree


def _is_ledger(path: str) -> bool:
    return path.startswith(f"{LEDGER}/")


def _former(past: Past, log: Sequence[Commit], files: Sequence[str], issue: str) -> str | None:
    """The file that the issue came from when it came into the last of its files; None where it was new there."""
    for commit in log:
        if any(change.path == files[-1] and not any(change.before) for change in commit.changes):
            changes = past.whole(commit.name).changes
            gone = {c.path: c.before[0] for c in changes if c.after is None and c.path not in files}
            contents = blobs(past.session.root, [name for name in gone.values() if name])
            for path, name in gone.items():
                record = (
                    read_record(Kind.ISSUE, path, contents[name or ""]).record if kind_of(path) is Kind.ISSUE else None
                )
                if record and record.id == issue:
                    return path
    return None
