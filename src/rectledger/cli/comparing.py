"""Two revisions for a command: what differs is read, both sides are judged on the same day."""

from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rectledger.cli.console import err
from rectledger.cli.globals import Globals
from rectledger.cli.session import Session, parsed_day, revision_tree, work_tree
from rectledger.errors import CannotRunError
from rectledger.facts.assess import assess
from rectledger.facts.revisions import Revisions
from rectledger.load import load
from rectledger.messages import say
from rectledger.model.ledger import SETTINGS_FILE, Ledger
from rectledger.source.git.repository import commit_of
from rectledger.source.git.sides import PartialTree, Sides, folder_of, sides

MOST_NUMBERED = 200
"""Issues of the current inspection up to which all of them are read to count their printed numbers; with more, ids."""


class Comparison(Struct, frozen=True, dict=True):
    """A commit beside another one, or beside the work tree."""

    session: Session
    """Of the head, as far as it was read."""
    sides: Sides
    base: str
    """The name of the base's commit."""
    head: str | None
    revisions: Revisions

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The printed numbers of the current inspection's issues by id; none where there are too many to read."""
        current = self.session.ledger.current
        folder = folder_of(self.session.root, self.head, f"issues/{current}", MOST_NUMBERED)
        if current is None or folder is None:
            return {}
        rest = {path: data for path, data in self.sides.head.contents.items() if not path.startswith("issues/")}
        ledger = load(PartialTree({**rest, **folder.contents}, folder.unreadable)).ledger
        if ledger is None or current in ledger.unnumbered:
            return {}
        return {issue.issue.id: issue.number for issue in assess(ledger, self.session.day).issues}


def compared(said: Globals, base: str, head: str | None, as_of: str | None) -> Comparison:
    """Two revisions of the ledger. Raises CannotRunError where one is unknown or holds no ledger."""
    folder = said.folder
    if not folder.is_dir():
        raise CannotRunError("cannot.no-folder", folder=folder)
    if as_of is not None:
        parsed_day(as_of)
    names = commit_of(folder, base), None if head is None else commit_of(folder, head)
    root = _root(folder.resolve(), head)
    both = sides(root, *names)
    session = Session(root, both.head, said.language, as_of)
    if both.submodules:
        err(f"rectledger: {say('diff.submodules', session.language, {'paths': '、'.join(both.submodules)})}")
    before = _before(both, session.ledger, base)
    day = session.day
    revisions = Revisions(assess(before, day), assess(session.ledger, day), changed=both.changed)
    return Comparison(session, both, *names, revisions)


def _root(folder: Path, head: str | None) -> Path:
    """The ledger's root, in the work tree or, where that has none, in the head."""
    try:
        return work_tree(folder).root
    except CannotRunError:
        if head is None:
            raise
        return revision_tree(folder, head).root


def _before(both: Sides, after: Ledger, base: str) -> Ledger:
    """The ledger of the base; an empty one where it has none yet."""
    if SETTINGS_FILE not in both.base.files():
        return replace(after, parties=(), inspections=(), issues=(), unread=frozenset())
    found = load(both.base).ledger
    if found is None:
        raise CannotRunError("cannot.settings-at", revision=base)
    return found
