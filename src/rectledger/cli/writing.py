"""How commands write: all files or none, under the ledger's lock, and nothing that the rules refuse."""

import codecs
import difflib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NoReturn

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.cli.console import err, out
from rectledger.cli.session import Session
from rectledger.diagnostics import Diagnostic, Problem, Severity
from rectledger.errors import CannotRunError, Ended
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.lint import judge
from rectledger.load import load
from rectledger.load.kinds import Kind, kind_of
from rectledger.load.record import Reading, read_record
from rectledger.messages import say
from rectledger.model.ledger import Filed
from rectledger.render.text.lint import diagnostic_text
from rectledger.source.edit import LayoutError
from rectledger.source.lock import locked
from rectledger.source.store import Change, recover, write_all
from rectledger.source.text import UnreadableError, decode
from rectledger.source.tree import OverlaidTree, SteadyTree

INVALID = 2
OF_THE_DAY = "RL3"
"""What only the passing of time causes stands in no command's way …"""
IN_THE_FUTURE = "RL307"
"""… but an event that has not happened yet is a slip of the pen."""


class Draft(Struct, frozen=True):
    """The files that a command is about to change."""

    session: Session
    changes: dict[str, Change] = field(default_factory=dict)

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        """Change a file's text. Raises CannotRunError where it cannot be read, or not be edited safely."""
        try:
            before = self.changes[file].before if file in self.changes else self.session.tree.read(file)
            now = (self.changes[file].after if file in self.changes else before) or b""
            new = change(decode(now))
        except UnreadableError:
            raise CannotRunError("cannot.broken-file", file=file) from None
        except LayoutError as error:
            place = {"line": error.span.line, "column": error.span.column}
            raise CannotRunError("cannot.layout", file=file, **place) from None
        mark = codecs.BOM_UTF8 if now.startswith(codecs.BOM_UTF8) else b""
        self.changes[file] = Change(before, mark + new.encode())

    def create(self, file: str, text: str) -> None:
        """A file that is not there yet."""
        self.changes[file] = Change(None, text.encode())

    @property
    def tree(self) -> OverlaidTree:
        """The ledger's files as they would be."""
        return OverlaidTree(self.session.tree, {file: change.after for file, change in self.changes.items()})


@contextmanager
def writing(session: Session, *, dry_run: bool) -> Iterator[Draft]:
    """A draft to fill in, nobody else writing meanwhile; what an earlier writer left unfinished is finished first.

    Its session has read nothing yet: what was read before the lock was held may have changed.
    """
    fresh = replace(session, tree=SteadyTree(session.tree))
    if dry_run:
        yield Draft(fresh)
        return
    with locked(session.root, lambda holder: err(say("writing.waiting", session.language, {"holder": holder}))):
        recover(session.root)
        yield Draft(fresh)


def finish(draft: Draft, *, dry_run: bool, force: bool, later: Collection[str] = ()) -> Facts:
    """Write a draft, or show it as a diff; what follows from the issues then.

    `later` are the codes of what may be mended afterwards. Exits with 2 where the values are
    not well formed, with 1 where the rules refuse them.
    """
    facts = _checked(draft, force=force, later=later)
    if dry_run:
        out(unified_diff(draft.changes))
    else:
        commit(draft)
    return facts


def commit(draft: Draft) -> None:
    """Write what changes. Raises CannotRunError."""
    changes = {file: change for file, change in draft.changes.items() if change.before != change.after}
    if changes:
        write_all(draft.session.root, changes)


def unified_diff(changes: Mapping[str, Change]) -> str:
    """Changes as `git diff` would show them."""
    lines = [
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for file, change in changes.items()
        for line in difflib.unified_diff(
            _lines(change.before),
            _lines(change.after),
            "/dev/null" if change.before is None else f"a/{file}",
            "/dev/null" if change.after is None else f"b/{file}",
        )
    ]
    return "".join(lines)


def _lines(data: bytes | None) -> list[str]:
    text = (data or b"").decode("utf-8", "replace")
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


def judged(draft: Draft) -> tuple[Facts | None, list[Problem]]:
    """The facts as they would be, and what would be found that is not found now; no facts where a file is no record."""
    readings = {
        file: read_record(kind_of(file) or Kind.ISSUE, file, change.after or b"")
        for file, change in draft.changes.items()
    }
    if problems := [problem for reading in readings.values() for problem in reading.problems]:
        return None, problems
    after = _after(draft, readings)
    return after, _added(draft, after)


def _checked(draft: Draft, *, force: bool, later: Collection[str]) -> Facts:
    """The facts as they would be, once nothing speaks against them."""
    after, problems = judged(draft)
    found = diagnosed(draft, problems, after)
    _print(draft, found)
    if after is None:
        _stop(draft, "writing.invalid", INVALID)
    counted = [diagnostic for diagnostic in found if diagnostic.code not in later]
    if any(diagnostic.severity is Severity.ERROR for diagnostic in counted):
        _stop(draft, "writing.refused", 1)
    if any(diagnostic.file in draft.changes for diagnostic in counted) and not force:
        _stop(draft, "writing.refused-warning", 1)
    return after


def _after(draft: Draft, readings: Mapping[str, Reading]) -> Facts:
    if any(kind_of(file) is not Kind.ISSUE for file in readings):
        return assess(load(draft.tree).ledger or draft.session.ledger, draft.session.day)
    ledger = draft.session.ledger
    kept = [filed for filed in ledger.issues if filed.file not in readings]
    changed = [Filed(file, reading.record) for file, reading in readings.items()]
    issues = tuple(sorted((*kept, *changed), key=lambda filed: filed.file))
    return assess(replace(ledger, issues=issues), draft.session.day)


def _added(draft: Draft, after: Facts) -> list[Problem]:
    """What would be found and is not found now."""
    known = Counter(map(_gist, judge(draft.session.facts, about=draft.changes)))
    found = []
    for problem in judge(after, about=draft.changes):
        known[_gist(problem)] -= 1
        if known[_gist(problem)] < 0 and (problem.code == IN_THE_FUTURE or not problem.code.startswith(OF_THE_DAY)):
            found.append(problem)
    return found


def _gist(problem: Problem) -> tuple[str, str, str]:
    """A problem without its place, which an edit above it moves."""
    return problem.file, problem.key, str(problem.values)


def diagnosed(draft: Draft, problems: Iterable[Problem], facts: Facts | None) -> list[Diagnostic]:
    """Problems of the files as they would be, but for infos and what does not count."""
    found = replace(draft.session, tree=draft.tree).diagnostics(problems, facts)
    return [d for d in found if not d.waived and d.severity is not Severity.INFO]


def _print(draft: Draft, found: Iterable[Diagnostic]) -> None:
    """The findings, each with the line as it would be."""
    session = replace(draft.session, tree=draft.tree)
    for diagnostic in found:
        err(diagnostic_text(diagnostic, session.lines(diagnostic.file), draft.session.language))


def _stop(draft: Draft, key: str, code: int) -> NoReturn:
    err(say(key, draft.session.language))
    raise Ended(code)
