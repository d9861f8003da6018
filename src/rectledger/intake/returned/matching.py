"""Which row is which: those that went out, those that are new, those that are gone or stand there twice."""

from collections.abc import Collection, Iterable, Mapping

from rectledger.intake.returned.edits import Taken
from rectledger.intake.returned.reading import Line, Returned
from rectledger.views.rows import Row
from rectledger.views.sheet import COLUMNS


def matched(sheet: Returned, ours: Mapping[str, Row], taken: Taken) -> tuple[list[Line], list[Line]]:
    """The rows that went out, each once, and those that are new."""
    first: dict[str, Line] = {}
    twice: set[str] = set()
    new = []
    for line in sheet.lines():
        if not line.key:
            new.append(line)
        elif line.key not in sheet.stamp.rows:
            taken.report("RL605", sheet.cell(line.row), ref=line.key)
        elif line.key in first:
            before = sheet.cell(first[line.key].row)
            taken.report("RL602", sheet.cell(line.row), ref=line.key, first=str(before))
            twice.add(line.key)
        else:
            first[line.key] = line
    lost = _lost(sheet, new)
    for row, key in lost.items():
        taken.report("RL603", sheet.cell(row), ref=key)
    _report_missing(sheet, first, ours.keys() - set(lost.values()), taken)
    known = [line for key, line in first.items() if key not in twice]
    return known, [line for line in new if line.row not in lost]


def _report_missing(sheet: Returned, lines: Mapping[str, Line], known: Collection[str], taken: Taken) -> None:
    """Name the rows that are gone, each by the place where it should be."""
    row = sheet.head
    for key in sheet.stamp.rows:
        if key in lines:
            row = lines[key].row
        elif key in known:
            taken.report("RL601", sheet.cell(row + 1), ref=key)


def _lost(sheet: Returned, new: Iterable[Line]) -> dict[int, str]:
    """Of rows without a key those that had one, and which: their number or their words are of a row that went out."""
    signs = {sign: key for key in sheet.stamp.rows for sign in _signs(sheet.base(key))}
    found = {line.row: next((signs[s] for s in _signs(line.cells) if s in signs), None) for line in new}
    return {row: key for row, key in found.items() if key}


def _signs(cells: Mapping[str, str]) -> list[tuple[str, ...]]:
    """What tells a row from others: its number; its issue and what is done."""
    words = tuple(COLUMNS[key].plain(cells.get(key, "")) for key in ("title", "text"))
    number = (cells.get("number", "").strip(),)
    return [sign for sign in (number, words) if all(sign)]
