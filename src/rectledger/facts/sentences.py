"""Texts cut into sentences and clauses, and what of them is somebody else's words."""

import re
from collections.abc import Iterator

# texts, which `re` compiles when it first needs them: in many ledgers never
_SENTENCE = r"[^。！？\n]+"
_END = r"[。！？\n]"
_BREAK = r"[，。；：！？\n]"
_QUOTED = r"《[^《》]*》|“[^“”]*”"
FARTHEST = 400
"""Characters that are looked at before and behind a place: a text that is all one sentence must not cost its square."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without the mark at their end."""
    return (stripped for match in re.finditer(_SENTENCE, text) if (stripped := match[0].strip()))


def own_words(text: str) -> str:
    """A text with every title and quotation blotted out, as long as before."""
    return re.sub(_QUOTED, lambda quoted: "■" * len(quoted[0]), text) if "《" in text or "“" in text else text


def clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the same clause before and behind a stretch of a text."""
    before, behind = text[max(start - FARTHEST, 0) : start], text[end : end + FARTHEST]
    return re.split(_BREAK, before)[-1], re.split(_BREAK, behind, maxsplit=1)[0]


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in the same sentence."""
    return re.split(_END, text[max(start - FARTHEST, 0) : start])[-1]
