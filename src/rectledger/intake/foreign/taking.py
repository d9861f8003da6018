"""A table to records: its columns understood, its rows grouped, its cells read, each with its place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from rectledger.diagnostics import Cell, Problem
from rectledger.errors import CannotRunError
from rectledger.intake.foreign.columns import Layout, layout_of, unknown_columns
from rectledger.intake.foreign.happenings import Happenings
from rectledger.intake.foreign.headings import Headings
from rectledger.intake.foreign.records import Records, serials
from rectledger.intake.foreign.rows import IssueRows, Reader
from rectledger.intake.foreign.values import day_of_table
from rectledger.intake.parties import Parties
from rectledger.model.inspection import Inspection
from rectledger.model.ledger import Ledger
from rectledger.source.emit import Value
from rectledger.source.sheet import Book


class TakenTable(Struct, frozen=True):
    """What a table becomes: issues with the cell that each begins in, headings and parties, and what is said of it."""

    issues: Mapping[str, tuple[str, Cell]]
    """The text of every file, by its path."""
    headings: tuple[Value, ...]
    parties: tuple[dict[str, Value], ...]
    problems: tuple[Problem, ...]


class Place(Struct, frozen=True):
    """Where the records go."""

    ledger: Ledger
    inspection: Inspection
    ids: Iterable[str]
    """Ids that nobody has, one behind the other."""
    day: date
    """The day of the import."""
    follow: Callable[[Sequence[IssueRows]], Iterable[IssueRows]] = iter
    """Shows how far the work has come."""


def layout(book: Book, file: str, said: Mapping[str, str]) -> Layout:
    """Where the table is. Raises CannotRunError where no sheet has one."""
    found = layout_of(book.sheets, said)
    if found is None:
        raise CannotRunError("cannot.no-table", path=file)
    return found


def take_table(found: Layout, file: str, place: Place) -> TakenTable:
    """Take the issues of a table. What cannot be read is told by its cell, and nothing is put in its stead."""
    reader = Reader(file, found)
    issues = reader.read()
    problems = [*_columns(found, file), *reader.problems]
    parties = Parties(place.ledger)
    happenings = Happenings(file, day_of_table(_above(found)) or place.day)
    records = Records(
        file,
        parties,
        Headings(place.inspection),
        happenings,
        place.ledger.settings.unit,
        has_limit="concentrated" in place.inspection.clock,
        numbers=Counter(serials(issues)),
    )
    made = dict(_made(issues, records, place))
    if not issues:
        problems.append(Problem(file, found.sheet.cell(found.head, 0), "RL670"))
    problems += [*records.problems, *happenings.problems]
    return TakenTable(made, tuple(records.headings.new), tuple(parties.new), tuple(problems))


def _made(issues: Sequence[IssueRows], records: Records, place: Place) -> Iterator[tuple[str, tuple[str, Cell]]]:
    """The path of every issue that can be taken, its text, and the cell in which it begins."""
    ids = iter(place.ids)
    ident = next(ids)
    for rows in place.follow(issues):
        text = records.issue(ident, rows)
        if text is not None:
            yield f"issues/{place.inspection.id}/{ident}.yaml", (text, rows.at)
            ident = next(ids)


def _columns(found: Layout, file: str) -> list[Problem]:
    """The columns that nobody understands."""
    return [
        Problem(file, found.sheet.cell(found.first - 1, column), "RL671", {"heading": heading or "—"})
        for column, heading in unknown_columns(found)
    ]


def _above(found: Layout) -> Iterator[str]:
    return (text for row in found.sheet.rows[: found.head] for text in row if text)
