"""What the columns of somebody's table are: by the words above them, or as somebody says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.intake.handed_over import DEEPEST, plain_header
from rectledger.messages import Language
from rectledger.source.sheet import Sheet
from rectledger.views.sheet import COLUMNS

LEFT_OUT = "-"
"""What `--map` says of a column that is not to be taken."""
FURTHER: Mapping[str, tuple[str, ...]] = {
    "done": ("完成日期", "实际完成时间", "实际完成日期", "办结时间", "办结日期", "销号日期", "done"),
    "support": ("配合单位", "配合部门", "协办单位", "协助单位"),
}
"""Columns that only others have, and what is taken of a column that a sheet of ours only shows."""
COMPUTED = frozenset(("deadline", "days_left", "issue", "measure"))
"""What a ledger computes: nothing is lost where such a column is not taken."""
FEWEST = 2
"""Columns that a row of headers must name."""


class Layout(Struct, frozen=True):
    """Where the table stands in a sheet, and what its columns are."""

    sheet: Sheet
    first: int
    """The first row below the headers."""
    head: int
    fields: Mapping[int, str]
    """Of a column, the key of what it holds."""
    headings: Mapping[int, str]
    """What is written above every column."""


@cache
def words() -> Mapping[str, str]:
    """The key of a column by every word for it."""
    known: dict[str, str] = {}
    for key, column in COLUMNS.items():
        for name in (column.name(Language.ZH), column.name(Language.EN), key, *column.synonyms):
            known.setdefault(plain_header(name), key)
    for key, names in FURTHER.items():
        known |= {plain_header(name): key for name in names}
    return known


def layout_of(sheets: Sequence[Sheet], said: Mapping[str, str]) -> Layout | None:
    """The first table with a column for the problem; None where there is none."""
    for sheet in sheets:
        found = max(_layouts(sheet, said), key=_worth, default=None)
        if found is not None:
            return found
    return None


def _worth(layout: Layout) -> tuple[int, int, int]:
    """What speaks for a layout: many columns, then one row of headers, then the first."""
    return len(layout.fields), layout.head - layout.first, -layout.head


def said_columns(options: Sequence[str]) -> dict[str, str]:
    """What `--map 'column=field'` says, by the header or the letter. Raises CannotRunError for what is no field."""
    said = {}
    for option in options:
        name, equals, key = option.rpartition("=")
        if not equals or key not in {*COLUMNS, *FURTHER, LEFT_OUT}:
            raise CannotRunError("cannot.map", option=option, known=", ".join([*COLUMNS, "done", LEFT_OUT]))
        said[plain_header(name)] = key
    return said


def _layouts(sheet: Sheet, said: Mapping[str, str]) -> Iterator[Layout]:
    """Every way in which one or two rows near the top can be headers."""
    for head in range(min(DEEPEST, len(sheet.rows))):
        for height in (1, 2):
            layout = _layout(sheet, head, height, said)
            if layout is not None:
                yield layout


def _layout(sheet: Sheet, head: int, height: int, said: Mapping[str, str]) -> Layout | None:
    rows = range(head, min(head + height, len(sheet.rows)))
    width = max((len(sheet.rows[row]) for row in rows), default=0)
    if len(rows) < height or (height == 2 and not _is_second(sheet, rows[1], said)):
        return None
    names = {column: _names(sheet, rows, column) for column in range(width)}
    fields = _fields(names, said)
    if "title" not in fields.values() or len(fields) < FEWEST:
        return None
    headings = {column: found[0] for column, found in names.items() if found}
    return Layout(sheet, rows[-1] + 1, head, fields, headings)


def _is_second(sheet: Sheet, row: int, said: Mapping[str, str]) -> bool:
    """Whether a row goes on with the headers above it: it names columns, and leaves others to the row above."""
    cells = range(len(sheet.rows[row]))
    own = [sheet.text(row, c) for c in cells if sheet.origin(row, c)[0] == row and sheet.text(row, c)]
    known = words()
    named = [name for name in own if plain_header(name) in known or plain_header(name) in said]
    return bool(named) and len(named) == len(own)


def _names(sheet: Sheet, rows: range, column: int) -> list[str]:
    """What stands above a column, the nearest first."""
    texts = (" ".join(sheet.text(row, column).split()) for row in reversed(rows))
    return list(dict.fromkeys(filter(None, texts)))


def _fields(names: Mapping[int, list[str]], said: Mapping[str, str]) -> dict[int, str]:
    """What every column holds; of two that could be the same, the first."""
    known = words()
    fields: dict[int, str] = {}
    for column, found in names.items():
        key = _said(column, found, said) or next((known[w] for n in found if (w := plain_header(n)) in known), None)
        if key is not None and (key == LEFT_OUT or key not in fields.values()):
            fields[column] = key
    return _with_title(fields)


def _said(column: int, names: Sequence[str], said: Mapping[str, str]) -> str | None:
    """What somebody says about a column, by one of its names or by its letter."""
    wanted = [*map(plain_header, names), letters(column).casefold()]
    return next((said[name] for name in wanted if name in said), None)


def _with_title(fields: dict[int, str]) -> dict[int, str]:
    """Where nothing is called 问题, the narrower of 具体问题 and 反馈问题 holds the problems themselves."""
    if "title" in fields.values():
        return fields
    wanted = "subtitle" if "subtitle" in fields.values() else "heading"
    return {column: "title" if key == wanted else key for column, key in fields.items()}


def letters(column: int) -> str:
    """A column's letters: A, B, …, AA."""
    written, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        written = chr(ord("A") + letter) + written
    return written


def unknown_columns(layout: Layout) -> Iterator[tuple[int, str]]:
    """Every column that is not understood and not empty, with what is written above it."""
    for column in range(max(map(len, layout.sheet.rows), default=0)):
        rows = range(layout.first, len(layout.sheet.rows))
        if column not in layout.fields and any(layout.sheet.text(row, column) for row in rows):
            yield column, layout.headings.get(column, "")


def is_header(layout: Layout, row: int) -> bool:
    """Whether a row repeats the headers, as every page of a printed table does."""
    texts = [(layout.sheet.text(row, c), layout.headings.get(c, "")) for c in layout.fields]
    return all(re.sub(r"\s", "", text) == re.sub(r"\s", "", heading) for text, heading in texts)
