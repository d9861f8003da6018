"""What the cells of a sheet may be changed to."""

from collections.abc import Iterator

from rectledger.facts.records import Facts, InspectionFacts
from rectledger.messages import Language, word
from rectledger.views.sheet import Column, Shape

REQUIREMENTS = ("immediate", "dated", "phased", "sustained")
BODIES = frozenset(("unit", "section", "authority"))
"""The kinds of parties that are offered as 责任单位; any that is no person is taken."""


def choices(column: Column, facts: Facts, found: InspectionFacts, language: Language) -> tuple[str, ...]:
    """The words that a cell of a column may be changed to; none where anything may be written."""
    parties = facts.ledger.parties
    match column.shape:
        case Shape.HEADING:
            return tuple(heading.text for heading in found.inspection.headings)
        case Shape.PARTY:
            return _once(party.name for party in parties if party.kind == "person")
        case Shape.UNIT:
            return _once(party.name for party in parties if party.kind in BODIES)
        case Shape.PERSON:
            return _once(party.name for party in parties if party.kind == "person")
        case Shape.STATE:
            return tuple(word(f"state.{state}", language) for state in ("in-progress", "complete"))
        case Shape.CLOSING:
            return (word("state.closure-requested", language),)
        case Shape.CHOICE:
            return tuple(word(f"requirement.{name}", language) for name in REQUIREMENTS)
        case _:
            return ()


def _once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
