"""How a document comes to be: none from a broken ledger, and none that leaks a private name or personal data."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from rectledger.cli.choices import Format
from rectledger.cli.console import err, out
from rectledger.cli.placing import current, write
from rectledger.cli.session import Session
from rectledger.diagnostics import Problem
from rectledger.errors import CannotRunError, Ended
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts, IssueFacts
from rectledger.messages import say
from rectledger.render.document import FORMATS
from rectledger.views.papers import INTERNAL
from rectledger.views.subject import Subject, subject_of


class Wanted(Struct, frozen=True):
    """A document that is asked for, and what it is to be about."""

    name: str
    to: str
    inspection: str | None = None
    issue: str | None = None
    internal: bool = False
    output: Format = Format.TEXT
    """How findings are reported."""


class Place(Struct, frozen=True):
    """Where a document goes: a file, the console, or nowhere when a file is only compared."""

    target: Path | None = None
    check: Path | None = None


def subject(session: Session, wanted: Wanted) -> Subject:
    """What a document is about. Exits with 1, and says why, where the ledger is broken."""
    refuse(session, session.loaded.problems, wanted.output)
    facts = session.facts
    issue = _issue(facts, wanted.issue) if wanted.issue else None
    of_issue = issue.inspection.id if issue else None
    chosen = wanted.inspection or of_issue or facts.ledger.current or "—"
    if of_issue not in {None, chosen}:
        raise CannotRunError("cannot.other-inspection", ref=wanted.issue, inspection=chosen)
    return subject_of(facts, chosen, internal=wanted.internal or wanted.name in INTERNAL, issue=issue)


def subject_alone(session: Session, wanted: Wanted) -> Subject:
    """The same, without the issues of other inspections where it needs none: they would be judged and kept."""
    ledger = session.outline.loaded.ledger
    if wanted.issue or ledger is None:
        return subject(session, wanted)
    chosen = wanted.inspection or ledger.current or "—"
    loaded = session.about(chosen)
    refuse(session, loaded.problems, wanted.output)
    facts = assess(loaded.ledger or session.ledger, session.day)
    return subject_of(facts, chosen, internal=wanted.internal or wanted.name in INTERNAL)


def _issue(facts: Facts, ref: str) -> IssueFacts:
    from rectledger.views.references import resolve

    return resolve(facts, ref).issue


def refuse(session: Session, problems: Sequence[Problem], output: Format) -> None:
    """Report what stands in the way, if anything does, and exit with 1. No level or waiver opens this gate."""
    if not problems:
        return
    diagnostics = session.diagnostics(problems)
    if output is Format.JSON:
        from rectledger.render.machine import lint_json

        out(lint_json(diagnostics, len(session.outline.loaded.files), session.language))
    else:
        session.report(diagnostics)
    raise Ended


def deliver(session: Session, wanted: Wanted, data: bytes, place: Place) -> None:
    """Put a document where it goes. Exits with 1 where a file that is compared says something else."""
    if place.check is not None:
        now = current(place.check)
        if now is None or not FORMATS[wanted.to].same(now, data):
            err(f"rectledger: {say('render.outdated', session.language, {'file': place.check})}")
            raise Ended
    elif place.target is None:
        show(wanted.to, data)
    else:
        write(place.target, data)


def show(to: str, data: bytes) -> None:
    """Print a document. Raises CannotRunError for a kind that no console can show."""
    if not FORMATS[to].console:
        raise CannotRunError("cannot.no-output", format=to)
    out(data.decode())
