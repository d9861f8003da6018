"""The sheet that people fill in and send back."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any, TypeAlias

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from rectledger.messages import Language, catalogue, say
from rectledger.render.xlsx.looks import TEXT_FORMAT, Looks, colour_states, height, lay_out
from rectledger.views.rows import Row, Table
from rectledger.views.sheet import SHEET, Shape, Shown
from rectledger.views.stamp import STAMP_SHEET, stamp_lines

Follow: TypeAlias = Callable[[Sequence[Row]], Iterable[Row]]
"""Goes through rows, and may tell somebody how far it has come."""
LISTS_SHEET = "_lists"
INLINE = 255
"""Characters that a dropdown may hold itself; a longer one refers to a range."""
SPARE = 200
"""Empty rows below the table that have dropdowns as well."""
_ALLOWED = ("insert_rows", "format_cells", "format_columns", "format_rows", "sort", "autofilter")


def editable(table: Table, revision: str, choices: Mapping[str, Sequence[str]], follow: Follow = iter) -> bytes:
    """A table as a workbook that can be taken back; the same for the same table.

    `choices` are the words that the cells of a column may be changed to, by the column's key.
    """
    data = io.BytesIO()
    with workbook(data, table) as book:
        sheet, looks = book.add_worksheet(SHEET), Looks(book)
        _write_rows(sheet, looks, table, follow)
        _set_up(sheet, looks, table)
        _offer(book, sheet, table, choices)
        _remember(book, table, revision)
    return data.getvalue()


def workbook(data: io.BytesIO, table: Table) -> Workbook:
    """A workbook that holds no time but the day of the table."""
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = datetime.combine(table.day, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": table.inspection.inspection.title, "author": table.unit, "created": created})
    return book


def _write_rows(sheet: Worksheet, looks: Looks, table: Table, follow: Follow) -> None:
    formats = [looks.open if shown.column.editable else looks.locked for shown in table.columns]
    for column, shown in enumerate(table.columns):
        sheet.write_string(0, column, shown.heading, looks.head)
    sheet.write_string(0, len(table.columns), say("sheet.key", table.language), looks.head)
    for number, row in enumerate(follow(table.rows), 1):
        for column, cell in enumerate(row.cells):
            sheet.write_string(number, column, cell, formats[column])
        sheet.write_string(number, len(row.cells), row.key, looks.locked)
        pairs = zip(row.cells, table.columns, strict=True)
        sheet.set_row(number, height((cell, shown.column.width) for cell, shown in pairs))


def _set_up(sheet: Worksheet, looks: Looks, table: Table) -> None:
    widths = [shown.column.width for shown in table.columns]
    for column, shown in enumerate(table.columns):
        sheet.set_column(column, column, widths[column], looks.open if shown.column.editable else looks.locked)
    key, last = len(widths), max(len(table.rows), 1)
    sheet.set_column(key, key, 12, looks.locked, {"hidden": True})
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, _frozen(table.columns))
    sheet.autofilter(0, 0, last, key)
    sheet.protect("", dict.fromkeys(_ALLOWED, True))
    lay_out(sheet, widths, (0, 0))
    sheet.print_area(0, 0, last, key - 1)
    sheet.set_header(f"&C&14{_header(table)}")
    for column, shown in enumerate(table.columns):
        if shown.column.shape is Shape.STATE:
            colour_states(sheet, looks, table.language, (1, last + SPARE, column))


def _header(table: Table) -> str:
    """The caption of printed pages, in which `&` begins a code and which holds at most 255 characters."""
    return caption(table)[:200].replace("&", "&&")


def caption(table: Table) -> str:
    """What a sheet is about."""
    values = {"unit": table.unit, "title": table.inspection.inspection.title, "day": table.day}
    return say("sheet.caption", table.language, values)


def _frozen(columns: Sequence[Shown]) -> int:
    """The columns that stay in sight: up to the issue's title, where that is among the first."""
    keys = [shown.column.key for shown in columns[:3]]
    return keys.index("title") + 1 if "title" in keys else 1


def _offer(book: Workbook, sheet: Worksheet, table: Table, choices: Mapping[str, Sequence[str]]) -> None:
    """Give the columns their dropdowns and what is said where one is edited."""
    lists = book.add_worksheet(LISTS_SHEET)
    lists.hide()
    last = len(table.rows) + SPARE
    for column, shown in enumerate(table.columns):
        if not shown.column.editable:
            continue
        words = choices.get(shown.column.key, ())
        rule = _dropdown(lists, column, words, table.language) if words else {"validate": "any"}
        sheet.data_validation(1, column, last, column, rule | _advice(shown.column.shape, table.language))


def _dropdown(lists: Worksheet, column: int, words: Sequence[str], language: Language) -> dict[str, Any]:
    source: str | list[str] = list(words)
    if len(",".join(words)) > INLINE or any(set(',"\n') & set(word) for word in words):
        for row, word in enumerate(words):
            lists.write_string(row, column, word)
        letter = xl_col_to_name(column)
        source = f"={LISTS_SHEET}!${letter}$1:${letter}${len(words)}"
    return {"validate": "list", "source": source, "error_message": say("sheet.not-in-list", language)}


def _advice(shape: Shape, language: Language) -> dict[str, str]:
    key = f"sheet.advice.{shape}"
    return {"input_message": say(key, language)} if key in catalogue() else {}


def _remember(book: Workbook, table: Table, revision: str) -> None:
    stamp = book.add_worksheet(STAMP_SHEET)
    stamp.very_hidden()
    plain = book.add_format({"num_format": TEXT_FORMAT, "quote_prefix": True})
    for row, line in enumerate(stamp_lines(table, revision)):
        for column, cell in enumerate(line):
            stamp.write_string(row, column, cell, plain)
