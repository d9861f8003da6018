"""What a sheet that goes out remembers, so that what was changed in it can be told when it comes back.

The stamp holds what every cell said. The revision alone would not do: the work tree may have been ahead of it, and
whoever takes the sheet back may have no git. Its digest finds damage. It is no signature: what somebody could gain by
forging it, the visible cells give as well, since every change is judged by the rules and shown.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from rectledger.views.rows import Table

STAMP_SHEET = "_rectledger"
SCHEMA = "rectledger.sheet/1"
_HEAD = ("inspection", "revision", "day", "language", "view")


class StampError(Exception):
    """A stamp is damaged, or none of ours."""


class Stamp(Struct, frozen=True):
    """What a sheet remembers of the day it went out."""

    inspection: str
    revision: str
    day: str
    language: str
    view: str
    columns: tuple[str, ...]
    """The keys of its columns, from left to right."""
    headings: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]
    """What the cells of a row said, by the row's key."""


def stamp_lines(table: Table, revision: str) -> list[list[str]]:
    """The stamp of a sheet as the rows of a hidden one."""
    values = (table.inspection.inspection.id, revision, table.day.isoformat(), table.language.value, table.view)
    lines = [[name, value] for name, value in zip(_HEAD, values, strict=True)]
    lines.append(["columns", *(shown.column.key for shown in table.columns)])
    lines.append(["headings", *(shown.heading for shown in table.columns)])
    lines += [[row.key, *row.cells] for row in table.rows]
    return [[SCHEMA, _digest(lines)], *lines]


def stamp_of(lines: Sequence[Sequence[str]]) -> Stamp:
    """The stamp that rows hold. Raises StampError where they are not what `stamp_lines` made."""
    if not lines or len(lines) < 3 + len(_HEAD) or list(lines[0][:1]) != [SCHEMA]:
        raise StampError
    body = lines[1:]
    if list(lines[0][1:2]) != [_digest(body)]:
        raise StampError
    head = {line[0]: line[1] if len(line) > 1 else "" for line in body[: len(_HEAD)]}
    (first, *columns), (second, *headings) = body[len(_HEAD)], body[len(_HEAD) + 1]
    if tuple(head) != _HEAD or (first, second) != ("columns", "headings"):
        raise StampError
    width = len(_kept(columns))
    rows = {line[0]: _filled(line[1:], width) for line in body[len(_HEAD) + 2 :]}
    return Stamp(**head, columns=tuple(columns[:width]), headings=_filled(headings, width), rows=rows)


def is_of(lines: Sequence[Sequence[str]], inspections: Collection[str]) -> bool:
    """Whether rows are the stamp of a sheet that is about one of some inspections."""
    try:
        return stamp_of(lines).inspection in inspections
    except StampError:
        return False


def _digest(lines: Sequence[Sequence[str]]) -> str:
    """Of the texts alone, whatever a program that saves the sheet does to spaces, line breaks and empty cells."""
    plain = [_kept(["\n".join(" ".join(part.split()) for part in _lines(cell)) for cell in line]) for line in lines]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=True).encode()).hexdigest()


def _lines(cell: str) -> list[str]:
    return [part for part in cell.replace("\r", "\n").split("\n") if part.strip()]


def _kept(line: Sequence[str]) -> list[str]:
    """A row without the empty cells at its end."""
    kept = list(line)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple([*cells, *[""] * width][:width])
