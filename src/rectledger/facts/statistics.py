"""What is published, counted by state: the notice's own figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from msgspec import Struct

from rectledger.facts.chapters import Chapter
from rectledger.facts.records import IssueFacts
from rectledger.facts.state import CLOSING, State, combined
from rectledger.model.events import Closed

LEVELS = ("headings", "issues", "measures")
_DONE = frozenset((State.COMPLETE, *CLOSING))


class Statistics(Struct, frozen=True, dict=True):
    """The states at one level. What was withdrawn counts as its measures stand."""

    states: Sequence[State]

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many there are in each state."""
        return Counter(self.states)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.states)

    @property
    def done(self) -> int:
        """How many are complete, closed or waiting for closure."""
        return sum(self.counts[state] for state in _DONE)


def statistics(chapters: Sequence[Chapter], level: str, day: date) -> Statistics:
    """What is published, at a level of `LEVELS`; nothing at `none`."""
    return Statistics(_states(chapters, level, day))


def percent(part: int, whole: int, decimals: int) -> str:
    """A share in percent, rounded half up."""
    share = Decimal(part * 100) / Decimal(whole)
    return f"{share.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}%"


def _states(chapters: Sequence[Chapter], level: str, day: date) -> list[State]:
    issues = [issue for chapter in chapters for issue in chapter.issues]
    match level:
        case "headings":
            return [chapter.state for chapter in chapters]
        case "issues":
            return [standing(issue, day) for issue in issues]
        case "measures":
            return [measure.state for issue in issues for measure in issue.measures]
        case _:
            return []


def standing(issue: IssueFacts, day: date) -> State:
    """An issue's state; of one that was withdrawn, what its measures make it."""
    if issue.state is not State.CLOSED:
        return issue.state
    closings = [event for event in issue.issue.events if isinstance(event, Closed) and event.date <= day]
    last = max(enumerate(closings), key=lambda pair: (pair[1].date, pair[0]), default=None)
    if last and last[1].outcome == "withdrawn":
        return combined([measure.state for measure in issue.measures])
    return issue.state
