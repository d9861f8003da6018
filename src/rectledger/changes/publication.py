"""What the public will read anew, no more, or in other words: two texts, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from rectledger.changes.wording import Wording
from rectledger.facts.chapters import Chapter
from rectledger.facts.records import Facts
from rectledger.facts.statistics import LEVELS, statistics

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”’）]*")
LIKE = 0.5
"""How alike two sentences are, from 0 to 1, of which one has become the other."""
LONGEST = 300
"""Characters of a sentence that are looked at to see which one it has become."""


class Fate(StrEnum):
    """What became of a sentence."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Sentence(NamedTuple):
    """A sentence that is not what it was; an empty text where there is none."""

    fate: Fate
    words: Wording


class Count(NamedTuple):
    """How many there are at a level, and how many of them are done."""

    total: int
    done: int


class Reading(Struct, frozen=True):
    """Two texts beside each other."""

    sentences: tuple[Sentence, ...]
    """Those that differ, in the order of the text."""
    before: int
    """How many sentences there were."""
    after: int


def reading(before: str, after: str) -> Reading:
    """What differs between two texts."""
    old, new = (sentences_of(text) for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = [s for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal" for s in _replaced(old[i:j], new[k:m])]
    return Reading(tuple(found), len(old), len(new))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text with their marks; a line is one at least."""
    return [stripped for match in _SENTENCE.finditer(text) if (stripped := match[0].strip())]


def counts(facts: Facts, chapters: Sequence[Chapter]) -> dict[str, Count]:
    """What is published, counted at each level."""
    figures = {level: statistics(chapters, level, facts.day) for level in LEVELS}
    return {level: Count(figure.total, figure.done) for level, figure in figures.items()}


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Sentence]:
    """Sentences that stand where others stood: each new one is what the next one like it has become."""
    left = list(old)
    for sentence in new:
        position = next((n for n, other in enumerate(left) if _alike(other, sentence)), None)
        if position is None:
            yield Sentence(Fate.NEW, Wording("", sentence))
            continue
        yield from (Sentence(Fate.GONE, Wording(gone, "")) for gone in left[:position])
        yield Sentence(Fate.CHANGED, Wording(left[position], sentence))
        del left[: position + 1]
    yield from (Sentence(Fate.GONE, Wording(gone, "")) for gone in left)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one[:LONGEST], other[:LONGEST], autojunk=False)
    return matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE
