"""`ledger/views/<name>.yaml`: which columns a unit's own sheet has, in which order and under which names."""

from collections import Counter
from typing import Annotated, Literal

from rectledger.model.base import After, Record, RefusedError

ColumnName = Literal[
    "number",
    "heading",
    "title",
    "goal",
    "text",
    "leader",
    "owner",
    "person",
    "due",
    "progress",
    "state",
    "closing",
    "evidence",
    "serial",
    "subtitle",
    "requirement",
    "cause",
    "standard",
    "also_checked",
    "public",
    "support",
    "deadline",
    "days_left",
    "issue",
    "measure",
]


class LayoutColumn(Record, frozen=True, kw_only=True):
    """A column, and the unit's own name for it."""

    column: ColumnName
    heading: str | None = None


def _distinct(columns: tuple[LayoutColumn, ...]) -> tuple[LayoutColumn, ...]:
    if not columns:
        raise RefusedError("RL008.no-columns")
    names = Counter(name for column in columns for name in (column.column, column.heading) if name)
    if twice := [name for name, count in names.items() if count > 1]:
        raise RefusedError("RL008.column-twice", value=twice[0])
    return columns


class Layout(Record, frozen=True, kw_only=True):
    """A unit's own sheet."""

    columns: Annotated[tuple[LayoutColumn, ...], After(_distinct)]
