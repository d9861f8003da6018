"""The figures of GB/T 9704-2012. Lengths are in twips (1/20 pt), sizes of letters in half points."""

from collections.abc import Mapping

from msgspec import Struct

from rectledger.render.word.fonts import Fonts

LINE = 579
"""225 mm in 22 lines."""
CHARACTER = 315
"""16 pt less SQUEEZE: 28 of them are 156 mm."""
SQUEEZE = -5
"""Between characters. A grid of characters would do it too, but not in every program."""
PER_LINE = 28
WIDTH, HEIGHT = 11906, 16838
TOP, RIGHT, BOTTOM, LEFT = 2098, 1474, 1984, 1587
FOOTER = 1447
"""From the paper's edge to the foot of the page number, so that its dash is 7 mm below the text."""
MANY_COLUMNS = 8
"""A table of more has small letters."""
CELL_MARGINS = (28, 57)
"""In a cell, above and below its text and on both sides."""
INDENT, INDENT_CHARS = 640, 200
"""Two characters of 16 pt, and the same in hundredths of a character."""

TITLE, SIGN_OFF = "Title", "落款"
"""The names of the styles that are placed when a document is filled in."""


class Style(Struct, frozen=True):
    """How a kind of paragraph looks."""

    name: str
    """What Word lists it as; of Word's own styles, its English name."""
    ident: str
    font: str
    """A field of Fonts."""
    size: int = 32
    align: str = "both"
    indented: bool = True
    """Whether its first line begins two characters in."""
    outline: int | None = None
    """The level in the navigation, from 0; such a style is a heading, and bold where the ledger asks for it."""
    line: int = LINE
    """From line to line, exactly."""
    after: int = 0
    squeeze: int = SQUEEZE


STYLES: Mapping[str, Style] = {
    "title": Style(TITLE, "Title", "title", 44, "center", indented=False, after=LINE, squeeze=0),
    "heading-1": Style("heading 1", "Heading1", "first", outline=0),
    "heading-2": Style("heading 2", "Heading2", "second", outline=1),
    "heading-3": Style("heading 3", "Heading3", "body", outline=2),
    "body": Style("Body Text", "BodyText", "body"),
    "number": Style("文号", "RLNumber", "body", align="center", indented=False, after=LINE),
    "addressee": Style("主送机关", "RLAddressee", "body", indented=False),
    "sign-off": Style(SIGN_OFF, "RLSignOff", "body", align="left", indented=False),
    "cell": Style("表格文字", "RLCell", "body", 21, "left", indented=False, line=300, squeeze=0),
    "cell-head": Style("表格标题", "RLCellHead", "first", 21, "center", indented=False, line=300, squeeze=0),
    "cell-small": Style("表格小字", "RLCellSmall", "body", 18, "left", indented=False, line=240, squeeze=0),
    "cell-small-head": Style(
        "表格小标题", "RLCellSmallHead", "first", 18, "center", indented=False, line=240, squeeze=0
    ),
    "footer": Style("footer", "Footer", "pages", 28, "right", indented=False, line=280, squeeze=0),
}
"""By what templates call them; `footer` is for the page number alone."""


def font_of(style: Style, fonts: Fonts) -> str:
    """The font of a style in a profile."""
    name: str = getattr(fonts, style.font)
    return name
