"""Deadlines and days in the words of a document."""

from datetime import date

from rectledger.facts.deadline import Deadline
from rectledger.facts.records import MeasureFacts
from rectledger.facts.state import State
from rectledger.model.events import Completed
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.subject import Subject


def day_view(subject: Subject) -> str:
    """The day that judges, in words."""
    return day_words(subject.facts.day)


def due_words(deadline: Deadline, *, sustained: bool = False) -> str:
    """`2025年6月30日，长期坚持`; what is waited for, where there is no day yet."""
    if deadline.day:
        words = day_words(deadline.day) + ("（暂定）" if deadline.provisional else "")
    else:
        words = f"待{bare(deadline.pending)}" if deadline.pending else "未定"
    return f"{words}，长期坚持" if sustained else words


def days_words(days_left: int | None) -> str:
    """`还有8天`, `今天到期`, `已逾期3天`; nothing where there is no day."""
    if days_left is None:
        return ""
    if days_left == 0:
        return "今天到期"
    return f"还有{days_left}天" if days_left > 0 else f"已逾期{-days_left}天"


def done_on(measure: MeasureFacts) -> date | None:
    """The day on which a complete measure was completed."""
    if measure.state is not State.COMPLETE:
        return None
    return next((event.date for event in reversed(measure.events) if isinstance(event, Completed)), None)
