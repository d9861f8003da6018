"""Documents of ledgers in memory and of the worked one, as Markdown."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from rectledger.facts.assess import assess
from rectledger.facts.letters import LETTERS, OwedLetter, owed_letters
from rectledger.facts.records import Facts, Level
from rectledger.load import load
from rectledger.render.order import Order
from rectledger.source.templates import template_source
from rectledger.source.tree import WorkTree
from rectledger.views.papers import INTERNAL
from rectledger.views.subject import Subject, subject_of
from tests.ledgers import DAY, loaded
from tests.program import REPOSITORY

ALL = ("notice", "item-notice", "report", "plan", "ledger", "warning", "closure")


def facts_of(files: Mapping[str, str], day: date = DAY) -> Facts:
    """The facts of files that load without a word."""
    found = loaded(files)
    assert found.ledger
    assert not found.problems
    return assess(found.ledger, day)


def worked() -> Facts:
    """The worked ledger on the day of its notice."""
    found = load(WorkTree(REPOSITORY))
    assert found.ledger
    return assess(found.ledger, DAY)


def subject(facts: Facts, name: str, issue: int | None = None) -> Subject:
    """What a document of the current inspection is about."""
    chosen = next((i for i in facts.issues if i.number == issue), None)
    return subject_of(facts, str(facts.ledger.current), internal=name in INTERNAL, issue=chosen)


def paper(about: Subject, name: str) -> str:
    """A built-in document as Markdown."""
    return Order(about, name, template_source(None, name)).markdown


def owed(facts: Facts, *levels: Level, party: str | None = None) -> tuple[OwedLetter, ...]:
    """The letters owed, of all levels where none is named."""
    return owed_letters(facts, subject(facts, "warning").inspection, levels or LETTERS, party)


def papers(facts: Facts, issue: int) -> Iterator[tuple[str, str]]:
    """Every built-in document, those of one issue about this one."""
    for name in ALL:
        about = subject(facts, name, issue)
        if name == "warning":
            for letter in owed(facts):
                yield f"{name}-{letter.number}", paper(replace(about, letter=letter), name)
        else:
            yield name, paper(about, name)


def worked_order(name: str) -> Order:
    """A built-in document of the worked ledger, of issue 4 or the first letter where it is about one."""
    facts = worked()
    about = replace(subject(facts, name, 4), letter=owed(facts)[0])
    return Order(about, name, template_source(None, name))


def lines(text: str) -> list[str]:
    """Paragraphs and rows, white space apart."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
