"""The statistics sentence of the notice: counted, never typed."""

from collections.abc import Mapping

from rectledger.facts.chapters import chapters
from rectledger.facts.state import State
from rectledger.facts.statistics import percent, statistics
from rectledger.model.words import day_words
from rectledger.views.progress import WORDS
from rectledger.views.subject import Subject

_OTHERS = (State.PARTIAL, State.IN_PROGRESS, State.NOT_STARTED, State.TRANSFERRED, State.DEFERRED)
_LEVELS = {"headings": ("反馈的{}类问题", "类"), "issues": ("反馈的{}个问题", "个"), "measures": ("{}项整改措施", "项")}


def statistics_sentence(subject: Subject, level: str) -> str:
    """What stands at one level, counted by state on the day; empty for `none` and where there is nothing."""
    facts, policy = subject.facts, subject.facts.ledger.settings.policy
    every = chapters(subject.inspection, omitted=True) if policy.count_omitted else subject.chapters
    figures = statistics(every, level, facts.day)
    if not figures.total:
        return ""
    subject_words, unit = _LEVELS[level]
    hidden = figures.total - statistics(subject.chapters, level, facts.day).total if policy.count_omitted else 0
    parts = [
        f"截至{day_words(facts.day)}，{subject_words.format(figures.total)}{_hidden(hidden, unit)}",
        f"已完成{figures.done}{unit}{_closed(figures.counts, unit)}",
        *(f"{WORDS[state]}{figures.counts[state]}{unit}" for state in _OTHERS if figures.counts[state]),
        f"完成率{percent(figures.done, figures.total, policy.percent_decimals)}",
    ]
    return "，".join(parts) + "。"


def _hidden(number: int, unit: str) -> str:
    return f"（含按规定不公开的{number}{unit}）" if number else ""


def _closed(counts: Mapping[State, int], unit: str) -> str:
    return f"（其中已销号{counts[State.CLOSED]}{unit}）" if counts[State.CLOSED] else ""
