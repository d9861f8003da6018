"""Clauses that several documents share: who came, who signs, where to turn to, numbered sections."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from rectledger.model.inspection import Contact
from rectledger.model.words import day_words, numeral
from rectledger.views.chinese import bare, ended, period_words
from rectledger.views.subject import Subject

BASIS_WORDS = ("根据", "按照", "依据", "遵照")
"""What a basis begins with."""
CONTACT_NAMES = {"phone": "联系电话", "mail": "邮政信箱", "email": "电子邮件"}
"""What the ways to turn to somebody are called."""


class Section(Struct, frozen=True):
    """A section of free text; one without paragraphs is not printed and has no number."""

    label: str
    """`一、`."""
    paragraphs: tuple[str, ...]


def section_labels() -> Iterator[str]:
    """`一、`, `二、` and so on, for sections that take one where there is something to print."""
    return (f"{numeral(number)}、" for number in range(1, 20))


def issuer(subject: Subject) -> str:
    """Who signs what the public reads: the notice's own issuer, else the unit."""
    return subject.name(subject.inspection.inspection.notice.issuer) or subject.unit


def section(paragraphs: tuple[str, ...], labels: Iterator[str]) -> Section:
    """A section of free text; it takes a number only where there is something to print."""
    printed = tuple(ended(paragraph) for paragraph in paragraphs if paragraph.strip())
    return Section(next(labels) if printed else "", printed)


def came(subject: Subject) -> str:
    """Who decided, when, who came, what was handed over, in sentences; a clause whose data is absent is left out."""
    inspection = subject.inspection.inspection
    clauses = (
        _basis(inspection.notice.basis or ""),
        period_words(inspection.period) if inspection.period else "",
        f"{subject.name(inspection.authority)}对{subject.unit}开展了{bare(inspection.title)}",
    )
    handed_over = bare(inspection.handed_over or "")
    gave = f"{day_words(inspection.feedback)}反馈意见{f'，并移交{handed_over}' if handed_over else ''}"
    return f"{'，'.join(clause for clause in clauses if clause)}。{gave}。"


def _basis(text: str) -> str:
    basis = bare(text)
    return basis if not basis or basis.startswith(BASIS_WORDS) else f"根据{basis}"


def contact_words(contact: Contact | None) -> str:
    """Where the public can turn to, as a sentence; empty where nothing is given."""
    ways = asdict(contact or Contact())
    known = [f"{name}：{bare(ways[key])}" for key, name in CONTACT_NAMES.items() if ways[key] and bare(ways[key])]
    return f"{'；'.join(known)}。" if known else ""
