"""The statistics sentence of the notice: counted, never typed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from rectledger.facts.records import IssueFacts
from rectledger.facts.state import CLOSING, State, combined
from rectledger.model.events import Closed
from rectledger.views.chinese import day_words
from rectledger.views.progress import WORDS, Chapter

_DONE = frozenset((State.COMPLETE, *CLOSING))
_OTHERS = (State.PARTIAL, State.IN_PROGRESS, State.NOT_STARTED, State.TRANSFERRED, State.DEFERRED)
_LEVELS = {"headings": ("反馈的{}类问题", "类"), "issues": ("反馈的{}个问题", "个"), "measures": ("{}项整改措施", "项")}


def statistics_sentence(chapters: Sequence[Chapter], level: str, day: date, decimals: int) -> str:
    """What is published, counted by state on a day at one level; empty for `none` and where there is nothing.

    Complete is what is complete, closed or waiting for closure; what was withdrawn counts as its measures stand.
    """
    states = _states(chapters, level, day)
    if not states:
        return ""
    counts = Counter(states)
    done = sum(counts[state] for state in _DONE)
    subject, unit = _LEVELS[level]
    parts = [
        f"截至{day_words(day)}，{subject.format(len(states))}",
        f"已完成{done}{unit}{_closed(counts, unit)}",
        *(f"{WORDS[state]}{counts[state]}{unit}" for state in _OTHERS if counts[state]),
        f"完成率{percent(done, len(states), decimals)}",
    ]
    return "，".join(parts) + "。"


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
            return [_standing(issue, day) for issue in issues]
        case "measures":
            return [measure.state for issue in issues for measure in issue.measures]
        case _:
            return []


def _standing(issue: IssueFacts, day: date) -> State:
    """An issue's state; of one that was withdrawn, what its measures make it."""
    closings = [event for event in issue.issue.events if isinstance(event, Closed) and event.date <= day]
    last = max(enumerate(closings), key=lambda pair: (pair[1].date, pair[0]), default=None)
    if issue.state is State.CLOSED and last and last[1].outcome == "withdrawn":
        return combined([measure.state for measure in issue.measures])
    return issue.state


def _closed(counts: Mapping[State, int], unit: str) -> str:
    return f"（其中已销号{counts[State.CLOSED]}{unit}）" if counts[State.CLOSED] else ""
