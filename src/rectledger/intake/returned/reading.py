"""A workbook that has come back: its stamp, its columns by their headings, its rows by their keys."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from rectledger.diagnostics import Cell
from rectledger.errors import CannotRunError
from rectledger.intake.returned.edits import Taken
from rectledger.messages import Language, say
from rectledger.source.sheet import Book, Sheet
from rectledger.views.sheet import COLUMNS, SHEET, Column
from rectledger.views.stamp import Stamp, StampError, stamp_of

DEEPEST = 20
"""The rows in which the headings are looked for."""


class Line(Struct, frozen=True):
    """A row as it came back. Rows count from 0."""

    row: int
    key: str
    cells: Mapping[str, str]
    """Its texts by the keys of the columns that are there."""


class Returned(Struct, frozen=True, dict=True):
    """A sheet that has come back."""

    file: str
    sheet: Sheet
    stamp: Stamp
    head: int
    """The row of the headings, from 0."""
    places: Mapping[str, int]
    """Where the columns stand, from 0, by their keys."""
    key: int
    """The column of the rows' keys."""

    @cached_property
    def columns(self) -> Sequence[Column]:
        """The columns that are there, as they went out."""
        return [COLUMNS[key] for key in self.stamp.columns if key in self.places]

    @property
    def language(self) -> Language:
        """The language that it went out in."""
        return Language(self.stamp.language)

    def lines(self) -> Iterator[Line]:
        """The rows that hold anything."""
        for row in range(self.head + 1, len(self.sheet.rows)):
            cells = {key: self.sheet.text(row, column) for key, column in self.places.items()}
            ident = self.sheet.text(row, self.key)
            if ident or any(cells.values()):
                yield Line(row, ident, cells)

    def base(self, key: str) -> Mapping[str, str]:
        """What the cells of a row said when they went out."""
        return dict(zip(self.stamp.columns, self.stamp.rows[key], strict=True))

    def heading(self, column: Column) -> str:
        """What the sheet calls a column."""
        return self.stamp.headings[self.stamp.columns.index(column.key)]

    def cell(self, row: int, column: str = "") -> Cell:
        """The place of a cell; without a column, of the row."""
        return self.sheet.cell(row, self.places.get(column, min(self.places.values(), default=0)))


def returned(book: Book, file: str) -> Returned:
    """The sheet that has come back. Raises CannotRunError for one that never went out, or is damaged."""
    stamp = _stamp(book, file)
    sheet = next((sheet for sheet in book.sheets if sheet.name == SHEET), None)
    if sheet is None:
        raise CannotRunError("cannot.sheet-renamed", path=file, sheet=SHEET)
    word = say("sheet.key", Language(stamp.language))
    for row in range(min(DEEPEST, len(sheet.rows))):
        names = [_bare(cell) for cell in sheet.rows[row]]
        if word in names:
            places = {key: names.index(_bare(h)) for key, h in _headings(stamp) if _bare(h) in names}
            return Returned(file, sheet, stamp, row, places, names.index(word))
    raise CannotRunError("cannot.sheet-key", path=file, column=word)


def _stamp(book: Book, file: str) -> Stamp:
    if book.hidden is None:
        raise CannotRunError("cannot.sheet-unstamped", path=file)
    try:
        stamp = stamp_of(book.hidden.rows)
    except StampError:
        raise CannotRunError("cannot.sheet-stamp", path=file) from None
    if not set(stamp.columns) <= COLUMNS.keys() or stamp.language not in set(Language):
        raise CannotRunError("cannot.sheet-stamp", path=file)
    return stamp


def _headings(stamp: Stamp) -> Iterator[tuple[str, str]]:
    return zip(stamp.columns, stamp.headings, strict=True)


def report_columns(sheet: Returned, taken: Taken) -> None:
    """Name the columns that are gone, stand there twice, or were not there."""
    names = [_bare(cell) for cell in sheet.sheet.rows[sheet.head]]
    known = {_bare(heading) for heading in sheet.stamp.headings}
    at = sheet.sheet.cell(sheet.head, sheet.key)
    for heading in sheet.stamp.headings:
        if _bare(heading) not in names:
            taken.report("RL613", at, column=heading)
    for column, name in enumerate(names):
        if name in known and name in names[:column]:
            taken.report("RL613.twice", sheet.sheet.cell(sheet.head, column), column=name)
        elif name not in known and column != sheet.key and _holds_anything(sheet, column):
            taken.report("RL614", sheet.sheet.cell(sheet.head, column), column=name or "—")


def _holds_anything(sheet: Returned, column: int) -> bool:
    return any(sheet.sheet.text(row, column) for row in range(sheet.head, len(sheet.sheet.rows)))


def _bare(heading: str) -> str:
    return " ".join(heading.split())
