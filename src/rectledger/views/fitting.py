"""Cells that a spreadsheet can hold."""

from msgspec.structs import replace

from rectledger.errors import CannotRunError
from rectledger.views.rows import Row, Table
from rectledger.views.sheet import Shape, Shown

LONGEST = 32_000
"""Characters of a cell: Excel takes 32,767 and counts some of them twice."""
LEFT_OUT = "……"
_LISTS = frozenset((Shape.PROGRESS, Shape.EVIDENCE))


def fitted(table: Table) -> Table:
    """A table whose cells a spreadsheet can hold: of long lists the latest lines.

    Raises CannotRunError for another text that is too long.
    """
    return replace(table, rows=tuple(_fitted(row, table) for row in table.rows))


def _fitted(row: Row, table: Table) -> Row:
    if all(_length(cell) <= LONGEST for cell in row.cells):
        return row
    pairs = zip(row.cells, table.columns, strict=True)
    return replace(row, cells=tuple(_cell(cell, shown, row.key) for cell, shown in pairs))


def _cell(cell: str, shown: Shown, key: str) -> str:
    if _length(cell) <= LONGEST:
        return cell
    if shown.column.shape not in _LISTS:
        raise CannotRunError("cannot.sheet-cell", ref=key, column=shown.heading, limit=LONGEST)
    lines, kept = cell.split("\n"), LEFT_OUT
    while lines and _length(kept) + _length(lines[-1]) < LONGEST:
        kept = f"{LEFT_OUT}\n" + "\n".join([lines.pop(), *kept.split("\n")[1:]])
    return kept


def _length(text: str) -> int:
    """Its length in UTF-16, in which Excel counts; half of what lies beyond counts twice."""
    return len(text) if text.isascii() or len(text) * 2 <= LONGEST else len(text.encode("utf-16-le")) // 2
