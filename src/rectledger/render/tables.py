"""The day's picture as tables: CSV and Markdown, a row a measure."""

import csv
import io
from collections.abc import Iterable, Sequence

from rectledger.messages import Language, say, word
from rectledger.views.items import Item
from rectledger.views.rows import Table
from rectledger.views.status import Status

COLUMNS = ("number", "issue", "measure", "title", "state", "due", "days_left", "overdue", "owner", "leader")
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def status_csv(status: Status, language: Language) -> str:
    """A row a measure."""
    rows = [
        [inspection.head.id, *_row(line, language)]
        for inspection in status.inspections
        for issue in inspection.issues
        for line in issue.measures
    ]
    return csv_table(["inspection", *COLUMNS], rows)


def csv_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under a header. A cell that a spreadsheet would run as a formula gets a `'` in front."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(map(_harmless, row) for row in rows)
    return text.getvalue()


def sheet_csv(table: Table) -> str:
    """A sheet with its headings; no cell is one that a spreadsheet would run. They need a byte order mark before it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(shown.heading) for shown in table.columns])
    writer.writerows(map(_harmless, row.cells) for row in table.rows)
    return text.getvalue()


def status_markdown(status: Status, language: Language) -> str:
    """A table an inspection."""
    head = [say(f"column.{column}", language) for column in COLUMNS]
    lines: list[str] = []
    for inspection in status.inspections:
        lines += [f"## {_cell(inspection.head.title)} ({inspection.head.id}) {status.as_of}", ""]
        lines += markdown_table(head, (_row(line, language) for issue in inspection.issues for line in issue.measures))
        lines.append("")
    return "\n".join(lines)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table."""
    return [_markdown_row(head), _markdown_row(["---"] * len(head)), *map(_markdown_row, rows)]


def _row(line: Item, language: Language) -> list[str]:
    state = word(f"state.{line.state}", language)
    days = "" if line.days_left is None else str(line.days_left)
    overdue = "true" if line.overdue else "false"
    return [
        line.ref,
        line.issue,
        line.measure,
        line.title,
        state,
        str(line.due or ""),
        days,
        overdue,
        line.owner_name,
        line.leader_name or "",
    ]


def _harmless(cell: str) -> str:
    """A number stays one; any other text that begins like a formula is quoted."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not cell.removeprefix("-").isdecimal() else cell


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    for character in "\\|*_`<[":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())
