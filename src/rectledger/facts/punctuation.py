"""Half-width punctuation where Chinese text has full-width marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rectledger.facts.document_number import NUMBER

_FULL_WIDTH = str.maketrans(",;:?!().", "，；：？！（）。")
HALF_WIDTH = re.compile(r"[,;:?!().]")
# texts, which `re` compiles when it first needs them: in many ledgers never
_LETTERS = "〇㐀-䶿一-鿿"
_CHINESE = f"[{_LETTERS}“”‘’《》〈〉「」『』【】〔〕（）、。，；：？！…]"
# the last but one: `问题7:2023年`, which is no time of day and no ratio
_BESIDE_CHINESE = rf"""(?x)
    (?<={_CHINESE})[,;:?!()] | [,;:?!()](?={_CHINESE})
    | (?:(?<=[{_LETTERS}][0-9])|(?<=[{_LETTERS}][0-9]{{2}})):(?![0-9]{{1,2}}(?![0-9]))
    | (?<=[{_LETTERS}”’》）])\.(?=\s*$|\n|[”’）》])
"""
# addresses, the label of a list such as `1)`, and what another rule is about
_SPARED = rf"""(?ax)
    (?:https?://|www\.)[^\s，。；）》]+ | (?<![\w.+-])[\w.+-]+@\w[\w.-]* | (?:^|(?<=[\s。；，：]))\w{{1,2}}\)
    | {NUMBER}
"""
_AROUND = 6


class HalfWidth(NamedTuple):
    """The first place as it is written and as it should be, and how many marks there are in all."""

    found: str
    right: str
    marks: int


def half_width(text: str) -> HalfWidth | None:
    """The half-width marks of a text that stand beside Chinese; None where there are none."""
    if not HALF_WIDTH.search(text):
        return None
    plain = re.sub(_SPARED, lambda spared: "0" * len(spared[0]), text)
    places = {match.start() for match in re.finditer(_BESIDE_CHINESE, plain)}
    for pair in _parentheses(plain):
        if _is_latin(plain, *pair):
            places -= set(pair)
        elif places & set(pair):
            places |= {place for place in pair if plain[place] in "()"}
    return _shown(text, places) if places else None


def _parentheses(text: str) -> Iterator[tuple[int, int]]:
    """The places of every pair of parentheses: both are judged alike."""
    waiting: list[int] = []
    for place, mark in enumerate(text):
        if mark in "(（":
            waiting.append(place)
        elif mark in ")）" and waiting:
            yield waiting.pop(), place


def _is_latin(text: str, first: int, last: int) -> bool:
    """Whether a pair belongs to a Latin phrase: `COD(mg/L)`."""
    return text[max(first - 1, 0) : last].isascii() and text[first - 1 : first].isalnum()


def _shown(text: str, places: set[int]) -> HalfWidth:
    first, last = max(min(places) - _AROUND, 0), min(places) + _AROUND + 1
    shown = list(enumerate(text[first:last], first))
    right = "".join(mark.translate(_FULL_WIDTH) if place in places else mark for place, mark in shown)
    return HalfWidth(text[first:last].strip(), right.strip(), len(places))
