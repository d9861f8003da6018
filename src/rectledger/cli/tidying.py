"""Laying out every file of a ledger anew."""

from functools import partial

from rectledger.cli.console import err, out
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, commit, unified_diff, writing
from rectledger.errors import CannotRunError, Ended
from rectledger.load.kinds import Kind, kind_of
from rectledger.load.shapes import order_at
from rectledger.messages import hint, say
from rectledger.render.layout import clean
from rectledger.source.canonical import canonical


def tidy(session: Session, *, write: bool) -> None:
    """Put the files into canonical layout, or show what that would change and exit with 1."""
    with writing(session, dry_run=not write) as draft:
        for file in draft.session.tree.files():
            if kind := kind_of(file):
                _lay_out(draft, kind, file)
        if write:
            commit(draft)
    changed = [file for file, change in draft.changes.items() if change.before != change.after]
    out("".join(f"{file}\n" for file in changed) if write else unified_diff(draft.changes))
    if changed and not write:
        raise Ended


def _lay_out(draft: Draft, kind: Kind, file: str) -> None:
    """Lay out one file; one that cannot be is named and left alone."""
    try:
        draft.edit(file, partial(canonical, order=partial(order_at, kind)))
    except CannotRunError as error:
        language = draft.session.language_asked_for or draft.session.language
        err(clean(say(error.key, language, error.values)))
        err(clean(f"  → {hint(error.key, language, error.values)}"))
