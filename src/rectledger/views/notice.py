"""The notice (整改进展情况通报) as data: every number computed, every party by its public name."""

from collections.abc import Iterator
from dataclasses import dataclass

from rectledger.errors import CannotRunError
from rectledger.facts.chapters import chapters
from rectledger.facts.records import Facts, InspectionFacts
from rectledger.model.inspection import Contact, Inspection
from rectledger.model.words import day_words
from rectledger.views.chinese import bare, ended, numeral, period_words
from rectledger.views.progress import HeadingPart, heading_part
from rectledger.views.statistics import statistics_sentence

_BASIS_WORDS = ("根据", "按照", "依据", "遵照")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of free text; one without paragraphs is not printed and has no number."""

    label: str
    """`一、`."""
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The section about the findings."""

    label: str
    statistics: str
    """The statistics sentence, or an empty text."""
    headings: tuple[HeadingPart, ...]


@dataclass(frozen=True, slots=True)
class Notice:
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


def notice_view(facts: Facts, inspection_id: str) -> Notice:
    """The notice of an inspection on a day. Raises CannotRunError for an inspection that is not there."""
    found = next((i for i in facts.inspections if i.inspection.id == inspection_id), None)
    if found is None:
        raise CannotRunError("cannot.no-inspection", inspection=inspection_id)
    inspection, words = found.inspection, found.inspection.notice
    labels = _labels()
    return Notice(
        inspection=bare(inspection.title),
        issuer=_public(facts, words.issuer or facts.ledger.settings.unit),
        unit=_public(facts, facts.ledger.settings.unit),
        authority=_public(facts, inspection.authority) if inspection.authority else "",
        period=period_words(inspection.period) if inspection.period else "",
        feedback=day_words(inspection.feedback),
        handed_over=bare(inspection.handed_over or ""),
        preamble=_preamble(facts, inspection),
        organisation=_section(words.organisation, labels),
        progress=_progress(facts, found, next(labels)),
        next_steps=_section(words.next_steps, labels),
        contact=_contact(words.contact or Contact()),
        date=day_words(words.date or facts.day),
    )


def _labels() -> Iterator[str]:
    return (f"{numeral(number)}、" for number in range(1, 10))


def _public(facts: Facts, party: str) -> str:
    known = facts.ledger.party.get(party)
    return known.public_name if known else party


def _section(paragraphs: tuple[str, ...], labels: Iterator[str]) -> Section:
    """Takes a number only where there is something to print."""
    printed = tuple(ended(paragraph) for paragraph in paragraphs if paragraph.strip())
    return Section(next(labels) if printed else "", printed)


def _progress(facts: Facts, found: InspectionFacts, label: str) -> Progress:
    words, shown = found.inspection.notice, chapters(found)
    decimals = facts.ledger.settings.policy.percent_decimals
    return Progress(
        label=label,
        statistics=statistics_sentence(shown, words.statistics, facts.day, decimals),
        headings=tuple(heading_part(number, chapter, words.statuses) for number, chapter in enumerate(shown, 1)),
    )


def _preamble(facts: Facts, inspection: Inspection) -> str:
    """Who decided, when, who came, what was handed over; a clause whose data is absent is left out."""
    unit = _public(facts, facts.ledger.settings.unit)
    authority = _public(facts, inspection.authority) if inspection.authority else ""
    came = (
        _basis(inspection.notice.basis or ""),
        period_words(inspection.period) if inspection.period else "",
        f"{authority}对{unit}开展了{bare(inspection.title)}",
    )
    handed_over = bare(inspection.handed_over or "")
    gave = f"{day_words(inspection.feedback)}反馈意见{f'，并移交{handed_over}' if handed_over else ''}"
    return f"{'，'.join(clause for clause in came if clause)}。{gave}。现将整改进展情况予以公布。"


def _basis(text: str) -> str:
    basis = bare(text)
    return basis if not basis or basis.startswith(_BASIS_WORDS) else f"根据{basis}"


def _contact(contact: Contact) -> str:
    named = (("联系电话", contact.phone), ("邮政信箱", contact.mail), ("电子邮件", contact.email))
    known = [f"{name}：{bare(value)}" for name, value in named if value and bare(value)]
    return f"{'；'.join(known)}。" if known else ""
