"""Half-width punctuation where Chinese text has full-width marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rectledger.facts.document_number import NUMBER

_FULL_WIDTH = str.maketrans(",;:?!().", "，；：？！（）。")
_ANY = re.compile(r"[,;:?!().]")
_LETTERS = "〇㐀-䶿一-鿿"
_CHINESE = f"[{_LETTERS}“”‘’《》〈〉「」『』【】〔〕（）、。，；：？！…]"
_BESIDE_CHINESE = re.compile(
    rf"(?<={_CHINESE})[,;:?!()] | [,;:?!()](?={_CHINESE}) | (?<=[{_LETTERS}”’》）])\.(?=\s*$|\n|[”’）》])", re.VERBOSE
)
# addresses, the label of a list such as `1)`, and what another rule is about
_SPARED = re.compile(
    rf"(?:https?://|www\.)[!-~]+ | [\w.+-]+@\w[\w.-]* | (?:^|(?<=[\s。；，：]))\w{{1,2}}\) | {NUMBER.pattern}",
    re.ASCII | re.VERBOSE,
)
_AROUND = 6


class HalfWidth(NamedTuple):
    """The first place as it is written and as it should be, and how many marks there are in all."""

    found: str
    right: str
    marks: int


def half_width(text: str) -> HalfWidth | None:
    """The half-width marks of a text that stand beside Chinese; None where there are none."""
    if not _ANY.search(text):
        return None
    plain = _SPARED.sub(lambda spared: "0" * len(spared[0]), text)
    places = {match.start() for match in _BESIDE_CHINESE.finditer(plain)}
    places |= {other for pair in _parentheses(plain) if places & set(pair) for other in pair}
    return _shown(text, sorted(places)) if places else None


def _parentheses(text: str) -> Iterator[tuple[int, ...]]:
    """The places of every pair of parentheses, those that are half-width: both are judged alike."""
    waiting: list[int] = []
    for place, mark in enumerate(text):
        if mark in "(（":
            waiting.append(place)
        elif mark in ")）" and waiting:
            yield tuple(p for p in (waiting.pop(), place) if text[p] in "()")


def _shown(text: str, places: list[int]) -> HalfWidth:
    first, last = max(places[0] - _AROUND, 0), places[0] + _AROUND + 1
    right = "".join(mark.translate(_FULL_WIDTH) if n in places else mark for n, mark in enumerate(text))
    return HalfWidth(text[first:last].strip(), right[first:last].strip(), len(places))
