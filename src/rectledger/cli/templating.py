"""Templates checked against the ledger, and new ones to edit."""

from pathlib import Path

from msgspec.structs import replace

from rectledger.cli.placing import current
from rectledger.cli.session import Session
from rectledger.diagnostics import Problem
from rectledger.errors import CannotRunError
from rectledger.facts.letters import LETTERS, owed_letters
from rectledger.render.order import Dress, Order
from rectledger.render.proof import word_problems, words_problems
from rectledger.render.word.document import word_template
from rectledger.source.lock import locked
from rectledger.source.store import Change, write_all
from rectledger.source.templates import SUFFIX, WORD, template_path, template_source
from rectledger.source.text import UnreadableError, decode
from rectledger.views.papers import INTERNAL
from rectledger.views.subject import Subject, subject_of


def checked(session: Session, file: Path, inspection: str | None) -> list[Problem]:
    """What is wrong with a template file. Raises CannotRunError where it is none."""
    suffix = next((suffix for suffix in (SUFFIX, WORD) if file.name.endswith(suffix)), None)
    if suffix is None:
        raise CannotRunError("cannot.template-kind", path=file)
    data = current(file)
    if data is None:
        raise CannotRunError("cannot.no-path", path=file)
    name = file.name.removesuffix(suffix)
    subject = _subject(session, name, inspection)
    if suffix == WORD:
        return word_problems(str(file), Order(subject, name, "", Dress(data)), data)
    try:
        return words_problems(str(file), Order(subject, name, decode(data)))
    except UnreadableError:
        raise CannotRunError("cannot.template-file", path=file) from None


def lines_of(file: Path) -> list[str]:
    """The lines of a template, for showing; none of one that is no text."""
    try:
        return decode(current(file) or b"").split("\n")
    except UnreadableError:
        return []


def _subject(session: Session, name: str, inspection: str | None) -> Subject:
    """What a template is filled in with: for documents about one issue or letter, the first there is."""
    facts, internal = session.facts, name in INTERNAL
    whole = subject_of(facts, inspection or facts.ledger.current or "—", internal=internal)
    issue = next(iter(whole.issues), None)
    letter = next(iter(owed_letters(facts, whole.inspection, LETTERS)), None)
    return replace(whole, issue=issue, letter=letter)


def made(session: Session, name: str) -> tuple[list[str], list[str]]:
    """The paths of the templates that were written, and of those that were there. Raises CannotRunError."""
    words = template_source(session.home, name)
    word = word_template(words, name, session.ledger.settings.documents)
    wanted = {template_path(name): words.encode(), template_path(name, WORD): word}
    with locked(session.root):
        there = session.home.templates()
        missing = {path: data for path, data in wanted.items() if path not in there}
        write_all(session.root, {path: Change(None, data) for path, data in missing.items()})
    return [*missing], [path for path in wanted if path in there]
