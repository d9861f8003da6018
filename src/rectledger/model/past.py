"""What git remembers: commits, the people behind them, and the files that each has changed."""

from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue

R = TypeVar("R", bound=Issue | Inspection)


class Change(NamedTuple):
    """A file that a commit has changed: the names of its contents before, one a parent, and after.

    None stands for a file that is not there. A merge is listed with a file only where the file
    is unlike that of every parent: nothing that came from elsewhere counts as the merge's own.
    """

    path: str
    before: tuple[str | None, ...]
    after: str | None


class Commit(Struct, frozen=True):
    """A commit, in the time zone of the ledger."""

    name: str
    author: str
    email: str
    written: datetime
    """When its author made it."""
    committed: datetime
    """When it came into this history; a rebase or a cherry-pick sets it anew."""
    subject: str
    changes: tuple[Change, ...]
    edge: bool = False
    """Whether a shallow clone begins here: what it brings may be older than itself."""

    @property
    def short(self) -> str:
        """A name for people."""
        return self.name[:8]

    @property
    def day(self) -> date:
        """The day on which its author made it."""
        return self.written.date()


class Version(NamedTuple, Generic[R]):
    """What a commit did to a record: how it stood before, one a parent, and after; None where it did not exist."""

    commit: Commit | None
    """None for what is not committed yet."""
    file: str
    before: tuple[R | None, ...]
    after: R | None
