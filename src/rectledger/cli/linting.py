"""What `lint` does, whichever way its options were read."""

from collections.abc import Sequence

from rectledger.cli import findings
from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.console import err
from rectledger.cli.globals import said_before
from rectledger.cli.judging import Asked
from rectledger.cli.session import Session, session_of


def lint(
    folder: str = ".",
    lang: str | None = None,
    no_cache: bool = False,
    as_of: str | None = None,
    at: str | None = None,
    output: str = "text",
    fail_on: str = "error",
    verbose: bool = False,
    base: str | None = None,
    paths: Sequence[str] = (),
) -> int:
    """Check a ledger; the exit code. Parameters are named as the table names its options."""
    said = said_before(folder, lang, no_cache)
    session, wanted = findings.narrowed(session_of(said, as_of, at), paths, said.folder, None)
    return checked(session, findings.asked_for(wanted, (), ()), output, fail_on, verbose=verbose, base=base)


def checked(session: Session, asked: Asked, output: str, fail_on: str, *, verbose: bool, base: str | None) -> int:
    """Report what is asked for, and with `base` what the change since it did; the exit code."""
    changes = findings.changes_since(session, base, asked) if base is not None else []
    tally = findings.report(session, asked, LintFormat(output), changes)
    if verbose:
        err(findings.excused(session, tally.excused))
    return int(findings.fails(tally.weights, FailOn(fail_on)))
