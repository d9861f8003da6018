"""Which words of a text are new and which are gone."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

_WORD = re.compile(r"[A-Za-z0-9_]+|\s+|.", re.DOTALL)
MOST_WORDS = 4000
"""Of longer texts the words are not told apart: that takes the square of their number."""


class Part(NamedTuple):
    """A stretch of a text: what stood there, what stands there; both are the same where nothing changed."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return self.before == self.after


class Wording(Struct, frozen=True):
    """A text and the text that it was."""

    before: str
    after: str

    def parts(self) -> Iterator[Part]:
        """What is the same and what is not, in turn."""
        old, new = _WORD.findall(self.before), _WORD.findall(self.after)
        if len(old) + len(new) > MOST_WORDS:
            yield Part(self.before, self.after)
            return
        for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield Part("".join(old[i:j]), "".join(new[k:m]))
