"""Texts cut into sentences and clauses, and what of them is somebody else's words."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？\n]+")
_BREAK = re.compile(r"[，。；：！？\n]")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without the mark at their end."""
    return (stripped for match in _SENTENCE.finditer(text) if (stripped := match[0].strip()))


def own_words(text: str) -> str:
    """A text with every title and quotation blotted out, as long as before."""
    return _QUOTED.sub(lambda quoted: "■" * len(quoted[0]), text) if "《" in text or "“" in text else text


def clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the same clause before and behind a stretch of a text."""
    before, behind = _BREAK.split(text[:start]), _BREAK.split(text[end:], maxsplit=1)
    return before[-1], behind[0]


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in the same sentence."""
    return re.split(r"[。！？\n]", text[:start])[-1]
