"""What a changed cell says, as the value of a key."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from rectledger.facts.records import Facts, InspectionFacts
from rectledger.messages import Language, word
from rectledger.model.base import RefusedError
from rectledger.model.due import parse_due
from rectledger.model.words import canonical_day, canonical_due, goes_on
from rectledger.views.choices import REQUIREMENTS
from rectledger.views.sheet import COLUMNS, Column, Shape

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
FAILURES = frozenset(("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
"""What a formula shows that has failed."""
REQUIRED = frozenset(("title", "text", "heading"))
"""Columns whose cells cannot be emptied."""
OWNERS = ("owner", "person")
"""The columns of which one names the owner."""


class CellError(Exception):
    """A cell says nothing that can be taken. `key` names a text of the catalogue, `values` fill it in."""

    def __init__(self, key: str, /, **values: object) -> None:
        """Keep what is to be said."""
        super().__init__(key)
        self.key = key
        self.values = values


class Reader(Struct, frozen=True):
    """Reads the cells of one inspection's sheet."""

    facts: Facts
    found: InspectionFacts
    language: Language

    def value(self, column: Column, text: str) -> str | None:
        """The value that a cell stands for; None for an empty one. Raises CellError."""
        whole = tidy(text)
        if not whole:
            if column.key in REQUIRED:
                raise CellError("RL608.empty")
            return None
        match column.shape:
            case Shape.HEADING:
                return self.heading(whole)
            case Shape.CHOICE:
                return self.choice(whole, {word(f"requirement.{name}", self.language): name for name in REQUIREMENTS})
            case Shape.PARTY:
                return self.party(whole, person=None)
            case Shape.UNIT | Shape.PERSON:
                return self.party(whole, person=column.shape is Shape.PERSON)
            case Shape.DUE:
                return due(whole)
            case _:
                return whole

    def owner(self, cells: Mapping[str, str]) -> str | None:
        """The id of the party that one of two cells names; None where both are empty. Raises CellError."""
        named = [key for key in OWNERS if cells.get(key, "").strip()]
        if len(named) > 1:
            raise CellError("RL608.owners", one=cells[named[0]].strip(), other=cells[named[1]].strip())
        return self.value(COLUMNS[named[0]], cells[named[0]]) if named else None

    def heading(self, text: str) -> str:
        """The id of the heading with a text. Raises CellError."""
        wanted = "".join(text.split())
        for heading in self.found.inspection.headings:
            if "".join(heading.text.split()) == wanted:
                return heading.id
        raise CellError("RL608.heading", value=text)

    def choice(self, text: str, known: dict[str, str]) -> str:
        """What a word stands for. Raises CellError."""
        if text not in known:
            raise CellError("RL608.choice", value=text, known="、".join(known))
        return known[text]

    def party(self, name: str, *, person: bool | None) -> str:
        """The id of the party with a name, or with this id. Raises CellError for none, several, or the wrong kind."""
        parties = self.facts.ledger.parties
        found = [p for p in parties if name in {p.name, p.id}] or [p for p in parties if name in p.also]
        if not found:
            raise CellError("RL608.party", value=name)
        if person is not None:
            found = [party for party in found if (party.kind == "person") is person]
            if not found:
                raise CellError("RL608.person" if not person else "RL608.unit", value=name)
        if len(found) > 1:
            raise CellError("RL608.several", value=name, known="、".join(party.id for party in found))
        return found[0].id


def tidy(text: str) -> str:
    """A cell's text as it is kept. Raises CellError where it holds what nobody sees, or a formula that has failed."""
    if text in FAILURES:
        raise CellError("RL608.failed", value=text)
    if bad := _UNSEEN.search(text.replace("\r", "\n")):
        raise CellError("RL608.control", character=f"U+{ord(bad[0]):04X}")
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


def due(text: str) -> str:
    """A deadline in canonical form. Raises CellError."""
    try:
        parse_due(text)
    except RefusedError:
        found = canonical_due(text)
        if found is None or goes_on(text):
            raise CellError("RL608.sustained" if found else "RL608.due", value=text) from None
        return found
    return text


_DATED = re.compile(
    r"(\d{4}\s*[年./-]\s*\d{1,2}+\s*[月./-]\s*\d{1,2}+\s*+日?+)(?![-~—–至到前之以止\d])[\s：:，,、]*(.*)", re.DOTALL
)
"""A day at the start of a line; that of a span, or one by which something is due, is part of what the line says."""


def dated(line: str, day: str) -> tuple[str, str]:
    """The day that a line begins with, else another one, and what it says. Raises CellError for a day that is none."""
    match = _DATED.fullmatch(line)
    if match is None:
        return day, line
    found = canonical_day(match[1])
    if found is None or not match[2]:
        raise CellError("RL608.date", value=line)
    return found, match[2]


def added_lines(theirs: str, base: str) -> list[list[str]]:
    """The lines that were added to a list, those that follow one another together.

    Raises CellError where a line that was there is gone.
    """
    old = iter([*lines_of(base), None])
    expected, runs, last = next(old), list[list[str]](), -2
    for position, line in enumerate(lines_of(theirs)):
        if line == expected:
            expected = next(old)
        elif position == last + 1:
            runs[-1].append(line)
            last = position
        else:
            runs.append([line])
            last = position
    if expected is not None:
        raise CellError("RL610", line=expected)
    return runs


def lines_of(text: str) -> Sequence[str]:
    """The lines of a cell that say anything."""
    return [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
