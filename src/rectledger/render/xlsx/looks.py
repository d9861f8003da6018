"""What cells of a workbook look like: fonts, borders, colours, heights, paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from rectledger.messages import Language, say

LINE = 15.0
"""Points that a line of text takes."""
HIGHEST = 409.0
"""Points of the highest row there is."""
A3, A4 = 8, 9
ABOVE, BELOW, ASIDE = 0.7, 0.6, 0.4
"""Inches that stay empty."""
_INCHES = {A3: (16.54, 11.69), A4: (11.69, 8.27)}
_WIDEST_A4 = 150
"""Columns of characters that are still legible when they are made to fit an A4 page across."""
TEXT_FORMAT = 49
"""The built-in `@`."""
_TEXT: dict[str, Any] = {
    "font_name": "宋体",
    "font_size": 10.5,
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": "#808080",
    # text for good: what somebody edits is not read again as a formula or a number
    "num_format": TEXT_FORMAT,
    "quote_prefix": True,
}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        """Make them."""
        self._book = book
        self.open = self._format({"locked": False})
        self.locked = self._format({"bg_color": "#F2F2F2"})
        self.plain = self._format({})
        self.head = self._format({"bold": True, "bg_color": "#DDEBF7", "align": "center", "font_name": "黑体"})
        self.title = book.add_format({"font_name": "黑体", "font_size": 18, "align": "center", "valign": "vcenter"})
        self.note = book.add_format({"font_name": "宋体", "font_size": 10.5, "align": "left", "valign": "vcenter"})

    def _format(self, more: dict[str, Any]) -> Format:
        return self._book.add_format(_TEXT | more)

    def colour(self, background: str, text: str) -> Format:
        """What a conditional format lays over a cell."""
        return self._book.add_format({"bg_color": background, "font_color": text})


SIGNS = (
    ("sheet.late-sign", "#FFC7CE", "#9C0006"),
    ("sheet.left-sign", "#FFEB9C", "#7F6000"),
    ("state.complete", "#C6EFCE", "#006100"),
    ("state.partial", "#DDEBF7", "#1F4E79"),
    ("state.transferred", "#E7E6E6", "#404040"),
    ("state.deferred", "#E7E6E6", "#404040"),
)
"""The words of a state that colour it: the first that fits wins."""


def colour_states(sheet: Worksheet, looks: Looks, language: Language, place: tuple[int, int, int]) -> None:
    """Colour the states in a column, from a row to a row, by the words in them, so that no colour stands alone."""
    first, last, column = place
    for key, background, text in SIGNS:
        sheet.conditional_format(
            first, column, last, column,
            {
                "type": "text",
                "criteria": "containing",
                "value": say(key, language),
                "format": looks.colour(background, text),
                "stop_if_true": True,
            },
        )  # fmt: skip


def lay_out(sheet: Worksheet, widths: Sequence[int], head: tuple[int, int]) -> None:
    """Set up the paper: landscape, as wide as a page, the rows of the head on each."""
    sheet.set_landscape()
    sheet.set_paper(paper(widths))
    sheet.set_margins(left=ASIDE, right=ASIDE, top=ABOVE, bottom=BELOW)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(*head)
    sheet.set_footer("&C&P / &N")


def paper(widths: Sequence[int]) -> int:
    """The kind of paper on which columns of so many characters are legible."""
    return A4 if sum(widths) <= _WIDEST_A4 else A3


def _scale(widths: Sequence[int]) -> int:
    """Per cent at which columns fit across a page, by the width of characters in Excel."""
    inches = sum(width * 7 + 5 for width in widths) / 96
    return max(min(int((_INCHES[paper(widths)][0] - 2 * ASIDE) / inches * 98), 100), 10)


def room(widths: Sequence[int]) -> float:
    """Points that the rows of a page have together, at that scale."""
    return (_INCHES[paper(widths)][1] - ABOVE - BELOW) * 72 * 100 / _scale(widths)


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Points that a row needs for texts in columns of so many characters."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(lines * LINE + 3, HIGHEST)


def _lines(text: str, width: int) -> int:
    # the width of a column counts half-width digits, and a little of it is padding
    return sum(max(-(-cell_len(line) // max(width - 2, 1)), 1) for line in text.split("\n"))
