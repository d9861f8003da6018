"""The statistics sentence of the notice: counted, never typed."""

from collections.abc import Mapping, Sequence
from datetime import date

from rectledger.facts.chapters import Chapter
from rectledger.facts.state import State
from rectledger.facts.statistics import percent, statistics
from rectledger.model.words import day_words
from rectledger.views.progress import WORDS

_OTHERS = (State.PARTIAL, State.IN_PROGRESS, State.NOT_STARTED, State.TRANSFERRED, State.DEFERRED)
_LEVELS = {"headings": ("反馈的{}类问题", "类"), "issues": ("反馈的{}个问题", "个"), "measures": ("{}项整改措施", "项")}


def statistics_sentence(chapters: Sequence[Chapter], level: str, day: date, decimals: int) -> str:
    """What is published, counted by state on a day at one level; empty for `none` and where there is nothing."""
    figures = statistics(chapters, level, day)
    if not figures.total:
        return ""
    subject, unit = _LEVELS[level]
    parts = [
        f"截至{day_words(day)}，{subject.format(figures.total)}",
        f"已完成{figures.done}{unit}{_closed(figures.counts, unit)}",
        *(f"{WORDS[state]}{figures.counts[state]}{unit}" for state in _OTHERS if figures.counts[state]),
        f"完成率{percent(figures.done, figures.total, decimals)}",
    ]
    return "，".join(parts) + "。"


def _closed(counts: Mapping[State, int], unit: str) -> str:
    return f"（其中已销号{counts[State.CLOSED]}{unit}）" if counts[State.CLOSED] else ""
