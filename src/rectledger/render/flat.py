"""A text as the gate compares it: no white space, no markup, one width, one case; and the way back to the text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from rectledger.facts.privacy import normalised

_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>|\]\([^()\n]*\)")
"""HTML, and the target of a link behind its label."""
# what only names are looked for in is compiled where there are names
_ENTITY = r"&#?[0-9A-Za-z]{1,31};"
_MARKS = r"[\\*_~`|#>\[\]]+"
# what shows nothing and is no format character: variation selectors, fillers, the blank of Braille
_BLANK = "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]+"


def flattened(text: str) -> str:
    """A text without anything that could split a name."""
    solid = "".join(text.split())  # what is left is mostly printable, which `normalised` is quick about
    return re.sub(_BLANK, "", re.sub(_MARKS, "", normalised(solid)))


def readings(text: str) -> Iterator[str]:
    """What may be read in a text, each as long as the text: with what tags and links hold, and without."""
    text = re.sub(_ENTITY, _decoded, text)
    yield text
    if _TAG.search(text):
        yield _TAG.sub(lambda found: " " * len(found[0]), text)


def untagged(text: str) -> str:
    """A text as a browser would show it, were its tags obeyed: shorter than it was."""
    return _TAG.sub("", _unescaped(text))


def unmarked(text: str) -> str:
    """A text as a reader sees it, on one line."""
    return " ".join(re.sub(_MARKS, " " if "|" in text else "", text).split())


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    import html  # noqa: PLC0415  # it brings the names of two thousand entities

    return html.unescape(text)


def _decoded(found: re.Match[str]) -> str:
    shown = _unescaped(found[0])
    return shown.ljust(len(found[0])) if len(shown) < len(found[0]) else found[0]


class Flat(Struct, frozen=True, dict=True):
    """A text, flattened; `text` is one of the readings of the original."""

    text: str

    @cached_property
    def letters(self) -> str:
        """What is left of the text."""
        return flattened(self.text)

    @cached_property
    def _origins(self) -> list[int] | None:
        """The place in the text of every letter; None where characters that stand together became one."""
        found = [
            (letter, place)
            for place, character in enumerate(self.text)
            if not (character.isspace() or unicodedata.category(character) in {"Cf", "Cc"})
            for letter in flattened(character)
        ]
        return [place for _, place in found] if "".join(letter for letter, _ in found) == self.letters else None

    def origin(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the text that letters came from."""
        return (self._origins[start], self._origins[end - 1] + 1) if self._origins else None
