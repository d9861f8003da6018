"""How much two wordings have in common. Titles may be shortened, so what counts is the share of the shorter one."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

FEWEST = 4
"""Pairs of characters that a wording must have: of shorter ones any likeness may be chance."""


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, without marks and spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return frozenset(plain[n : n + 2] for n in range(len(plain) - 1))


class Wordings(Struct, frozen=True, dict=True):
    """Texts by their serials."""

    texts: Mapping[str, str]

    def likeness(self, text: str, serial: str) -> float | None:
        """From 0 for nothing in common to 1; None where one of both is too short to tell."""
        pairs, others = pairs_of(text), self._pairs.get(serial, frozenset())
        return _share(len(pairs & others), len(pairs), len(others))

    def closest(self, text: str) -> tuple[str, float]:
        """The serial whose text is most like this one, and how much; of equals the first."""
        pairs = pairs_of(text)
        common = Counter(serial for pair in pairs for serial in self._serials[pair])
        scores = {s: _share(common[s], len(pairs), len(self._pairs[s])) or 0.0 for s in self.texts if s in common}
        return max(scores.items(), key=lambda scored: scored[1], default=("", 0.0))

    @cached_property
    def _pairs(self) -> dict[str, frozenset[str]]:
        return {serial: pairs_of(text) for serial, text in self.texts.items()}

    @cached_property
    def _serials(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for serial, pairs in self._pairs.items():
            for pair in pairs:
                found[pair].append(serial)
        return found


def _share(common: int, *sizes: int) -> float | None:
    return common / min(sizes) if min(sizes) >= FEWEST else None
