"""Which record stands where in a file, and the order in which its keys are written."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from rectledger.diagnostics import Route
from rectledger.load.kinds import Kind
from rectledger.model.base import Record, keys_of, types_of
from rectledger.model.calendar import CalendarYear
from rectledger.model.events import KINDS
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.layout import Layout
from rectledger.model.party import Party
from rectledger.model.settings import Settings

ROOTS: Mapping[Kind, type[Record]] = {
    Kind.SETTINGS: Settings,
    Kind.PARTIES: Party,
    Kind.INSPECTION: Inspection,
    Kind.CALENDAR: CalendarYear,
    Kind.ISSUE: Issue,
    Kind.LAYOUT: Layout,
}
"""The record that a file of a kind holds, or holds a list of."""
MODELS: Mapping[Kind, Any] = {**ROOTS, Kind.PARTIES: tuple[Party, ...]}
"""What a file of a kind holds."""
_FIRST = ("date", "event", "by")
_LAST = ("document", "note", "evidence")


def keys(record: type[Record]) -> list[str]:
    """The keys of a record, as files write them."""
    return list(keys_of(record).values())


def written_order(record: type[Record]) -> list[str]:
    """The keys of a record in the order in which they are written: of an event, what it shares with all comes last."""
    known = keys(record)
    if record not in KINDS.values():
        return known
    own = [key for key in known if key not in {*_FIRST, *_LAST}]
    return [*_FIRST, *own, *_LAST]


def record_at(record: type[Record], location: Sequence[str | int]) -> type[Record]:
    """The record at a location below another; names of event kinds may stand in it, as pydantic has them."""
    for step in location:
        if step in KINDS:
            record = KINDS[str(step)]
        elif isinstance(step, str):
            types = {key: types_of(record)[name] for name, key in keys_of(record).items()}
            record = (_record_in(types[step]) if step in types else None) or record
    return record


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def order_at(kind: Kind, route: Route, data: Any) -> list[str]:
    """The order of the keys of the mapping at a route of a file; of an event, by what kind it says it is."""
    if len(route) > 1 and route[-2] == "events" and isinstance(data, dict) and data.get("event") in KINDS:
        return written_order(KINDS[data["event"]])
    return written_order(record_at(ROOTS[kind], route))
