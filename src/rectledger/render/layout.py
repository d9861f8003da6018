"""Text on a terminal where Chinese characters are two columns wide."""

import unicodedata
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells

ELLIPSIS = "…"


def clean(text: str) -> str:
    """Text that cannot move the cursor or colour the screen: control and format characters are made visible."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else _visible(c) for c in text)


def _visible(character: str) -> str:
    if character in "\n\r\t":
        return " "
    return f"\\u{ord(character):04x}" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character


def shortened(text: str, width: int) -> str:
    """One line of at most so many columns, cut with an ellipsis."""
    text = clean(text)
    return text if cell_len(text) <= width else chop_cells(text, max(width - 1, 1))[0] + ELLIPSIS


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Text filled up with spaces to a width in columns."""
    space = " " * max(width - cell_len(text), 0)
    return space + text if right else text + space


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Lines of at most so many columns; Chinese may break anywhere."""
    return [indent + line.strip() for line in chop_cells(clean(text), max(width - cell_len(indent), 8))] or [indent]


def table(rows: Sequence[Sequence[str]], width: int, *, flexible: int, right: Iterable[int] = ()) -> list[str]:
    """Rows with aligned columns. The flexible column is cut so that a row fits the width."""
    if not rows:
        return []
    widths = [max(cell_len(clean(row[i])) for row in rows) for i in range(len(rows[0]))]
    fixed = sum(w for i, w in enumerate(widths) if i != flexible) + 2 * (len(widths) - 1)
    widths[flexible] = max(min(widths[flexible], width - fixed), 8)
    to_right = set(right)
    return [
        "  ".join(
            padded(shortened(cell, w), w, right=i in to_right)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
