"""The list that was handed over, as a spreadsheet: the row of its headers found by their words, an entry a finding."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.facts.records import ListEntry
from rectledger.model.inspection import Inspection
from rectledger.source.sheet import Book, Sheet

SERIAL = ("序号", "问题序号", "编号", "问题编号", "no", "no.", "serial")
TEXT = (
    *("具体问题", "问题", "问题描述", "问题内容", "问题表现", "存在问题", "存在的问题"),
    *("反馈问题", "反馈的问题", "问题清单", "finding", "issue", "title", "text"),
)
HEADING = ("反馈问题", "反馈的问题", "方面", "问题类别", "类别", "问题分类", "heading", "category")
"""What columns are called, the narrower words first: beside 问题, 反馈问题 is the heading; alone, it is the text."""
TOTALS = frozenset(("合计", "总计", "小计", "total"))
DEEPEST = 20
"""The rows in which headers are looked for."""
SHORTEST = 4
"""Characters that a heading must have to be known by a part of it."""
_ENUMERATION = re.compile(r"^(?:第?[(]?[一二三四五六七八九十百\d]+[)、.:]+|第[一二三四五六七八九十百\d]+[类项个])")


class _Table(Struct, frozen=True):
    """Where a list stands in a sheet."""

    sheet: Sheet
    head: int
    serial: int
    text: int
    heading: int | None

    @property
    def others(self) -> tuple[str, ...]:
        """The headers of the columns that are not read, as written."""
        read = {self.serial, self.text, self.heading}
        return tuple(name for column, name in enumerate(self.sheet.rows[self.head]) if name and column not in read)

    def rows(self) -> Iterator[tuple[int, str, str, str]]:
        """Each finding: its row, serial, text, and the heading above it or beside it."""
        heading = ""
        for row in range(self.head + 1, len(self.sheet.rows)):
            serial, text = self.sheet.text(row, self.serial), self.sheet.text(row, self.text)
            if not (serial or text) or self._continues(row) or plain_header(serial) in TOTALS:
                continue
            if self._is_caption(row, text):
                heading = serial
            else:
                heading = (self.sheet.text(row, self.heading) if self.heading is not None else "") or heading
                yield row, serial, text, heading

    def _continues(self, row: int) -> bool:
        """Whether a row goes on with the finding above it: its cells are merged with those above."""
        serial, text = self.sheet.origin(row, self.serial), self.sheet.origin(row, self.text)
        return serial[0] < row and (bool(self.sheet.text(*serial)) or text[0] < row)

    def _is_caption(self, row: int, text: str) -> bool:
        """Whether a row only says what the rows below it are about."""
        across = self.sheet.origin(row, self.serial) == self.sheet.origin(row, self.text)
        return across or (not text and self.heading is None)


def entries_of(book: Book, file: str, inspection: Inspection) -> tuple[ListEntry, ...]:
    """The findings of the first sheet that holds a list. Raises CannotRunError where none does."""
    table = _list(book)
    if table is None:
        raise CannotRunError("cannot.list-columns", path=file)
    return tuple(
        ListEntry(serial, text, heading_of(heading, inspection), file, table.sheet.cell(row, table.serial))
        for row, serial, text, heading in table.rows()
    )


def columns_left_out(book: Book) -> tuple[str, ...]:
    """What the list says beside the findings, such as measures: the headers of its other columns."""
    table = _list(book)
    return table.others if table else ()


def _list(book: Book) -> _Table | None:
    return next((found for sheet in book.sheets if (found := _table(sheet))), None)


def _table(sheet: Sheet) -> _Table | None:
    for row in range(min(DEEPEST, len(sheet.rows))):
        names = [plain_header(sheet.text(row, column)) for column in range(len(sheet.rows[row]))]
        serial, text = _column(names, SERIAL), _column(names, TEXT)
        if serial is not None and text is not None:
            return _Table(sheet, row, serial, text, _column([*names[:text], "", *names[text + 1 :]], HEADING))
    return None


def _column(names: list[str], words: tuple[str, ...]) -> int | None:
    return next((names.index(word) for word in words if word in names), None)


def plain_header(text: str) -> str:
    """A header without spaces and without what stands in brackets behind it."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).partition("(")[0]


def heading_of(words: str, inspection: Inspection) -> str | None:
    """The id of the one heading that words mean; None where they mean none or several."""
    wanted = bare_words(words)
    known = {heading.id: bare_words(heading.text) for heading in inspection.headings}
    found = [ident for ident, text in known.items() if wanted and wanted == text] or [
        ident for ident, text in known.items() if len(min(text, wanted, key=len)) >= SHORTEST and _within(text, wanted)
    ]
    return found[0] if len(found) == 1 else None


def _within(one: str, other: str) -> bool:
    return one in other or other in one


def bare_words(words: str) -> str:
    """A heading's letters, without its number."""
    text = "".join(unicodedata.normalize("NFKC", words).casefold().split())
    return "".join(c for c in _ENUMERATION.sub("", text) if c.isalnum())
