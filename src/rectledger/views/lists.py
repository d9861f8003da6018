"""三清单一台账 as data: one set of rows, of which the plan shows three lists and the ledger one table."""

from msgspec import Struct

from rectledger.facts.clock import LimitFacts
from rectledger.facts.deadline import Deadline
from rectledger.messages import Language, catalogue, word
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.clauses import came
from rectledger.views.days import due_words
from rectledger.views.measure_rows import MeasureRow, heading_text, measure_rows, requirement_words
from rectledger.views.subject import Subject


class Problem(Struct, frozen=True):
    """A line of the list of problems (问题清单)."""

    number: int
    id: str
    serial: str
    heading: str
    title: str
    requirement: str
    cause: str
    goal: str
    also_checked: str


class Lists(Struct, frozen=True):
    """Everything that a template needs."""

    inspection: str
    unit: str
    day: str
    preamble: str
    limits: tuple[str, ...]
    """The limits of the clock, a sentence each."""
    problems: tuple[Problem, ...]
    tasks: tuple[MeasureRow, ...]
    """The measures: 任务清单, 责任清单 and 台账 show different cells of the same rows."""
    omitted: str
    """What is said of problems that are not listed; empty where nothing is."""


def lists_view(subject: Subject) -> Lists:
    """The lists of an inspection on the day."""
    return Lists(
        inspection=bare(subject.inspection.inspection.title),
        unit=subject.unit,
        day=day_words(subject.facts.day),
        preamble=came(subject),
        limits=_limits(subject),
        problems=_problems(subject),
        tasks=tuple(row for issue in subject.issues for row in measure_rows(subject, issue)),
        omitted=omitted_words(subject),
    )


def omitted_words(subject: Subject) -> str:
    """How many problems are not listed, where the policy counts them."""
    number = len(subject.counted_omitted)
    return f"另有{number}个问题按规定不列入本表。" if number else ""


def _limits(subject: Subject) -> tuple[str, ...]:
    return tuple(map(_limit, subject.inspection.clock))


def _limit(limit: LimitFacts) -> str:
    name = word(key, Language.ZH) if (key := f"clock.{limit.name}") in catalogue() else limit.name
    done = f"，已于{day_words(limit.done)}完成" if limit.done else ""
    return f"{name}：{due_words(Deadline((), limit.due, limit.provisional))}{done}。"


def _problems(subject: Subject) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            number=issue.number,
            id=issue.issue.id,
            serial=issue.issue.serial or "",
            heading=heading_text(issue),
            title=bare(issue.issue.title),
            requirement=requirement_words(issue),
            cause=issue.issue.cause or "",
            goal=issue.issue.goal or "",
            also_checked=issue.issue.also_checked or "",
        )
        for issue in subject.issues
    )
