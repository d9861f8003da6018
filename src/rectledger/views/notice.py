"""The notice (整改进展情况通报) as data: every number computed, every party by its public name."""

from msgspec import Struct

from rectledger.model.words import day_words
from rectledger.views.chinese import bare, period_words
from rectledger.views.clauses import Section, came, contact_words, issuer, section, section_labels
from rectledger.views.progress import HeadingPart, heading_part
from rectledger.views.statistics import statistics_sentence
from rectledger.views.subject import Subject


class Progress(Struct, frozen=True):
    """The section about the findings."""

    label: str
    statistics: str
    """The statistics sentence, or an empty text."""
    headings: tuple[HeadingPart, ...]


class Notice(Struct, frozen=True):
    """Everything that a template needs: texts as written but for the mark at their end, empty where there are none."""

    inspection: str
    """What the inspection is called: `专项巡察`."""
    issuer: str
    unit: str
    authority: str
    period: str
    feedback: str
    handed_over: str
    preamble: str
    organisation: Section
    progress: Progress
    next_steps: Section
    contact: str
    date: str
    """The day of the sign-off: the notice's own, else the day that judges."""


def notice_view(subject: Subject) -> Notice:
    """The notice of an inspection on a day."""
    facts, inspection = subject.facts, subject.inspection.inspection
    words, labels = inspection.notice, section_labels()
    return Notice(
        inspection=bare(inspection.title),
        issuer=issuer(subject),
        unit=subject.unit,
        authority=subject.name(inspection.authority),
        period=period_words(inspection.period) if inspection.period else "",
        feedback=day_words(inspection.feedback),
        handed_over=bare(inspection.handed_over or ""),
        preamble=f"{came(subject)}现将整改进展情况予以公布。",
        organisation=section(words.organisation, labels),
        progress=_progress(subject, next(labels)),
        next_steps=section(words.next_steps, labels),
        contact=contact_words(words.contact),
        date=day_words(words.date or facts.day),
    )


def _progress(subject: Subject, label: str) -> Progress:
    words = subject.inspection.inspection.notice
    return Progress(
        label=label,
        statistics=statistics_sentence(subject, words.statistics),
        headings=tuple(heading_part(n, chapter, words.statuses) for n, chapter in enumerate(subject.chapters, 1)),
    )
