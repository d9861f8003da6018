"""How a document is made of what it is about, and looked at before anybody reads it."""

from rectledger.cli.documents import Wanted, refuse, subject_alone
from rectledger.cli.session import Session
from rectledger.render.document import FORMATS
from rectledger.render.gate import leaked
from rectledger.render.order import Dress, Order
from rectledger.source.templates import template_source
from rectledger.views.subject import Subject


def rendered(session: Session, wanted: Wanted) -> bytes:
    """The bytes of a document. Exits with 1, and says why, where the ledger is broken or something would leak."""
    return made(session, wanted, subject_alone(session, wanted))


def made(session: Session, wanted: Wanted, about: Subject) -> bytes:
    """The bytes of a document about something. Exits with 1, and says why, where something would leak."""
    dress = Dress() if FORMATS[wanted.to].console else _dress_of(session, wanted.name)
    order = Order(about, wanted.name, template_source(session.home, wanted.name), dress)
    data = FORMATS[wanted.to].make(order)
    if not about.internal:
        template = f"templates/{wanted.name}.{'md.j2' if dress.layout is None else 'docx'}"
        text = FORMATS[wanted.to].text(data)
        if leaked(text, about.facts.ledger, template):  # and where it comes from is to be seen in the whole ledger
            refuse(session, leaked(text, session.ledger, template), wanted.output)
    return data


def _dress_of(session: Session, name: str) -> Dress:
    from rectledger.cli.dressing import dress_of

    return dress_of(session, name)
