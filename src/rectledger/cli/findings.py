"""What `lint` looks at and what it reports of it."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.console import out
from rectledger.cli.judging import Asked, Entry, entries
from rectledger.cli.session import Session
from rectledger.diagnostics import Diagnostic, Problem, Severity
from rectledger.errors import CannotRunError
from rectledger.facts.records import Facts
from rectledger.installed import known_rules
from rectledger.lint import switched_off
from rectledger.source.text import MAX_BYTES
from rectledger.source.tree import OverlaidTree, WorkTree

if TYPE_CHECKING:
    from rectledger.render.findings.finding import Finding

STDIN = "-"
WEIGHTS = list(Severity)
AT_ONCE = 2000
"""Findings that are printed together."""


def narrowed(
    session: Session, paths: Sequence[str], folder: Path, stdin_filename: Path | None
) -> tuple[Session, list[str]]:
    """The session with standard input laid over its tree, and the paths to report on; none means all."""
    wanted = [_inside(session, folder / path) for path in paths if path != STDIN]
    if STDIN not in paths:
        return session, wanted
    if stdin_filename is None:
        raise CannotRunError("cannot.stdin-name")
    name = _inside(session, folder / stdin_filename, must_exist=False)
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return replace(session, tree=OverlaidTree(session.tree, {name: data})), [*wanted, name]


def asked_for(wanted: Sequence[str], select: Iterable[str], ignore: Iterable[str]) -> Asked:
    """What paths and options ask for. Raises CannotRunError for a code that no rule's begins with."""
    for code in _codes([*select, *ignore]):
        if not any(known.startswith(code) for known in known_rules()):
            raise CannotRunError("cannot.no-rule", code=code)
    return Asked(wanted, _codes(select) or ("",), _codes(ignore))


def all_of(session: Session, wanted: Sequence[str], select: Sequence[str], ignore: Sequence[str]) -> list[Diagnostic]:
    """Every finding about the files wanted, of the rules selected; those of rules ignored do not count."""
    with entries(session, asked_for(wanted, select, ignore), lambda _, found: found) as told:
        return [entry.told for entry in told if isinstance(entry.told, Diagnostic)]


def changes_since(session: Session, base: str, asked: Asked) -> list[Diagnostic]:
    """What the change since a revision did that nobody may do. Raises CannotRunError."""
    from rectledger.cli.gating import changes_found, revisions_since

    revisions = revisions_since(session, base) if session.outline.loaded.ledger else None
    return asked.diagnosed(session, changes_found(revisions), revisions.judging) if revisions else []


def told(
    session: Session, problems: Iterable[Problem], facts: Facts | None, select: Sequence[str], ignore: Sequence[str]
) -> list[Diagnostic]:
    """The problems of the rules selected; those of rules ignored do not count."""
    return asked_for((), select, ignore).diagnosed(session, problems, facts)


class Tally(Struct):
    """What goes by of findings: how many count, of which weight and rules, and which do not."""

    weights: Counter[Severity] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    excused: list[Diagnostic] = field(default_factory=list)

    def counted(self, found: Iterable[Entry]) -> Iterator[Diagnostic | str]:
        """What is told of every finding that counts."""
        for entry in found:
            if isinstance(entry.told, Diagnostic) and entry.waived:
                self.excused.append(entry.told)
            else:
                self.weights[entry.severity] += 1
                self.codes.add(entry.code)
                yield entry.told


def report(session: Session, asked: Asked, output: LintFormat, changes: Sequence[Diagnostic] = ()) -> Tally:
    """Print everything that is found, as it comes, and findings about changes among it; what it was."""
    from rectledger.render.text.lint import diagnostic_text, lint_end

    tally, files = Tally(), len(session.outline.loaded.files)
    if output is not LintFormat.TEXT:
        with entries(session, asked, lambda _, found: found, changes) as found:
            counting = [told for told in tally.counted(found) if isinstance(told, Diagnostic)]
        out(printed(session, counting, output))
        return tally
    language = session.language
    with entries(session, asked, lambda part, d: diagnostic_text(d, part.lines(d.file), language), changes) as found:
        told = tally.counted(found)
        while some := list(islice(told, AT_ONCE)):
            out("".join(f"{text}\n" for text in some))
    out(lint_end(tally.weights, tally.codes, files, language))
    return tally


def excused(session: Session, found: Iterable[Diagnostic]) -> str:
    """What was found and does not count, and which rules are switched off."""
    from rectledger.render.text.lint import waived_text

    ledger = session.outline.loaded.ledger
    off = switched_off(ledger.settings.rules, known_rules()) if ledger else ()
    return waived_text(found, off, session.language)


def printed(session: Session, found: Sequence[Diagnostic], output: LintFormat) -> str:
    """What was found, in a format."""
    from rectledger.render.findings.github import github
    from rectledger.render.findings.gitlab import gitlab
    from rectledger.render.findings.junit import junit
    from rectledger.render.findings.sarif import sarif
    from rectledger.render.machine import lint_json
    from rectledger.render.text.lint import lint_text

    match output:
        case LintFormat.TEXT:
            return lint_text(found, session.lines, len(session.outline.loaded.files), session.language)
        case LintFormat.JSON:
            return lint_json(found, len(session.outline.loaded.files), session.language)
        case LintFormat.SARIF:
            return sarif(_told(session, found, _above(session.root)), known_rules(), session.language)
        case LintFormat.JUNIT:
            return junit(_told(session, found))
        case LintFormat.GITHUB:
            return github(_told(session, found, _above(session.root)))
        case LintFormat.GITLAB:
            return gitlab(_told(session, found, _above(session.root)))


def _told(session: Session, found: Iterable[Diagnostic], above: str = "") -> "list[Finding]":
    from rectledger.render.findings.finding import findings_of

    return findings_of(found, session.lines, session.language, above)


def _above(root: Path) -> str:
    """What leads from git's top level to the ledger's root. Asks no git, which answers only to the folder's owner."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return "".join(f"{part}/" for part in root.relative_to(top).parts)


def failed(found: Iterable[Diagnostic], fail_on: FailOn) -> bool:
    """Whether anything that counts weighs as much as asked for."""
    return fails((diagnostic.severity for diagnostic in found if not diagnostic.waived), fail_on)


def fails(weights: Iterable[Severity], fail_on: FailOn) -> bool:
    """Whether a weight is among those that make the exit code 1."""
    if fail_on is FailOn.NEVER:
        return False
    heavy = WEIGHTS[: WEIGHTS.index(Severity(fail_on.value)) + 1]
    return any(weight in heavy for weight in weights)


def _inside(session: Session, path: Path, *, must_exist: bool = True) -> str:
    """A path relative to the ledger root; links are not followed, so that what is named is what is reported."""
    absolute = path.parent.resolve() / path.name
    missing = must_exist and isinstance(session.tree, WorkTree) and not os.path.lexists(absolute)
    if missing or not absolute.is_relative_to(session.root):
        raise CannotRunError("cannot.no-path", path=path)
    return absolute.relative_to(session.root).as_posix()


def refuse_to_write(session: Session) -> None:
    """Raises CannotRunError where what is checked are not the files of the work tree."""
    if not isinstance(session.tree, WorkTree):
        raise CannotRunError("cannot.fix-elsewhere")


def refuse_paths(paths: Sequence[str], base: str | None) -> None:
    """Raises CannotRunError where a list is compared and a part of the ledger is asked for, or a change."""
    if paths or base is not None:
        raise CannotRunError("cannot.reconcile-part")


def _codes(options: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for option in options for code in option.split(",") if code.strip())
