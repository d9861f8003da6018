"""What `lint` looks at and what it reports of it."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rectledger.cli.options import FailOn, LintFormat
from rectledger.cli.session import Session
from rectledger.diagnostics import Diagnostic, Problem, Severity
from rectledger.errors import CannotRunError
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.installed import known_rules
from rectledger.lint import diagnose, in_order, judge, switched_off
from rectledger.render.findings.finding import Finding, findings_of
from rectledger.source.text import MAX_BYTES
from rectledger.source.tree import OverlaidTree, WorkTree

STDIN = "-"
WEIGHTS = list(Severity)
OF_EVIDENCE_FILES = ("RL110", "RL411", "RL412", "RL413")
"""Rules that need to know what stands at the paths of evidence; RL110 judges the waivers of the others."""


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


def all_of(session: Session, wanted: Sequence[str], select: Sequence[str], ignore: Sequence[str]) -> list[Diagnostic]:
    """Every finding about the files wanted, of the rules selected; those of rules ignored do not count."""
    chosen, left_out = _codes(select) or ("",), _codes(ignore)

    def counts(code: str) -> bool:
        return code.startswith(chosen) and not (left_out and code.startswith(left_out))

    facts = _facts(session, wanted, counts) if session.loaded.ledger else None
    problems = [*session.loaded.problems, *(judge(facts, known_rules()) if facts else ())]
    return told(session, [p for p in problems if is_wanted(p.file, wanted)], facts, select, ignore)


def with_changes(
    session: Session,
    found: Sequence[Diagnostic],
    base: str,
    wanted: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
) -> list[Diagnostic]:
    """The findings, and what the change since a revision did that nobody may do. Raises CannotRunError."""
    from rectledger.cli.gating import changes_found, revisions_since

    revisions = revisions_since(session, base) if session.loaded.ledger else None
    if revisions is None:
        return list(found)
    problems = [problem for problem in changes_found(revisions) if is_wanted(problem.file, wanted)]
    return in_order([*found, *told(session, problems, revisions.judging, select, ignore)])


def told(
    session: Session, problems: Iterable[Problem], facts: Facts | None, select: Sequence[str], ignore: Sequence[str]
) -> list[Diagnostic]:
    """The problems of the rules selected; those of rules ignored do not count."""
    chosen, left_out = _codes(select) or ("",), _codes(ignore)
    found = diagnose([p for p in problems if p.code.startswith(chosen)], facts, session.locate, known_rules())
    return [replace(d, waived="--ignore") if left_out and d.code.startswith(left_out) else d for d in found]


def excused(session: Session, found: Iterable[Diagnostic]) -> str:
    """What was found and does not count, and which rules are switched off."""
    from rectledger.render.text.lint import waived_text

    off = switched_off(session.facts, known_rules()) if session.loaded.ledger else ()
    return waived_text(found, off, session.language)


def _facts(session: Session, wanted: Sequence[str], counts: Callable[[str], bool]) -> Facts:
    """The facts, with the evidence files of the files wanted where a rule that counts needs them."""
    if not any(map(counts, OF_EVIDENCE_FILES)):
        return session.facts
    paths = {proof.file for proof in proofs(session.facts) if is_wanted(proof.issue.file, wanted)}
    return replace(session.facts, evidence=session.tree.evidence(paths))


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
            return lint_text(found, session.lines, len(session.loaded.files), session.language)
        case LintFormat.JSON:
            return lint_json(found, len(session.loaded.files), session.language)
        case LintFormat.SARIF:
            return sarif(_told(session, found, _above(session.root)), known_rules(), session.language)
        case LintFormat.JUNIT:
            return junit(_told(session, found))
        case LintFormat.GITHUB:
            return github(_told(session, found, _above(session.root)))
        case LintFormat.GITLAB:
            return gitlab(_told(session, found, _above(session.root)))


def _told(session: Session, found: Iterable[Diagnostic], above: str = "") -> list[Finding]:
    return findings_of(found, session.lines, session.language, above)


def _above(root: Path) -> str:
    """What leads from git's top level to the ledger's root. Asks no git, which answers only to the folder's owner."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return "".join(f"{part}/" for part in root.relative_to(top).parts)


def failed(found: Iterable[Diagnostic], fail_on: FailOn) -> bool:
    """Whether anything that counts weighs as much as asked for."""
    if fail_on is FailOn.NEVER:
        return False
    heavy = WEIGHTS[: WEIGHTS.index(Severity(fail_on.value)) + 1]
    return any(diagnostic.severity in heavy and not diagnostic.waived for diagnostic in found)


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


def refuse_paths(paths: Sequence[str]) -> None:
    """Raises CannotRunError where a list is compared and only a part of the ledger is asked for."""
    if paths:
        raise CannotRunError("cannot.reconcile-part")


def is_wanted(file: str, wanted: Sequence[str]) -> bool:
    """Whether a file is one of the paths wanted, or below one; no paths mean all."""
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)


def _codes(options: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for option in options for code in option.split(",") if code.strip())
