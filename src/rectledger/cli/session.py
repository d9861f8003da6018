"""What every command starts from: root, tree, ledger, day, language. The only reader of the clock."""

import math
import os
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rectledger.cli.console import err
from rectledger.cli.globals import Globals
from rectledger.cli.queue import ENOUGH
from rectledger.diagnostics import START_OF_FILE, Diagnostic, Problem, Route, Span
from rectledger.errors import CannotRunError, Ended
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.load import Loaded, Outline, outline
from rectledger.messages import Language, say
from rectledger.model.base import ISO_DAY
from rectledger.model.ledger import SETTINGS_FILE, Ledger
from rectledger.source.state import is_unfinished
from rectledger.source.text import UnreadableError, decode
from rectledger.source.tree import Tree, WorkTree
from rectledger.source.yaml import locate

if TYPE_CHECKING:
    from rectledger.cli.ahead import Ahead
    from rectledger.load.loader import Gathered
    from rectledger.source.git.revision import RevisionTree
    from rectledger.source.templates import Home


class Session(Struct, frozen=True, dict=True):
    """One run of one command on one ledger."""

    root: Path
    tree: Tree
    language_asked_for: Language | None
    day_asked_for: str | None

    @cached_property
    def outline(self) -> Outline:
        """The ledger without its issues. Raises CannotRunError where its settings cannot even be opened."""
        try:
            self.tree.read(SETTINGS_FILE)
        except (UnreadableError, KeyError):
            raise CannotRunError("cannot.settings-unreadable") from None
        return outline(self.tree)

    @cached_property
    def loaded(self) -> Loaded:
        """The ledger as it stands in the tree. Raises CannotRunError as `outline` does."""
        return self.outline.whole(self._gathered())

    def about(self, inspection: str) -> Loaded:
        """An inspection with its issues, and all problems of any file. Raises CannotRunError as `outline` does."""
        return self.outline.about(inspection, self._gathered(inspection))

    def read_ahead(self) -> bool:
        """Let another process begin to read the issues, if that is worth it; this one has something else to do yet."""
        self._begun.append(self._begin())
        return self._begun[-1] is not None

    def _gathered(self, of: str | None = None) -> "Gathered | None":
        begun = self._begun.pop() if self._begun else self._begin()
        return begun.gathered(of) if begun else None

    @cached_property
    def _begun(self) -> "list[Ahead | None]":
        """The reading that was begun and nobody has waited for."""
        return []

    def _begin(self) -> "Ahead | None":
        if not isinstance(self.tree, WorkTree) or len(self.outline.issues) < ENOUGH:
            return None  # git gives the files of a revision to one process alone
        from rectledger.cli.ahead import read_ahead

        return read_ahead(self.tree, self.outline.issues)

    @property
    def ledger(self) -> Ledger:
        """The ledger. Raises CannotRunError, after showing why, where there is none to judge by."""
        if self.loaded.ledger is None:
            self.report(self.diagnostics(self.loaded.problems))
            raise CannotRunError("cannot.settings")
        return self.loaded.ledger

    @cached_property
    def facts(self) -> Facts:
        """The ledger, judged on the day."""
        return assess(self.ledger, self.day)

    @cached_property
    def day(self) -> date:
        """The day that judges: the one asked for, else today in the ledger's time zone."""
        if self.day_asked_for:
            return parsed_day(self.day_asked_for)
        return today(self.timezone)

    @property
    def lasts(self) -> tuple[float, float]:
        """From when on and until when the day that judges would be the same, in seconds."""
        if self.day_asked_for:
            return -math.inf, math.inf
        return moments(self.day, self.timezone)

    @property
    def timezone(self) -> str:
        """Where the ledger's days are counted."""
        return (self.outline.loaded.ledger or self.ledger).settings.timezone

    @property
    def language(self) -> Language:
        """The language asked for, else the ledger's."""
        if self.language_asked_for:
            return self.language_asked_for
        ledger = self.outline.loaded.ledger
        return Language(ledger.settings.language) if ledger else Language.ZH

    @property
    def home(self) -> "Home":
        """Where the ledger's own templates are looked for: in the revision that is read, else on disk."""
        if isinstance(self.tree, WorkTree):
            return self.tree
        from rectledger.source.git.revision import RevisionTree

        return self.tree if isinstance(self.tree, RevisionTree) else WorkTree(self.root)

    def diagnostics(self, problems: Iterable[Problem], facts: Facts | None = None) -> list[Diagnostic]:
        """Problems with rule, weight and place."""
        from rectledger.lint import diagnose

        return diagnose(problems, facts, self.locate)

    def locate(self, file: str, routes: Sequence[Route]) -> Sequence[Span]:
        """The spans of routes in a file as it is now."""
        text = self._text(file)
        return [START_OF_FILE] * len(routes) if text is None else locate(text, routes)

    def lines(self, file: str) -> list[str]:
        """The lines of a file, for showing; none where it is not text."""
        text = self._text(file)
        return [] if text is None else text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def _text(self, file: str) -> str | None:
        """The text of a file, kept: a line that was pointed at is shown as well. None where it is not text."""
        if file not in self._texts:
            try:
                self._texts[file] = decode(self.tree.read(file))
            except (UnreadableError, KeyError):
                self._texts[file] = None
        return self._texts[file]

    @cached_property
    def _texts(self) -> dict[str, str | None]:
        return {}

    def report(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show diagnostics beside the data."""
        from rectledger.render.text.lint import lint_text

        err(lint_text(diagnostics, self.lines, len(self.outline.loaded.files), self.language))

    def exit_for_broken_files(self) -> None:
        """Say which files are not counted, and exit 1: a picture that leaves something out must not look whole."""
        if said := self.on_broken_files():
            err(said)
            raise Ended

    def on_broken_files(self, problems: Iterable[Problem] | None = None) -> str:
        """What is to be said about the files that are not counted; an empty text where all are.

        `problems` are what is wrong with the files, where the ledger was not loaded as a whole.
        """
        unread = sorted({problem.file for problem in (self.loaded.problems if problems is None else problems)})
        values = {"count": len(unread), "files": shortened_list(unread)}
        return f"rectledger: {say('status.broken', self.language, values)}" if unread else ""


def shortened_list(files: Sequence[str]) -> str:
    """The first few of some files, for a message."""
    return "、".join(files[:5]) + ("……" if len(files) > 5 else "")


def open_session(said: Globals, as_of: str | None = None, at: str | None = None) -> Session:
    """The session of a command. Raises CannotRunError where there is no ledger, no such day or no such revision."""
    folder = said.folder
    if not folder.is_dir():
        raise CannotRunError("cannot.no-folder", folder=folder)
    if as_of is not None:
        parsed_day(as_of)
    tree = work_tree(folder.resolve()) if at is None else revision_tree(folder.resolve(), at)
    return Session(tree.root, tree, said.language, as_of)


def work_tree(folder: Path) -> WorkTree:
    """The files of the nearest folder upward that holds a ledger. Raises CannotRunError."""
    for candidate in (folder, *folder.parents):
        if os.path.lexists(candidate / SETTINGS_FILE):
            if is_unfinished(candidate):
                _settle(candidate)
            return WorkTree(candidate)
    raise CannotRunError("cannot.no-ledger", folder=folder)


def _settle(root: Path) -> None:
    """Let a writer finish, or finish for one that died, so that no half of a change is read."""
    from rectledger.source.lock import locked
    from rectledger.source.store import recover

    with locked(root):
        recover(root)


def revision_tree(folder: Path, revision: str) -> "RevisionTree":
    """The same in a revision. Raises CannotRunError."""
    from rectledger.source.git.repository import commit_of, top_level
    from rectledger.source.git.revision import RevisionTree

    commit, top = commit_of(folder, revision), top_level(folder)
    for candidate in (folder, *folder.parents):
        tree = RevisionTree(candidate, commit)
        if SETTINGS_FILE in tree.files():
            return tree
        if candidate.samefile(top):
            break
    raise CannotRunError("cannot.no-ledger", folder=f"{folder} ({revision})")


def today(timezone: str) -> date:
    """The day that it is in a time zone."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone)).date()


def moments(day: date, timezone: str) -> tuple[float, float]:
    """When a day begins and when it has ended in a time zone, in seconds."""
    from zoneinfo import ZoneInfo

    first, last = (datetime.combine(each, time.min, ZoneInfo(timezone)) for each in (day, day + timedelta(days=1)))
    return first.timestamp(), last.timestamp()


def parsed_day(text: str) -> date:
    """A day from the command line. Raises CannotRunError."""
    try:
        if ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise CannotRunError("cannot.day", value=text)
