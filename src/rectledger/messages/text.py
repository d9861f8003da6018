"""The shape of one entry of the catalogue."""

from typing import NamedTuple


class Text(NamedTuple):
    """A message in both languages and, beside it, what to do about it. Values stand in braces: `{id}`."""

    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
