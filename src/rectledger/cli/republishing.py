"""What the public will read otherwise than it did in another revision."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from rectledger.changes.publication import Count, counts, reading
from rectledger.cli.choices import DiffFormat
from rectledger.cli.console import out
from rectledger.cli.documents import Place, Wanted, subject
from rectledger.cli.making import made
from rectledger.cli.placing import write
from rectledger.cli.session import Session, shortened_list
from rectledger.errors import CannotRunError
from rectledger.model.ledger import SETTINGS_FILE
from rectledger.render.colour import unstyle
from rectledger.render.order import Order
from rectledger.render.plain import plain
from rectledger.render.publication import (
    Republished,
    republished_json,
    republished_markdown,
    republished_text,
)
from rectledger.source.git.repository import commit_of
from rectledger.source.git.revision import RevisionTree
from rectledger.source.templates import template_source
from rectledger.views.papers import WARNING
from rectledger.views.subject import Subject

_ABSENT = frozenset(("cannot.no-inspection", "cannot.no-ref", "cannot.no-number", "cannot.no-issues"))
"""What is no document yet."""


class _Text(Struct, frozen=True):
    """A document as it is read, and what it counts; empty where there was none."""

    words: str = ""
    counts: dict[str, Count] | None = None


def compare(session: Session, wanted: Wanted, base: str, head: str | None, output: DiffFormat, place: Place) -> None:
    """Show which sentences of a document differ. Exits with 1 where it may not be published; raises CannotRunError."""
    if wanted.name == WARNING:
        raise CannotRunError("cannot.render-diff", option=WARNING)
    if place.check is not None:
        raise CannotRunError("cannot.render-diff", option="--check")
    told = republished(session, wanted, base)
    text = _printed(told, output, head, session.day)
    if place.target is None:
        out(text)
    else:
        write(place.target, unstyle(text).encode())


def _printed(told: Republished, output: DiffFormat, head: str | None, day: date) -> str:
    match output:
        case DiffFormat.TEXT:
            return republished_text(told)
        case DiffFormat.MD:
            return republished_markdown(told)
        case DiffFormat.JSON:
            return republished_json(told, head, day)


def republished(session: Session, wanted: Wanted, base: str) -> Republished:
    """A document beside what it was. Exits with 1 where it may not be published; raises CannotRunError."""
    commit = commit_of(session.root, base)
    about = subject(session, wanted)
    after = _Text(made(session, replace(wanted, to="txt"), about).decode(), _counted(about))
    then = replace(session, tree=RevisionTree(session.root, commit), day_asked_for=str(session.day))
    before = _before(then, wanted, base)
    return Republished(
        wanted.name, base, reading(before.words, after.words), before.counts or {}, after.counts or {}, session.language
    )


def _before(session: Session, wanted: Wanted, base: str) -> _Text:
    """The document as the base would have it, leaks and all: what it leaks is gone once nobody renders it."""
    if SETTINGS_FILE not in session.tree.files():
        return _Text()
    if problems := session.loaded.problems:
        files = shortened_list(sorted({problem.file for problem in problems}))
        raise CannotRunError("cannot.broken-at", revision=base, files=files)
    try:
        about = subject(session, wanted)
        order = Order(about, wanted.name, template_source(session.home, wanted.name))
    except CannotRunError as error:
        if error.key in _ABSENT:
            return _Text()
        raise
    return _Text(plain(order.markdown), _counted(about))


def _counted(about: Subject) -> dict[str, Count]:
    return counts(about.facts, about.chapters)
