"""The days on which something is due: deadlines, ends of periods in which something is owed, limits of the clock."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from rectledger.facts.clock import LimitState
from rectledger.facts.quota import QuotaState
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, MeasureFacts
from rectledger.views.items import party_name


class Appointment(Struct, frozen=True):
    """Something that is due on a day."""

    uid: str
    """The same for the same thing whenever it is asked for: `zx2024-04/air/due`."""
    kind: str
    """`due`, `quota` or `limit`."""
    day: date
    provisional: bool
    ref: str
    """A reference to the measure; of a limit its name."""
    title: str
    text: str
    owner: str
    leader: str
    owed: int = 0
    """Of a quota, how many are still to come."""


def appointments(facts: Facts, found: InspectionFacts) -> Iterator[Appointment]:
    """Everything of an inspection that somebody still has to do by a day, whether or not the day has passed."""
    for issue, measure in found.measures:
        if issue.running(measure) and measure.due:
            yield _deadline(facts, issue, measure, measure.due)
        yield from _quotas(facts, issue, measure)
    for limit in found.clock:
        if limit.due and limit.state in {LimitState.OPEN, LimitState.MISSED}:
            name, title = limit.name, found.inspection.title
            uid = f"{found.inspection.id}/clock/{name}"
            yield Appointment(uid, "limit", limit.due, limit.provisional, name, title, "", "", "")


def _deadline(facts: Facts, issue: IssueFacts, measure: MeasureFacts, day: date) -> Appointment:
    uid = f"{issue.issue.id}/{measure.measure.id}/due"
    return _of_measure(facts, issue, measure, (uid, "due", day, measure.deadline.provisional, 0))


def _quotas(facts: Facts, issue: IssueFacts, measure: MeasureFacts) -> Iterator[Appointment]:
    """The periods that still run and in which something is owed."""
    for period in measure.quotas:
        if period.state is QuotaState.OPEN and period.owed:
            uid = f"{issue.issue.id}/{measure.measure.id}/quota/{period.first}"
            yield _of_measure(facts, issue, measure, (uid, "quota", period.last, False, period.owed))


def _of_measure(
    facts: Facts, issue: IssueFacts, measure: MeasureFacts, what: tuple[str, str, date, bool, int]
) -> Appointment:
    uid, kind, day, provisional, owed = what
    title = measure.measure.title or issue.issue.title
    owner = party_name(facts, measure.owner)
    leader = party_name(facts, measure.leader) if measure.leader else ""
    return Appointment(uid, kind, day, provisional, measure.ref, title, measure.measure.text, owner, leader, owed)
