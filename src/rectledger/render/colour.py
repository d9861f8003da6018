"""Colours and weights on a terminal, as Click makes them; it takes longer to import than a small ledger to judge."""

import re

_COLOURS = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}
_CODE = r"\x1b\[[0-9;]*m"


def style(text: str, *, fg: str | None = None, bold: bool | None = None, strikethrough: bool | None = None) -> str:
    """Text in a colour, bold or struck through; False says that it is not, whatever stands around it."""
    codes = [
        _COLOURS[fg] if fg else None,
        None if bold is None else 1 if bold else 22,
        None if strikethrough is None else 9 if strikethrough else 29,
    ]
    return "".join(f"\x1b[{code}m" for code in codes if code is not None) + f"{text}\x1b[0m"


def unstyle(text: str) -> str:
    """Text without them."""
    return re.sub(_CODE, "", text)
