"""States over time as JSON and as tables."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rectledger.facts.burnup import Counts
from rectledger.facts.state import CLOSING, State
from rectledger.messages import Language, say, word
from rectledger.render.chart import chart
from rectledger.render.machine import dumped
from rectledger.render.past import commit_json
from rectledger.render.tables import csv_table, markdown_table
from rectledger.views.burnup import Burnup, InspectionBurnup, Point

COLUMNS = ("inspection", "day", "basis", "level", *State, "total")
_SHOWN = tuple(state for state in State if state not in CLOSING)


def burnup_json(burnup: Burnup) -> str:
    """`rectledger.burnup/1`."""
    inspections = [_inspection(inspection) for inspection in burnup.inspections]
    return dumped(
        "burnup",
        {
            "as_of": burnup.as_of,
            "remembered": burnup.remembered,
            "complete": not burnup.cut,
            "inspections": inspections,
        },
    )


def _inspection(inspection: InspectionBurnup) -> dict[str, Any]:
    return {
        "id": inspection.id,
        "title": inspection.title,
        "points": [_point(point) for point in inspection.points],
        "deleted": [
            {"issue": gone.issue, "file": gone.file, "commit": commit_json(gone.commit)} for gone in inspection.deleted
        ],
    }


def _point(point: Point) -> dict[str, Any]:
    return {"day": point.day, "recorded": _counts(point.recorded), "known": point.known and _counts(point.known)}


def _counts(counts: Counts) -> dict[str, Any]:
    return {"issues": counts.issues, "measures": counts.measures}


def burnup_csv(burnup: Burnup) -> str:
    """A row for each day, basis (recorded, known) and level (issues, measures)."""
    return csv_table(COLUMNS, (row for inspection in burnup.inspections for row in _rows(inspection)))


def _rows(inspection: InspectionBurnup) -> Iterator[Sequence[str]]:
    for point in inspection.points:
        for basis, counts in (("recorded", point.recorded), ("known", point.known)):
            for level, of_level in zip(Counts._fields, counts or (), strict=False):
                yield inspection.id, str(point.day), basis, level, *_cells(of_level, tuple(State))


def _cells(counts: Counter[State], states: Sequence[State]) -> list[str]:
    return [*(str(counts[state]) for state in states), str(counts.total())]


def burnup_markdown(burnup: Burnup, language: Language) -> str:
    """For each inspection a drawing, and the same numbers as a table."""
    head = [
        say("column.day", language),
        *(word(f"state.{state}", language) for state in _SHOWN),
        say("column.total", language),
        say("column.closed", language),
        *([say("column.known", language)] if burnup.remembered else []),
    ]
    lines: list[str] = []
    for inspection in burnup.inspections:
        title = say("burnup.head", language, {"title": inspection.title, "id": inspection.id, "day": burnup.as_of})
        rows = [_markdown_row(point) for point in inspection.points]
        lines += [f"## {title}", "", chart(inspection, title, language), "", *markdown_table(head, rows), ""]
    return "\n".join(lines)


def _markdown_row(point: Point) -> list[str]:
    issues, measures = point.recorded
    known = point.known.measures if point.known else None
    cells = [str(point.day), *_cells(measures, _SHOWN), f"{issues[State.CLOSED]}/{issues.total()}"]
    return cells if known is None else [*cells, f"{known[State.COMPLETE]}/{known.total()}"]
