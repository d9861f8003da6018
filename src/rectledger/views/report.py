"""整改进展情况报告 as data: the figures, the findings one by one, what is late, handed on or put off."""

from collections.abc import Iterator

from msgspec import Struct

from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.state import State
from rectledger.facts.statistics import LEVELS
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.clauses import Section, came, section, section_labels
from rectledger.views.days import days_words, due_words
from rectledger.views.progress import HeadingPart, heading_part, status_words
from rectledger.views.statistics import statistics_sentence
from rectledger.views.subject import Subject
from rectledger.views.tables import CountTable, count_tables


class Line(Struct, frozen=True):
    """A measure that the report singles out, every cell a text that the public may read."""

    number: str
    issue: str
    measure: str
    """Its title, else its words for the notice."""
    owner: str
    due: str
    days: str
    status: str


class Lines(Struct, frozen=True):
    """A section of such measures; one without any is not printed and has no number."""

    label: str
    rows: tuple[Line, ...]


class Report(Struct, frozen=True):
    """Everything that a template needs."""

    inspection: str
    unit: str
    authority: str
    """Whom it is for."""
    day: str
    preamble: str
    overall: str
    """The label of the section with the figures: `一、`."""
    statistics: tuple[str, ...]
    """A sentence for each level."""
    tables: tuple[CountTable, ...]
    progress: str
    """The label of the section with the findings."""
    headings: tuple[HeadingPart, ...]
    late: Lines
    """Overdue."""
    settled: Lines
    """Transferred, or put off."""
    next_steps: Section


def report_view(subject: Subject) -> Report:
    """The report about an inspection on the day."""
    inspection, labels = subject.inspection.inspection, section_labels()
    return Report(
        inspection=bare(inspection.title),
        unit=subject.unit,
        authority=subject.name(inspection.authority),
        day=day_words(subject.facts.day),
        preamble=f"{came(subject)}现将整改进展情况报告如下。",
        overall=next(labels),
        statistics=tuple(filter(None, (statistics_sentence(subject, level) for level in LEVELS))),
        tables=count_tables(subject),
        progress=next(labels),
        headings=tuple(heading_part(number, chapter, "all") for number, chapter in enumerate(subject.chapters, 1)),
        late=_lines(labels, _late(subject)),
        settled=_lines(labels, _settled(subject)),
        next_steps=section(inspection.notice.next_steps, labels),
    )


def _lines(labels: Iterator[str], rows: Iterator[Line]) -> Lines:
    found = tuple(rows)
    return Lines(next(labels) if found else "", found)


def _late(subject: Subject) -> Iterator[Line]:
    return (_line(subject, issue, measure) for issue, measure in _measures(subject) if measure.overdue)


def _settled(subject: Subject) -> Iterator[Line]:
    elsewhere = (State.TRANSFERRED, State.DEFERRED)
    return (_line(subject, issue, measure) for issue, measure in _measures(subject) if measure.state in elsewhere)


def _measures(subject: Subject) -> Iterator[tuple[IssueFacts, MeasureFacts]]:
    return ((issue, measure) for issue in subject.issues for measure in issue.measures)


def _line(subject: Subject, issue: IssueFacts, measure: MeasureFacts) -> Line:
    return Line(
        number=measure.number,
        issue=bare(issue.issue.title),
        measure=bare(measure.measure.title or measure.measure.public_text),
        owner=subject.name(measure.owner),
        due=due_words(measure.deadline),
        days=days_words(measure.days_left) if issue.running(measure) else "",
        status=status_words(measure),
    )
