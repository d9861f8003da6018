"""Warning letters: which are owed to whom, and which number is the next."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, Level, MeasureFacts
from rectledger.model.events import Event, Extended, Warned
from rectledger.model.ledger import Ledger

LADDER = list(Level)
"""From no warning to the most serious."""
LETTERS = tuple(LADDER[1:])
"""The levels that have letters."""
_NUMBER = re.compile(r"预警〔(\d{4})〕(\d{1,6})号")


class OwedLetter(Struct, frozen=True):
    """A letter that has to be written: to one party, about all of one level that it has not been told of."""

    number: str
    """`预警〔2025〕3号`: from the next number on that no event has."""
    level: Level
    party: str
    about: tuple[tuple[IssueFacts, MeasureFacts], ...]


def warned_levels(measure: MeasureFacts, party: str | None = None) -> Iterator[Level]:
    """The levels of the letters about the deadline in force, the last first; those to one party if it is named."""
    for event in reversed(measure.events):
        if isinstance(event, Extended):
            return
        if isinstance(event, Warned) and (party is None or party in event.to):
            yield Level(event.level)


def unwarned(measure: MeasureFacts, party: str | None = None) -> bool:
    """Whether a deadline has reached a level of which no letter, nor one of a higher level, has told."""
    if measure.level is Level.NONE:
        return False
    sent = max(map(LADDER.index, warned_levels(measure, party)), default=0)
    return sent < LADDER.index(measure.level)


def owed_letters(
    facts: Facts, inspection: InspectionFacts, levels: Collection[Level], party: str | None = None
) -> tuple[OwedLetter, ...]:
    """The letters of some levels that are owed, or those to one party, the most urgent first."""
    groups: dict[tuple[Level, str], list[tuple[IssueFacts, MeasureFacts]]] = {}
    for issue, measure in inspection.measures:
        if measure.level in levels:
            for one in addressees(facts.ledger, issue, measure):
                if party in {None, one} and unwarned(measure, one):
                    groups.setdefault((measure.level, one), []).append((issue, measure))
    ordered = sorted(groups, key=lambda group: -LADDER.index(group[0]))
    first = _last_number(facts) + 1
    return tuple(
        OwedLetter(f"预警〔{facts.day.year}〕{number}号", *group, tuple(groups[group]))
        for number, group in enumerate(ordered, first)
    )


def addressees(ledger: Ledger, issue: IssueFacts, measure: MeasureFacts) -> tuple[str, ...]:
    """Whom a letter about a measure goes to, each once; the owner where nobody holds the roles that are named."""
    wanted = getattr(ledger.settings.policy.warn_to, measure.level)
    holders = {
        "owner": (measure.owner,),
        "leader": (measure.leader,),
        "support": issue.issue.support,
        "unit": (ledger.settings.unit,),
    }
    found = [party for one in wanted for party in holders.get(one, (one,)) if party]
    return tuple(dict.fromkeys(found or ([measure.owner] if wanted else [])))


def _last_number(facts: Facts) -> int:
    """The highest number that a letter of the day's year has; 0 where there is none."""
    numbers = (_NUMBER.fullmatch(event.document or "") for event in _warnings(facts.ledger))
    return max((int(found[2]) for found in numbers if found and int(found[1]) == facts.day.year), default=0)


def _warnings(ledger: Ledger) -> Iterator[Event]:
    for filed in ledger.issues:
        yield from (event for event in filed.record.events if isinstance(event, Warned))
        for measure in filed.record.measures:
            yield from (event for event in measure.events if isinstance(event, Warned))
