"""What a Word file needs beside words and data: the ledger's own template, the revision, a date."""

import os
from datetime import UTC, date, datetime

from rectledger.cli.session import Session
from rectledger.errors import CannotRunError
from rectledger.render.order import Dress
from rectledger.source.git.repository import state_of
from rectledger.source.git.revision import RevisionTree
from rectledger.source.templates import word_template_of

EPOCH = "SOURCE_DATE_EPOCH"


def dress_of(session: Session, name: str) -> Dress:
    """What a document of a name is dressed in. Raises CannotRunError."""
    tree = session.tree
    revision = tree.commit if isinstance(tree, RevisionTree) else state_of(session.root)
    return Dress(word_template_of(session.home, name), revision, _day_asked_for())


def _day_asked_for() -> date | None:
    """The day that the environment asks for, as builds that can be repeated do. Raises CannotRunError."""
    text = os.environ.get(EPOCH)
    if not text:
        return None
    try:
        return max(datetime.fromtimestamp(int(text), UTC).date(), date(1980, 1, 1))
    except (ValueError, OverflowError, OSError):
        raise CannotRunError("cannot.epoch", value=text) from None
