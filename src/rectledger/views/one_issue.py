"""One issue as a document: 单项公示 for the public, 销号申请单 for who verifies and signs."""

from collections.abc import Iterator

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.facts.records import IssueFacts
from rectledger.messages import Language, word
from rectledger.model.events import Closed, ClosureRejected, ClosureRequested, Event, FollowedUp, Reopened
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.clauses import came, contact_words, issuer
from rectledger.views.measure_rows import MeasureRow, heading_text, measure_rows, requirement_words
from rectledger.views.progress import WORDS, IssuePart, issue_part
from rectledger.views.remarks import evidence_of
from rectledger.views.subject import Subject

_CLOSING = (ClosureRequested, ClosureRejected, Closed, FollowedUp, Reopened)


class ItemNotice(Struct, frozen=True):
    """What the public reads of one issue."""

    inspection: str
    issuer: str
    preamble: str
    heading: str
    issue: IssuePart
    owner: str
    status: str
    contact: str
    date: str


class Step(Struct, frozen=True):
    """Something that happened on the way to closure."""

    date: str
    event: str
    by: str
    words: str
    """Reason, outcome or result, document."""


class Closure(Struct, frozen=True):
    """An application for closure with what it rests on."""

    inspection: str
    unit: str
    number: int
    id: str
    heading: str
    title: str
    requirement: str
    leader: str
    owner: str
    support: str
    goal: str
    standard: str
    also_checked: str
    status: str
    measures: tuple[MeasureRow, ...]
    open: str
    """The numbers of measures that stand in the way: neither complete nor transferred nor put off."""
    evidence: str
    """Of the issue's own events."""
    requested_by: str
    requested_on: str
    """Empty until closure was applied for."""
    steps: tuple[Step, ...]
    review: str
    """The label of the section to sign in: `三、`."""
    date: str


def item_view(subject: Subject) -> ItemNotice:
    """One issue for the public. Raises CannotRunError for one that is kept from it, and where none is named."""
    issue = the_issue(subject)
    if not issue.published:
        raise CannotRunError("cannot.omitted", ref=issue.ref)
    return ItemNotice(
        inspection=bare(subject.inspection.inspection.title),
        issuer=issuer(subject),
        preamble=came(subject),
        heading=heading_text(issue),
        issue=issue_part(issue, "all"),
        owner=subject.name(issue.issue.owner),
        status=WORDS[issue.state],
        contact=contact_words(subject.inspection.inspection.notice.contact),
        date=day_words(subject.facts.day),
    )


def closure_view(subject: Subject) -> Closure:
    """The application for closure of one issue. Raises CannotRunError where none is named."""
    issue = the_issue(subject)
    record, events = issue.issue, _closing_events(subject, issue)
    requested = next((event for event in reversed(events) if isinstance(event, ClosureRequested)), None)
    return Closure(
        inspection=bare(subject.inspection.inspection.title),
        unit=subject.unit,
        number=issue.number,
        id=record.id,
        heading=heading_text(issue),
        title=bare(record.title),
        requirement=requirement_words(issue),
        leader=subject.name(record.leader),
        owner=subject.name(record.owner),
        support="、".join(map(subject.name, record.support)),
        goal=record.goal or "",
        standard=record.standard or "",
        also_checked=record.also_checked or "",
        status=WORDS[issue.state],
        measures=tuple(measure_rows(subject, issue)),
        open="、".join(measure.number for measure in issue.measures if measure.open),
        evidence=evidence_of(event for event in record.events if event.date <= subject.facts.day),
        requested_by=subject.name(requested.by) if requested else "",
        requested_on=day_words(requested.date) if requested else "",
        steps=tuple(_step(subject, event) for event in events),
        review="三、" if events else "二、",
        date=day_words(subject.facts.day),
    )


def the_issue(subject: Subject) -> IssueFacts:
    """The issue that a document is about. Raises CannotRunError where none is named."""
    if subject.issue is None:
        raise CannotRunError("cannot.no-issue")
    return subject.issue


def _closing_events(subject: Subject, issue: IssueFacts) -> list[Event]:
    found = (event for event in issue.issue.events if isinstance(event, _CLOSING) and event.date <= subject.facts.day)
    return sorted(found, key=lambda event: event.date)


def _step(subject: Subject, event: Event) -> Step:
    words = "；".join(filter(None, (*_said(event), event.document)))
    return Step(day_words(event.date), word(f"event.{event.event}", Language.ZH), subject.name(event.by), words)


def _said(event: Event) -> Iterator[str]:
    match event:
        case ClosureRejected() | Reopened():
            yield event.reason
        case Closed():
            yield word(f"outcome.{event.outcome}", Language.ZH)
        case FollowedUp():
            yield word(f"result.{event.result}", Language.ZH)
