"""Names that must not reach the public, in whatever spelling, width or spacing they come."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from rectledger.model.ledger import Ledger

_USUAL = {wide: unicodedata.normalize("NFKC", wide) for wide in "，：；！？（）％…\u3000"}
"""What keeps most Chinese texts from being in that form."""


class Leak(Struct, frozen=True):
    """A private name in a text, as `parties.yaml` spells it, and the name to use in its place."""

    name: str
    public: str


class PrivateNames(Struct, frozen=True, dict=True):
    """The private names of a ledger, each with its public name."""

    names: tuple[Leak, ...]

    def leaks(self, text: str) -> Iterator[Leak]:
        """Every private name in a text, in the order of its first appearance; of overlapping ones the longest."""
        if self._pattern is not None:
            found = dict.fromkeys(match[0] for match in self._pattern.finditer(normalised(text)))
            yield from (self._by_normal_form[name] for name in found)

    @cached_property
    def _by_normal_form(self) -> dict[str, Leak]:
        return {form: leak for leak in self.names if (form := normalised(leak.name))}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self._by_normal_form, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def private_names(ledger: Ledger) -> PrivateNames:
    """Every spelling of every party that has a public name of its own."""
    return PrivateNames(
        tuple(Leak(name, party.public_name) for party in ledger.parties for name in party.private_names)
    )


def compatible(text: str) -> str:
    """The NFKC form of a text: Python tells ten times faster than it makes it that a text has that form already."""
    for wide, narrow in _USUAL.items():
        text = text.replace(wide, narrow)
    return unicodedata.normalize("NFKC", text)


def normalised(text: str) -> str:
    """A text as names are compared: one width, one case, and no white space or invisible characters between."""
    folded = compatible(text).casefold()
    if folded.isprintable():  # then the space is the only one of them
        return folded.replace(" ", "")
    for character in set(folded):
        if character.isspace() or unicodedata.category(character) in {"Cf", "Cc"}:
            folded = folded.replace(character, "")
    return folded
