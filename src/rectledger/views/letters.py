"""预警函 and 督办单 as data."""

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.facts.records import IssueFacts, Level, MeasureFacts
from rectledger.messages import Language, word
from rectledger.model.words import day_words
from rectledger.views.chinese import bare
from rectledger.views.measure_rows import MeasureRow, measure_row, withheld
from rectledger.views.subject import Subject

_TITLES = {Level.GREEN: "整改预警函", Level.YELLOW: "整改预警函", Level.RED: "整改督办单"}


class Letter(Struct, frozen=True):
    """A letter. Every cell of `rows` is a text."""

    title: str
    """`整改预警函`, of a red one `整改督办单`."""
    number: str
    """`预警〔2025〕3号`."""
    level: str
    """`红`."""
    to: str
    """Who gets it, a person with their role."""
    inspection: str
    unit: str
    reason: str
    """Why it is written: days left, as the policy has them."""
    count: int
    rows: tuple[MeasureRow, ...]
    date: str


def letter_view(subject: Subject) -> Letter:
    """The letter that a document is. Raises CannotRunError where it is none."""
    letter = subject.letter
    if letter is None:
        raise CannotRunError("cannot.no-letter")
    return Letter(
        title=_TITLES[letter.level],
        number=letter.number,
        level=word(f"level.{letter.level}", Language.ZH),
        to=_salutation(subject, letter.party),
        inspection=bare(subject.inspection.inspection.title),
        unit=subject.unit,
        reason=_reason(subject, letter.level),
        count=len(letter.about),
        rows=tuple(_row(subject, issue, measure) for issue, measure in letter.about),
        date=day_words(subject.facts.day),
    )


def _salutation(subject: Subject, party: str) -> str:
    known = subject.facts.ledger.party.get(party)
    return f"{subject.name(party)}{f'（{known.role}）' if known and known.role else ''}"


def _reason(subject: Subject, level: Level) -> str:
    """`距完成时限不足10日`: the step of the ladder in words."""
    green, yellow, red = subject.facts.ledger.settings.policy.warn
    within = {Level.GREEN: green, Level.YELLOW: yellow, Level.RED: red}[level]
    if level is not Level.RED:
        return f"距完成时限不超过{within}日"
    return f"已逾期或距完成时限不超过{within}日" if within else "已到或已超过完成时限"


def _row(subject: Subject, issue: IssueFacts, measure: MeasureFacts) -> MeasureRow:
    """A measure; of an issue that is kept from the public only what it takes to find it in the ledger."""
    row = measure_row(subject, issue, measure)
    return row if issue.published else withheld(row)
