"""How `import notice` takes a notice: as a new inspection, proved by rendering it again."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from rectledger.cli.console import err
from rectledger.cli.importing import Wish, conclude
from rectledger.cli.reconciling import shown_path
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, writing
from rectledger.diagnostics import Problem
from rectledger.errors import CannotRunError
from rectledger.facts.assess import assess
from rectledger.intake.notice.taking import take_notice
from rectledger.load import load
from rectledger.messages import say
from rectledger.model.base import RefusedError, parse_identifier
from rectledger.model.ledger import PARTIES_FILE
from rectledger.render.order import Order
from rectledger.render.plain import plain
from rectledger.source.edit import appended
from rectledger.source.emit import Value
from rectledger.source.prose import Prose, read_prose
from rectledger.source.templates import template_source
from rectledger.views.subject import subject_of

TOLD = ("RL502", "RL655")
"""What the problems of the text itself say as well, at their place there."""


def take(session: Session, path: Path, ident: str, wish: Wish) -> None:
    """Take a notice. Raises CannotRunError for an id that is there already, and for a file that is no notice."""
    with writing(session, dry_run=wish.dry_run) as draft:
        _refuse_id(draft.session, ident)
        prose = read_prose(path, shown_path(session.root, path), plain)
        if prose.is_guessed:
            err(say("sheet.guessed", session.language, {"file": prose.name}))
        taken = take_notice(prose, draft.session.ledger, ident, draft.session.day, partial(_rendered, draft, ident))
        _put(draft, taken.files, taken.parties)
        conclude(draft, taken.problems, _as_it_is, wish, shown={prose.name: _lines(prose)}, told=TOLD)


def _refuse_id(session: Session, ident: str) -> None:
    try:
        parse_identifier(ident)
    except RefusedError:
        raise CannotRunError("cannot.inspection-id", inspection=ident) from None
    taken = (f"ledger/inspections/{ident}.yaml", f"issues/{ident}/")
    if ident in session.ledger.inspection or any(file.startswith(taken) for file in session.loaded.files):
        raise CannotRunError("cannot.inspection-there", inspection=ident)


def _put(draft: Draft, files: Mapping[str, str], parties: Sequence[dict[str, Value]]) -> None:
    for file, text in files.items():
        draft.create(file, text)
    add_parties(draft, parties)


def add_parties(draft: Draft, parties: Sequence[dict[str, Value]]) -> None:
    """New parties, behind those that are there. Raises CannotRunError where their file cannot be edited."""
    if not parties:
        return
    if PARTIES_FILE in draft.session.loaded.files:
        draft.edit(PARTIES_FILE, lambda text: appended(text, parties))
    else:
        draft.create(PARTIES_FILE, appended("", parties))


def _rendered(
    draft: Draft, ident: str, files: Mapping[str, str], parties: Sequence[dict[str, Value]], day: date
) -> str | None:
    """The notice of what was taken, as plain text; None, and why is said, where it cannot be rendered."""
    trial = Draft(draft.session)
    _put(trial, files, parties)
    ledger = load(trial.tree).ledger or draft.session.ledger
    try:
        template = template_source(draft.session.home, "notice")
        return plain(Order(subject_of(assess(ledger, day), ident), "notice", template).markdown)
    except CannotRunError as error:
        reason = say(error.key, draft.session.language, error.values)
        err(say("import.unproved", draft.session.language, {"reason": reason}))
        return None


def _as_it_is(problem: Problem) -> Problem:
    return problem


def _lines(prose: Prose) -> list[str]:
    """The lines of a notice, or the paragraphs of a Word document, by their numbers."""
    shown: list[str] = []
    for line in prose.lines:
        if line.number > len(shown):
            shown.append(line.text)
    return shown
