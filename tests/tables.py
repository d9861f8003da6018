"""Tables of others for tests, and what they become in the base ledger."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from rectledger.diagnostics import Problem
from rectledger.intake.foreign.columns import said_columns
from rectledger.intake.foreign.taking import Place, TakenTable, layout, take_table
from rectledger.load import load
from rectledger.source.sheet import book_of
from tests.ledgers import base_files, tree_of

if TYPE_CHECKING:
    from tests.fences import Example


def taken(
    data: bytes, name: str = "table.csv", said: Sequence[str] = (), files: Mapping[str, str | bytes] | None = None
) -> TakenTable:
    """What a table becomes in the base ledger, or in that of other files."""
    ledger = load(tree_of(files or base_files())).ledger
    assert ledger is not None
    ids = (f"demo-{number:02}" for number in count(2))
    place = Place(ledger, ledger.inspection["demo"], ids, date(2026, 1, 5))
    return take_table(layout(book_of(name, data), name, said_columns(said)), name, place)


def table_problems(example: "Example", _day: date) -> list[Problem]:
    """The problems with the table of an example."""
    name, lines = next(iter(example.lines.items()))
    return list(taken("\n".join(lines).encode(), name).problems)
