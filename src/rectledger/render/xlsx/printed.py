"""The sheet for paper: the three lists and the ledger side by side, what belongs to an issue written once."""

import io
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rectledger.messages import say
from rectledger.render.xlsx.editable import Follow, caption, workbook
from rectledger.render.xlsx.looks import HIGHEST, Looks, colour_states, height, lay_out, room
from rectledger.views.rows import Row, Table
from rectledger.views.sheet import SHEET, Part, Shape, Shown

HEAD = 3
"""The title, the parts, the headings; then come the rows."""
MOST_PAGES = 1000
"""Excel refuses a sheet with more breaks than 1,026; the pages after these break where they will."""
HEAD_HEIGHTS = (36, 24, 24)
"""Points."""
_PARTS = tuple(Part)


def printed(table: Table, follow: Follow = iter) -> bytes:
    """A table as a workbook to print; the same for the same table. It cannot be taken back."""
    data = io.BytesIO()
    with workbook(data, table) as book:
        sheet, looks = book.add_worksheet(SHEET), Looks(book)
        paper = _Paper(sheet, looks, by_parts(table))
        paper.write_head()
        paper.write_rows(follow)
        paper.set_up()
    return data.getvalue()


def by_parts(table: Table) -> Table:
    """The usual columns in the order of the lists; those of a view as the view has them."""
    if table.view:
        return table
    order = sorted(range(len(table.columns)), key=lambda n: _PARTS.index(table.columns[n].column.part))
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in order)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in order), rows=rows)


class _Paper(Struct, frozen=True):
    """One sheet to print."""

    sheet: Worksheet
    looks: Looks
    table: Table

    @property
    def columns(self) -> Sequence[Shown]:
        return self.table.columns

    @property
    def widths(self) -> Sequence[int]:
        return [shown.column.width for shown in self.columns]

    def merge(self, place: tuple[int, int, int, int], text: str, look: Format) -> None:
        """Write a text once over rows and columns, given as first row, first column, last row, last column."""
        if place[:2] != place[2:]:
            self.sheet.merge_range(*place, "", look)
        self.sheet.write_string(*place[:2], text, look)

    def write_head(self) -> None:
        last = len(self.columns) - 1
        self.merge((0, 0, 0, last), caption(self.table), self.looks.title)
        for part, columns in groupby(range(last + 1), key=lambda n: self.columns[n].column.part):
            span = list(columns)
            words = say(f"sheet.part.{part}", self.table.language)
            self.merge((1, span[0], 1, span[-1]), words, self.looks.head)
        for column, shown in enumerate(self.columns):
            self.sheet.write_string(2, column, shown.heading, self.looks.head)
        for row, points in enumerate(HEAD_HEIGHTS):
            self.sheet.set_row(row, points)

    def write_rows(self, follow: Follow) -> None:
        """The issues, none of them over two pages that one can hold."""
        whole = room(self.widths) - sum(HEAD_HEIGHTS)
        first, left, pages = HEAD, whole, [HEAD]
        for _, found in groupby(follow(self.table.rows), key=lambda row: row.issue.file):
            rows = list(found)
            heights = self.heights(rows)
            if sum(heights) > left:
                pages, left = ([*pages, first] if first > pages[-1] else pages), whole
            self.write_issue(first, rows, heights)
            first, left = first + len(rows), left - sum(heights)
        self.sheet.set_h_pagebreaks(pages[1:MOST_PAGES])
        for column, shown in enumerate(self.columns):
            if shown.column.key == "heading":
                self.write_headings(column, pages)

    def write_issue(self, first: int, rows: Sequence[Row], heights: Sequence[float]) -> None:
        """The rows of an issue: what is the issue's over all of them, what is a measure's on its own."""
        last = first + len(rows) - 1
        for column, shown in enumerate(self.columns):
            if _is_of_issue(shown):
                text = self.text(rows[0], column)
                self.merge((first, column, last, column), text, self.looks.plain)
            elif shown.column.key != "heading":
                for row, line in enumerate(rows, first):
                    self.sheet.write_string(row, column, line.cells[column], self.looks.plain)
        for row, points in enumerate(heights, first):
            self.sheet.set_row(row, points)

    def text(self, row: Row, column: int) -> str:
        """What an issue's cell says; of the measures' numbers, the issue's."""
        return str(row.issue.number) if self.columns[column].column.key == "number" else row.cells[column]

    def heights(self, rows: Sequence[Row]) -> list[float]:
        """Points of an issue's rows, so that there is room for what stands over all of them."""
        own = [height(self.pairs(row, of_issue=False)) for row in rows]
        missing = max(height(self.pairs(rows[0], of_issue=True)) - sum(own), 0) / len(rows)
        return [min(points + missing, HIGHEST) for points in own]

    def pairs(self, row: Row, *, of_issue: bool) -> Iterator[tuple[str, int]]:
        for cell, shown in zip(row.cells, self.columns, strict=True):
            if _is_of_issue(shown) is of_issue and shown.column.key != "heading":
                yield cell, shown.column.width

    def write_headings(self, column: int, pages: Sequence[int]) -> None:
        """A heading once over its issues on a page; `pages` are the rows on which pages begin."""
        placed = enumerate(self.table.rows, HEAD)
        for _, found in groupby(placed, key=lambda p: (p[1].issue.issue.heading, bisect(pages, p[0]))):
            rows = list(found)
            (first, row), (last, _) = rows[0], rows[-1]
            self.merge((first, column, last, column), row.cells[column], self.looks.plain)

    def set_up(self) -> None:
        for column, shown in enumerate(self.columns):
            self.sheet.set_column(column, column, shown.column.width)
        last = HEAD + max(len(self.table.rows), 1) - 1
        self.sheet.print_area(0, 0, last, len(self.columns) - 1)
        lay_out(self.sheet, self.widths, (0, HEAD - 1))
        for column, shown in enumerate(self.columns):
            if shown.column.shape is Shape.STATE:
                colour_states(self.sheet, self.looks, self.table.language, (HEAD, last, column))


def _is_of_issue(shown: Shown) -> bool:
    return shown.column.key == "number" or (shown.column.of == "issue" and shown.column.key != "heading")
