"""What `lint` reports, and whether it fails."""

from rectledger.cli import findings
from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.console import err
from rectledger.cli.judging import Asked
from rectledger.cli.session import Session


def failed(
    session: Session, asked: Asked, output: LintFormat, fail_on: FailOn, *, verbose: bool, base: str | None
) -> bool:
    """Report what is asked for, and with `base` what the change since it did; whether that is too much."""
    changes = findings.changes_since(session, base, asked) if base is not None else []
    tally = findings.report(session, asked, output, changes)
    if verbose:
        err(findings.excused(session, tally.excused))
    return findings.fails(tally.weights, fail_on)
