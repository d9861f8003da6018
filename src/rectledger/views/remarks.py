"""What has to be known about a measure beside its state: the last news, what moved it, what proves it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from rectledger.facts.quota import QuotaState
from rectledger.facts.records import MeasureFacts, extensions
from rectledger.facts.state import State
from rectledger.messages import Language, word
from rectledger.model.events import Completed, Deferred, Event, Evidence, PlanChanged, Progress, Transferred
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.days import days_words, due_words
from rectledger.views.subject import Subject

_SETTING = (Completed, Transferred, Deferred, PlanChanged)
"""Events that set a state of which more can be said."""


def news(measure: MeasureFacts) -> str:
    """The last thing that was noted about the work, with its day."""
    told = (e for e in reversed(measure.events) if isinstance(e, Progress | Completed) and e.note)
    return next((f"{day_words(event.date)}：{event.note}" for event in told), "")


def remarks(subject: Subject, measure: MeasureFacts) -> str:
    """What moved the measure, what is left, what is owed, how late it is; empty where there is nothing."""
    found = chain(_extended(measure), _stands(subject, measure), _owed(measure), _late(measure))
    return "；".join(bare(remark) for remark in found)


def evidence_words(measure: MeasureFacts) -> str:
    """The evidence about a measure."""
    return evidence_of(measure.events)


def evidence_of(events: Iterable[Event]) -> str:
    """What events name as evidence, each once: numbers of documents and paths of files."""
    return "；".join(dict.fromkeys(_entry(entry) for event in events for entry in event.evidence))


def _entry(entry: Evidence) -> str:
    return entry.document or entry.file or ""


def _extended(measure: MeasureFacts) -> Iterator[str]:
    if times := sum(1 for _ in extensions(measure)):
        yield f"已延期{times}次，原定{due_words(measure.planned)}"


def _stands(subject: Subject, measure: MeasureFacts) -> Iterator[str]:
    """What the last event that set the state says of it."""
    last = next((e for e in reversed(measure.events) if isinstance(e, _SETTING)), None)
    match last:
        case Completed(extent="partial") if measure.state is State.PARTIAL:
            yield f"尚余：{last.left}"
        case Transferred() if measure.state is State.TRANSFERRED:
            number = "" if last.document == "none" else f"（{last.document}）"
            yield f"移交{subject.name(last.to)}{number}"
        case Deferred() if measure.state is State.DEFERRED:
            yield f"经{subject.name(last.approved_by)}批准暂缓：{last.reason}"
        case PlanChanged() if measure.state is State.DEFERRED:
            yield f"销号方案调整{word(f'decision.{last.decision}', Language.ZH)}：{last.request}"


def _owed(measure: MeasureFacts) -> Iterator[str]:
    for period in measure.quotas:
        if period.state is not QuotaState.MET:
            within = f"{day_words(period.first)}至{day_words(period.last)}"
            yield f"{within}应{period.asked}次，已{period.counted}次"


def _late(measure: MeasureFacts) -> Iterator[str]:
    if measure.overdue:
        yield days_words(measure.days_left)
