"""A measure in the tables of documents: 台账, the plan's lists, letters and forms take their cells from here."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.messages import Language, word
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.days import days_words, done_on, due_words
from rectledger.views.progress import WORDS, status_words
from rectledger.views.remarks import evidence_words, news, remarks
from rectledger.views.subject import Subject

WITHHELD = "内容不列明，见台账"


class MeasureRow(Struct, frozen=True):
    """A measure with its issue, every cell a text; one without data is empty."""

    number: str
    """`4.2`."""
    id: str
    heading: str
    issue: str
    """The issue's title."""
    title: str
    """The measure's own title; mostly empty."""
    text: str
    requirement: str
    goal: str
    standard: str
    leader: str
    owner: str
    support: str
    planned: str
    """The deadline of the plan."""
    due: str
    """The deadline in force."""
    days: str
    status: str
    news: str
    done: str
    evidence: str
    remarks: str


def measure_rows(subject: Subject, issue: IssueFacts) -> Iterator[MeasureRow]:
    """The measures of an issue; one that has none yet is a row all the same, so that no list drops it."""
    for measure in issue.measures:
        yield measure_row(subject, issue, measure)
    if not issue.measures:
        yield _issue_row(subject, issue)


def measure_row(subject: Subject, issue: IssueFacts, measure: MeasureFacts) -> MeasureRow:
    """A measure as a row."""
    record, done = issue.issue, done_on(measure)
    return MeasureRow(
        number=measure.number,
        id=f"{record.id}/{measure.measure.id}",
        heading=heading_text(issue),
        issue=bare(record.title),
        title=bare(measure.measure.title or ""),
        text=measure.measure.text,
        requirement=requirement_words(issue),
        goal=record.goal or "",
        standard=record.standard or "",
        leader=subject.name(measure.leader),
        owner=subject.name(measure.owner),
        support="、".join(map(subject.name, record.support)),
        planned=due_words(measure.planned, sustained=measure.measure.sustained),
        due=due_words(measure.deadline, sustained=measure.measure.sustained),
        days=days_words(measure.days_left) if issue.running(measure) else "",
        status=status_words(measure),
        news=news(measure),
        done=day_words(done) if done else "",
        evidence=evidence_words(measure),
        remarks=remarks(subject, measure),
    )


def _issue_row(subject: Subject, issue: IssueFacts) -> MeasureRow:
    record = issue.issue
    return _with(
        number=str(issue.number),
        id=record.id,
        heading=heading_text(issue),
        issue=bare(record.title),
        requirement=requirement_words(issue),
        goal=record.goal or "",
        standard=record.standard or "",
        leader=subject.name(record.leader),
        owner=subject.name(record.owner),
        support="、".join(map(subject.name, record.support)),
        status=WORDS[issue.state],
    )


def withheld(row: MeasureRow) -> MeasureRow:
    """A row that says where to look and by when, and nothing of what it is about."""
    kept = {"number": row.number, "id": row.id, "owner": row.owner, "due": row.due, "days": row.days}
    return _with(**kept, issue=WITHHELD, text=WITHHELD, status=row.status)


def _with(**cells: str) -> MeasureRow:
    """A row of some cells, the others empty."""
    return MeasureRow(**{field.name: "" for field in fields(MeasureRow)} | cells)


def heading_text(issue: IssueFacts) -> str:
    """The words of an issue's heading; the id of one that is not in the inspection."""
    headings = (heading.text for heading in issue.inspection.headings if heading.id == issue.issue.heading)
    return bare(next(headings, issue.issue.heading))


def requirement_words(issue: IssueFacts) -> str:
    """`立行立改`, `限期`, `分阶段`, `长期坚持`, or nothing."""
    return word(f"requirement.{issue.issue.requirement}", Language.ZH) if issue.issue.requirement else ""
