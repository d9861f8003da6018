"""Which record stands where in a file, and the order in which its keys are written."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from rectledger.diagnostics import Route
from rectledger.load.kinds import Kind
from rectledger.model.base import Record
from rectledger.model.calendar import CalendarYear
from rectledger.model.events import Event
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
"""The record that a file of a kind holds; of parties, a list of it."""
EVENTS: Mapping[str, type[Record]] = {get_args(e.model_fields["event"].annotation)[0]: e for e in get_args(Event)}
"""The kinds of events by name."""
_FIRST = ("date", "event", "by")
_LAST = ("document", "note", "evidence")


def keys(record: type[Record]) -> list[str]:
    """The keys of a record, as files write them."""
    return [field.alias or name for name, field in record.model_fields.items()]


def written_order(record: type[Record]) -> list[str]:
    """The keys of a record in the order in which they are written: of an event, what it shares with all comes last."""
    known = keys(record)
    if record not in EVENTS.values():
        return known
    own = [key for key in known if key not in {*_FIRST, *_LAST}]
    return [*_FIRST, *own, *_LAST]


def record_at(record: type[Record], location: Sequence[str | int]) -> type[Record]:
    """The record at a location below another; names of event kinds may stand in it, as pydantic has them."""
    for step in location:
        if step in EVENTS:
            record = EVENTS[str(step)]
        elif isinstance(step, str):
            fields = {field.alias or name: field for name, field in record.model_fields.items()}
            record = (_record_in(fields[step].annotation) if step in fields else None) or record
    return record


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def order_at(kind: Kind, route: Route, data: Any) -> list[str]:
    """The order of the keys of the mapping at a route of a file; of an event, by what kind it says it is."""
    if len(route) > 1 and route[-2] == "events" and isinstance(data, dict) and data.get("event") in EVENTS:
        return written_order(EVENTS[data["event"]])
    return written_order(record_at(ROOTS[kind], route))
