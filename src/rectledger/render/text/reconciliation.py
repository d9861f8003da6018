"""The list, the ledger and the notice side by side, as text."""

from collections import Counter
from collections.abc import Sequence

from rectledger.facts.records import IssueFacts
from rectledger.messages import Language, say
from rectledger.render.colour import style
from rectledger.render.layout import shortened, table
from rectledger.views.reconciliation import Line, Verdict

COLUMNS = ("serial", "text", "planned", "ledger", "notice", "verdict")
COLOURS = {Verdict.KEPT: "green", Verdict.SPLIT: "yellow", Verdict.REWORDED: "yellow", Verdict.UNLISTED: "yellow"}
NOTHING = "—"
WORDS = 24
"""Columns of a finding's words; whoever wants them all reads the list."""


def reconciliation_text(lines: Sequence[Line], language: Language, width: int) -> str:
    """A header, a line a finding, and a line that counts them. An own list has its column where there is one."""
    shown = [column for column in COLUMNS if column != "planned" or any(line.planned is not None for line in lines)]
    cells = [{column: say(f"reconcile.{column}", language) for column in COLUMNS}]
    cells += [_cells(line, language) for line in lines]
    rows = [[row[column] for column in shown] for row in cells]
    first, *others = table(rows, width, flexible=shown.index("ledger"))
    coloured = [style(row, fg=COLOURS.get(line.verdict, "red")) for row, line in zip(others, lines, strict=True)]
    return "\n".join([style(first, bold=True), *coloured, _summary(lines, language)]) + "\n"


def _cells(line: Line, language: Language) -> dict[str, str]:
    return {
        "serial": line.serial or NOTHING,
        "text": shortened(line.text or NOTHING, WORDS),
        "planned": say(f"reconcile.planned.{'true' if line.planned else 'false'}", language),
        "ledger": "；".join(f"{issue.issue.id} {issue.issue.title}" for issue in line.issues) or NOTHING,
        "notice": "；".join(_notice(issue, language) for issue in line.issues) or NOTHING,
        "verdict": say(f"reconcile.{line.verdict}", language),
    }


def _notice(issue: IssueFacts, language: Language) -> str:
    """The number that is printed, or that it is kept out and why."""
    if issue.published:
        return str(issue.number)
    reason = issue.issue.publish.reason
    why = say(f"schema.publication.reason.{reason}", language) if reason else NOTHING
    return say("reconcile.omitted", language, {"reason": why})


def _summary(lines: Sequence[Line], language: Language) -> str:
    counts = Counter(line.verdict for line in lines)
    parts = [f"{say(f'reconcile.{verdict}', language)} {counts[verdict]}" for verdict in Verdict if counts[verdict]]
    listed = sum(line.text is not None for line in lines)
    return say("reconcile.summary", language, {"listed": listed, "parts": " · ".join(parts) or NOTHING})
