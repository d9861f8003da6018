"""A Word document beside what it was when it was made."""

from pathlib import Path

from msgspec.structs import replace

from rectledger.changes.publication import reading
from rectledger.cli.console import err
from rectledger.cli.documents import Wanted, subject
from rectledger.cli.placing import current
from rectledger.cli.session import Session, revision_tree
from rectledger.errors import CannotRunError
from rectledger.messages import say
from rectledger.render.document import FORMATS
from rectledger.render.order import Dress, Order
from rectledger.render.verification import Verified
from rectledger.render.word.properties import Origin, origin_of
from rectledger.source.docx.sameness import text_of
from rectledger.source.templates import template_source, word_template_of
from rectledger.views.papers import WARNING

_CHANGED = "+"


def verified(session: Session, file: Path) -> Verified:
    """What somebody changed in a document. Raises CannotRunError where it cannot be made again."""
    data = current(file)
    if data is None:
        raise CannotRunError("cannot.no-path", path=file)
    origin = _origin(file, data)
    commit = origin.revision.removesuffix(_CHANGED)
    if commit != origin.revision:
        err(say("verify.uncommitted", session.language, {"path": file, "revision": commit[:12]}))
    then = replace(session, tree=revision_tree(session.root, commit), day_asked_for=origin.day)
    again, now = ("\n".join(text_of(one, str(file))) for one in (_made(then, origin), data))
    return Verified(str(file), origin.document, commit, origin.day, reading(again, now))


def _origin(file: Path, data: bytes) -> Origin:
    origin = origin_of(str(file), data)
    if origin is None:
        raise CannotRunError("cannot.no-origin", path=file)
    if not origin.revision:
        raise CannotRunError("cannot.no-revision-named", path=file)
    if origin.document == WARNING:
        raise CannotRunError("cannot.verify-letter")
    return origin


def _made(session: Session, origin: Origin) -> bytes:
    """The document as it was made: nobody checks it for leaks again, it is not written."""
    internal = origin.internal == "true"
    wanted = Wanted(origin.document, "docx", origin.inspection or None, origin.issue or None, internal)
    layout = word_template_of(session.home, origin.document)
    words = template_source(session.home, origin.document)
    return FORMATS["docx"].make(Order(subject(session, wanted), origin.document, words, Dress(layout)))
