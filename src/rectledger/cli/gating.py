"""The gate: what a change did that nobody may do, judged by what the ledger said before it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from rectledger.cli.console import err
from rectledger.cli.remembering import Past, followed
from rectledger.cli.session import Session, shortened_list
from rectledger.diagnostics import Problem, Route
from rectledger.errors import CannotRunError
from rectledger.facts.assess import assess
from rectledger.facts.event_past import Act, EventPast, event_pasts
from rectledger.facts.revisions import Log, Revisions, Signature, Signed
from rectledger.installed import known_rules
from rectledger.lint import judge_changes
from rectledger.load import load
from rectledger.load.kinds import Kind, kind_of
from rectledger.load.record import read_record
from rectledger.messages import say
from rectledger.model.events import Closed, ClosureRequested, Completed, Deferred, Event, Extended, Transferred
from rectledger.model.ledger import SETTINGS_FILE, Ledger
from rectledger.model.past import Version
from rectledger.source.git.repository import HEAD, commit_of, common_ancestor, next_author
from rectledger.source.git.revision import RevisionTree
from rectledger.source.git.sides import Sides, ledgers_in, settings_of, sides
from rectledger.source.tree import OverlaidTree


def revisions_since(session: Session, base: str) -> Revisions | None:
    """What has changed since the base and this went apart; None where the base has no ledger yet.

    Raises CannotRunError where the two cannot be compared.
    """
    root, tree = session.root, session.tree
    if isinstance(tree, OverlaidTree):
        raise CannotRunError("cannot.base-stdin")
    tip = commit_of(root, base)
    head = tree.commit if isinstance(tree, RevisionTree) else None
    fork = common_ancestor(root, base, head or commit_of(root, HEAD))
    both = sides(root, fork, head)
    if SETTINGS_FILE not in both.base.files():
        _refuse_moved(session, base, fork)
        return None
    before = _before(session, both, base, tip, fork)
    after = load(both.head).ledger or session.ledger
    revisions = Revisions(
        assess(before, session.day), assess(after, session.day), both.changed, _kept(session, both, before, after)
    )
    return replace(
        revisions,
        signed=dict(_signatures(session, revisions)),
        recorded=dict(_recorded(session, revisions, fork)),
    )


def _kept(session: Session, both: Sides, before: Ledger, after: Ledger) -> frozenset[str]:
    """The ids that stand in files that have not changed; not looked for where none is missing from those that have."""
    if not _ids(before) - _ids(after):
        return frozenset()
    return frozenset(filed.record.id for filed in session.ledger.issues if filed.file not in both.changed)


def _ids(ledger: Ledger) -> set[str]:
    return {filed.record.id for filed in ledger.issues}


def changes_found(revisions: Revisions) -> list[Problem]:
    """What the change did that nobody may do."""
    return judge_changes(revisions, known_rules())


def _refuse_moved(session: Session, base: str, fork: str) -> None:
    """Say that there is nothing to compare. Raises CannotRunError where the base has its ledger somewhere else."""
    if places := ledgers_in(session.root, fork):
        raise CannotRunError("cannot.ledger-moved", revision=base, places="、".join(places))
    err(f"rectledger: {say('gate.no-base', session.language, {'revision': base})}")


def _before(session: Session, both: Sides, base: str, tip: str, fork: str) -> Ledger:
    """The records as they were where both went apart, under the settings that the base has now."""
    found = load(both.base)
    data = settings_of(session.root, tip) if tip != fork else both.base.contents.get(SETTINGS_FILE, b"")
    settings = read_record(Kind.SETTINGS, SETTINGS_FILE, data).record
    if found.ledger is None or settings is None:
        raise CannotRunError("cannot.settings-at", revision=base)
    if unread := sorted(found.ledger.unread & both.changed):
        values = {"revision": base, "files": shortened_list(unread)}
        err(f"rectledger: {say('gate.unread', session.language, values)}")
    return replace(found.ledger, settings=settings)


def _recorded(session: Session, revisions: Revisions, fork: str) -> Iterator[tuple[tuple[str, Route], date]]:
    """When the new events of a measure were committed that keep a deadline or move it."""
    logs = [log for log in revisions.logs if log.was_measure and any(_bears(e) for _, e in log.line.added)]
    files = sorted({log.issue.file for log in logs} | {log.was.file for log in logs if log.was})
    past = Past(session, session.tree)
    versions = past.versions(past.commits_since(fork, *files), *files) if files else []
    for log in logs:
        own = [v for v in versions if _id(v) == log.issue.issue.id]
        found = event_pasts(own, log.issue.issue)
        for position, event in log.line.added:
            if acts := [p.acts[0] for p in found if p.event == event and not p.gone]:
                day = acts[0].commit.day if acts[0].commit else session.day
                yield (log.issue.issue.id, (*log.route, position)), day


def _id(version: Version[Any]) -> str | None:
    """The id of a record that is there before or after."""
    record = version.after or next(filter(None, version.before), None)
    return record.id if record else None


def _bears(event: Event) -> bool:
    return isinstance(event, Completed | Extended | Deferred | Transferred)


def _signatures(session: Session, revisions: Revisions) -> Iterator[tuple[str, Signed]]:
    """Who committed the closing of each issue that is newly closed, and the request before it."""
    past = Past(session, session.tree)
    for log in revisions.logs:
        closed = [event for _, event in log.line.added if isinstance(event, Closed)]
        if closed and log.measure is None and revisions.policy.four_eyes:
            yield log.issue.issue.id, _signed(past, log, closed[-1])


def _signed(past: Past, log: Log, closed: Event) -> Signed:
    files, commits = followed(past, log.issue.issue.id, log.issue.file)
    own = [v for v in past.versions(commits, *files) if kind_of(v.file) is Kind.ISSUE]
    pasts = event_pasts(own, log.issue.issue)
    requests = [p for p in pasts if isinstance(p.event, ClosureRequested) and p.event.date <= closed.date]
    closings = [p for p in pasts if p.event == closed]
    return Signed(_by(past.session, requests, log), _by(past.session, closings, log))


def _by(session: Session, pasts: list[EventPast], log: Log) -> Signature | None:
    """Who committed the last of some events. Raises CannotRunError where a shallow clone does not say."""
    if not pasts:
        return None
    act: Act = pasts[-1].acts[0]
    if act.pending:
        author = next_author(session.root)
        return Signature(*author, "") if author else None
    if act.commit is None:
        return None
    if act.commit.edge:
        raise CannotRunError("cannot.four-eyes-shallow", issue=log.issue.issue.id)
    return Signature(act.commit.author, act.commit.email, act.commit.name)
