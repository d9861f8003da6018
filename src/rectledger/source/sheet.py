"""Spreadsheets to text: `.xlsx` and `.csv`, every cell as a person reads it, and no file that does harm."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

from msgspec import Struct, field
from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from rectledger.diagnostics import Cell
from rectledger.errors import CannotRunError
from rectledger.source.bounded import bytes_handed_in
from rectledger.source.failed import failed_cells
from rectledger.source.workbook import MAX_CELLS, refuse_harm

WITH_MACROS = (".xlsm", ".xltm", ".xlsb")
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How a workbook with a password begins, and one of the old kind."""


class Sheet(Struct, frozen=True):
    """A table of text. Rows and columns count from 0 here and from 1 in `cell`."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Of every merged cell but the first, the first: it holds the text of them all."""

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text of a cell."""
        return self.merged.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """What is read in a cell; an empty text beyond the last one."""
        row, column = self.origin(row, column)
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""

    def cell(self, row: int, column: int) -> Cell:
        """The place of a cell."""
        return Cell(self.name, row + 1, column + 1)


class Book(Struct, frozen=True):
    """The sheets of a file."""

    sheets: tuple[Sheet, ...]
    is_guessed: bool = False
    """Whether its text is no UTF-8, and was read as GBK."""
    hidden: Sheet | None = None
    """The one hidden sheet that was asked for."""


def read_book(path: Path, hidden: str = "") -> Book:
    """The sheets of a file, and a hidden one by its name. Raises CannotRunError, which says what to do."""
    suffix = path.suffix.lower()
    if suffix in WITH_MACROS:
        raise CannotRunError("cannot.sheet-macros", path=path.name)
    if suffix not in {".xlsx", ".csv"}:
        raise CannotRunError("cannot.sheet-kind", path=path.name or path)
    return book_of(path.name, bytes_handed_in(path, "cannot.sheet-large"), hidden)


def book_of(name: str, data: bytes, hidden: str = "") -> Book:
    """The same of bytes that go by a name."""
    if data.startswith(_COMPOUND):
        raise CannotRunError("cannot.sheet-locked", path=name)
    if name.lower().endswith(".csv"):
        return _separated(name, data)
    refuse_harm(name, data)
    return _book(name, data, hidden)


def _book(name: str, data: bytes, hidden: str) -> Book:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [about.name for about in book.sheets_metadata if _is_shown(about)]
        wanted = [about.name for about in book.sheets_metadata if about.name == hidden and about.name not in shown]
        failed = failed_cells(data)
        sheets = {sheet: _sheet(book.get_sheet_by_name(sheet), failed.get(sheet, {})) for sheet in [*shown, *wanted]}
        return Book(tuple(sheets[sheet] for sheet in shown), hidden=sheets[hidden] if wanted else None)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # a panic of the reader is no Exception
        raise CannotRunError("cannot.sheet-broken", path=name, reason=str(error) or type(error).__name__) from None


def _is_shown(about: SheetMetadata) -> bool:
    return about.typ is SheetTypeEnum.WorkSheet and about.visible is SheetVisibleEnum.Visible


def _sheet(sheet: CalamineSheet, failed: Mapping[tuple[int, int], str]) -> Sheet:
    rows = [list(map(_text, row)) for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), words in failed.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = words
    return Sheet(sheet.name, tuple(map(tuple, rows)), _merged(sheet, len(rows), max(map(len, rows), default=0)))


def _merged(sheet: CalamineSheet, height: int, width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """The merged cells of the part of a sheet that has text."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for first, last in sheet.merged_cell_ranges or ():
        rows, columns = range(first[0], min(last[0] + 1, height)), range(first[1], min(last[1] + 1, width))
        if len(found) + len(rows) * len(columns) > MAX_CELLS:  # ranges that lie on one another
            break
        found |= {(row, column): first for row in rows for column in columns if (row, column) != first}
    return found


def _text(value: object) -> str:
    match value:
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value).strip()


def _separated(name: str, data: bytes) -> Book:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            lines = io.StringIO(data.decode(encoding), newline="")
            rows = tuple(tuple(map(str.strip, row)) for row in csv.reader(lines))
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            raise CannotRunError("cannot.sheet-broken", path=name, reason=error) from None
        return Book((Sheet(Path(name).stem, rows),), is_guessed=encoding == "gb18030")
    raise CannotRunError("cannot.sheet-encoding", path=name)
