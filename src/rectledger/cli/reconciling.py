"""How `lint --reconcile` compares a list with the ledger."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace

from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.console import err, out, width
from rectledger.cli.findings import failed, printed
from rectledger.cli.session import Session
from rectledger.diagnostics import Diagnostic, Problem
from rectledger.errors import CannotRunError
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts, InspectionFacts
from rectledger.lint import judge
from rectledger.messages import say
from rectledger.render.layout import clean
from rectledger.render.machine import reconcile_json
from rectledger.render.text.reconciliation import reconciliation_text
from rectledger.views.reconciliation import Line, reconciled_lines

RULES = ("RL112", "RL113", "RL114", "RL115", "RL116", "RL117", "RL118", "RL119")
Tell: TypeAlias = Callable[[Sequence[Problem], Facts], list[Diagnostic]]
"""Makes diagnostics of the problems that are asked for."""
FAILING = frozenset(("RL113", "RL114", "RL115", "RL118"))
"""What is dropped, merged or renumbered fails, whatever the weight of its rule."""


def reconcile(
    session: Session, path: Path, inspection: str | None, tell: Tell, output: LintFormat, fail_on: FailOn
) -> bool:
    """Print a list beside the ledger, and what was found; whether that fails. Raises CannotRunError without a list."""
    found = compared(session, path, inspection)
    facts = Facts(session.ledger, session.day, (found,))
    diagnostics = tell([problem for problem in judge(facts) if problem.code in RULES], facts)
    lines = next(reconciled_lines(reconciled) for reconciled in reconciliations(facts))
    if output is LintFormat.JSON:
        out(reconcile_json(found.inspection.id, lines, diagnostics, session.language))
    else:
        table = f"{reconciliation_text(lines, session.language, width())}\n" if output is LintFormat.TEXT else ""
        out(table + printed(session, diagnostics, output))
    return fail_on is not FailOn.NEVER and (_is_lost(diagnostics, lines) or failed(diagnostics, fail_on))


def _is_lost(diagnostics: Iterable[Diagnostic], lines: Iterable[Line]) -> bool:
    """Whether a finding did not come through, be it to the ledger or to the inspection's own list."""
    unplanned = any(line.planned is False and line.text is not None for line in lines)
    return unplanned or any(found.code in FAILING and not found.waived for found in diagnostics)


def compared(session: Session, path: Path, inspection: str | None, *, tells_columns: bool = False) -> InspectionFacts:
    """An inspection with the list of a file: its own file, or a spreadsheet, whose other columns may be told.

    Raises CannotRunError.
    """
    file = shown_path(session.root, path)
    if path.suffix.lower() == ".yaml":
        return _own(session, file)
    from rectledger.intake.handed_over import columns_left_out, entries_of
    from rectledger.source.sheet import read_book

    chosen = inspection or session.ledger.current
    found = next((i for i in session.facts.inspections if i.inspection.id == chosen), None)
    if found is None:
        raise CannotRunError("cannot.no-inspection", inspection=chosen or "—")
    book = read_book(path)
    if book.is_guessed:
        err(say("sheet.guessed", session.language, {"file": file}))
    if tells_columns and (others := columns_left_out(book)):
        err(clean(say("new.columns", session.language, {"columns": "、".join(others)})))
    return replace(found, listed=entries_of(book, file, found.inspection))


def _own(session: Session, file: str) -> InspectionFacts:
    if file in session.ledger.unread:
        raise CannotRunError("cannot.unread", file=file)
    found = next((i for i in session.facts.inspections if i.file == file), None)
    if found is None or not found.listed:
        raise CannotRunError("cannot.no-list", path=file)
    return found


def shown_path(root: Path, path: Path) -> str:
    """A file as diagnostics name it: relative to the ledger's root where it is inside."""
    absolute = path.parent.resolve() / path.name
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path.as_posix()
