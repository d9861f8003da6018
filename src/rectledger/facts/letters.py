"""Warning letters: which are owed to whom, and which number is the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rectledger.facts.records import InspectionFacts, IssueFacts, Level, MeasureFacts
from rectledger.model.events import Event, Extended, Warned
from rectledger.model.ledger import Ledger

LADDER = list(Level)
"""From no warning to the most serious."""
_NUMBER = re.compile(r"预警〔(\d{4})〕(\d{1,6})号")


@dataclass(frozen=True, slots=True)
class Owed:
    """A measure about which a party has not been written to."""

    party: str
    level: Level
    issue: IssueFacts
    measure: MeasureFacts


def warned_levels(measure: MeasureFacts, party: str | None = None) -> Iterator[Level]:
    """The levels of the letters about the deadline in force, the last first; those to one party if it is named."""
    for event in reversed(measure.events):
        if isinstance(event, Extended):
            return
        if isinstance(event, Warned) and (party is None or party in event.to):
            yield Level(event.level)


def unwarned(measure: MeasureFacts, party: str | None = None) -> bool:
    """Whether a deadline has reached a level of which no letter, nor one of a higher level, has told."""
    sent = max(map(LADDER.index, warned_levels(measure, party)), default=0)
    return sent < LADDER.index(measure.level)


def owed_letters(ledger: Ledger, inspection: InspectionFacts) -> Iterator[Owed]:
    """What has to be written, to whom, by the policy's ladder."""
    for issue, measure in inspection.measures:
        if measure.level is not Level.NONE:
            for party in addressees(ledger, issue, measure):
                if unwarned(measure, party):
                    yield Owed(party, measure.level, issue, measure)


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


def letter_number(year: int, position: int) -> str:
    """`预警〔2025〕3号`."""
    return f"预警〔{year}〕{position}号"


def last_number(ledger: Ledger, day: date) -> int:
    """The highest number that a letter of the day's year has; 0 where there is none."""
    numbers = (_NUMBER.fullmatch(event.document or "") for event in _warnings(ledger))
    return max((int(found[2]) for found in numbers if found and int(found[1]) == day.year), default=0)


def _warnings(ledger: Ledger) -> Iterator[Event]:
    for filed in ledger.issues:
        yield from (event for event in filed.record.events if isinstance(event, Warned))
        for measure in filed.record.measures:
            yield from (event for event in measure.events if isinstance(event, Warned))
