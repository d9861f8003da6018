"""Three versions of a file's data to one: what one side changed is taken, what both changed otherwise is a clash.

Lists of mappings, such as events, are merged item by item; what both sides added between the
same two old items comes in the order of its days. Swapping the sides changes nothing.
"""

import json
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

from msgspec import Struct

from rectledger.diagnostics import Route


class Absent(Enum):
    """The value of a key that is not there."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


class Clash(Struct, frozen=True):
    """A value that both sides changed, each in its own way."""

    base: Any
    ours: Any
    theirs: Any


def merged(base: Any, ours: Any, theirs: Any) -> Any:
    """The data of all three, with a Clash where that cannot be one value."""
    if theirs in (ours, base):
        return ours
    if base == ours:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _mapping(base if isinstance(base, dict) else {}, ours, theirs)
    if all(map(_is_list_of_mappings, (base, ours, theirs))):
        found = _sequence(*map(_items, (base, ours, theirs)))
        if found is not None:
            return found
    return Clash(base, ours, theirs)


def clashes(data: Any, route: Route = ()) -> Iterator[tuple[Route, Clash]]:
    """Every clash with its place. Items of lists are named by their id or day where they have one."""
    if isinstance(data, Clash):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from clashes(value, (*route, key))
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from clashes(item, (*route, _name(item, number)))


def side(data: Any, name: str) -> Any:
    """The data in which every clash is decided for `base`, `ours` or `theirs`."""
    if isinstance(data, Clash):
        return getattr(data, name)
    if isinstance(data, dict):
        decided = {key: side(value, name) for key, value in data.items()}
        return {key: value for key, value in decided.items() if value is not ABSENT}
    return [side(item, name) for item in data] if isinstance(data, list) else data


def same_thing(one: Any, other: Any) -> bool:
    """Whether two items of a list are versions of one: by id, or by day and kind of event."""
    return isinstance(one, dict) and isinstance(other, dict) and _identity(one) == _identity(other) != ()


def _identity(item: dict[str, Any]) -> tuple[str, ...]:
    if isinstance(item.get("id"), str):
        return (item["id"],)
    return (str(item["date"]), str(item["event"])) if {"date", "event"} <= item.keys() else ()


def _name(item: Any, number: int) -> str | int:
    return " ".join(_identity(item)) if isinstance(item, dict) and _identity(item) else number


def _mapping(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    found = {
        key: merged(base.get(key, ABSENT), ours.get(key, ABSENT), theirs.get(key, ABSENT))
        for key in dict.fromkeys((*base, *sorted({*ours, *theirs})))
    }
    return {key: value for key, value in found.items() if value is not ABSENT}


def _is_list_of_mappings(data: Any) -> bool:
    return data in (None, ABSENT) or (isinstance(data, list) and all(isinstance(item, dict) for item in data))


def _items(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []


def _sequence(old: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any] | None:
    """One list of three; None where a side put the old items into another order, or took out what the other changed."""
    mine, yours = _aligned(old, ours), _aligned(old, theirs)
    if mine is None or yours is None:
        return None
    found: list[Any] = []
    for number, item in enumerate([*old, None]):
        found += _gap(mine.added[number], yours.added[number])
        if item is None:
            return found
        a, b = mine.kept[number], yours.kept[number]
        if a is not None and b is not None:
            found.append(merged(item, a, b))
        elif (a or b or item) != item:
            return None
    return found


class _Alignment(Struct, frozen=True):
    kept: Sequence[Any]
    """For each old item what became of it; None where it is gone."""
    added: Sequence[list[Any]]
    """What was added before each old item, and at the end."""


def _aligned(old: Sequence[Any], new: Sequence[Any]) -> _Alignment | None:
    """What a side made of a list; None where it changed the order."""
    partner: dict[int, int] = {}
    for alike in (lambda a, b: a == b, same_thing):
        for place, item in enumerate(new):
            free = (n for n in range(len(old)) if n not in partner.values() and alike(old[n], item))
            if place not in partner and (found := next(free, None)) is not None:
                partner[place] = found
    order = [partner[place] for place in sorted(partner)]
    if order != sorted(order):
        return None
    kept: list[Any] = [None] * len(old)
    added: list[list[Any]] = [[] for _ in range(len(old) + 1)]
    following = len(old)
    for place in reversed(range(len(new))):
        if place in partner:
            following = partner[place]
            kept[following] = new[place]
        else:
            added[following].insert(0, new[place])
    return _Alignment(kept, added)


def _gap(ours: list[Any], theirs: list[Any]) -> list[Any]:
    """What both sides added at one place, in the order of days; each side's own order stays, equal items come once."""
    ours, theirs, found = list(ours), list(theirs), []
    while ours and theirs:
        first, other = (ours, theirs) if _order(ours[0]) <= _order(theirs[0]) else (theirs, ours)
        item = first.pop(0)
        twin = next((n for n, candidate in enumerate(other) if candidate == item or _same_id(candidate, item)), None)
        if twin is None:
            found.append(item)
        else:
            pair = (item, other.pop(twin))
            found.append(merged(ABSENT, *(pair if first is ours else reversed(pair))))
    return [*found, *ours, *theirs]


def _same_id(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return "id" in one and one["id"] == other.get("id")


def _order(item: dict[str, Any]) -> tuple[str, str]:
    return str(item.get("date", "")), json.dumps(item, ensure_ascii=False, sort_keys=True)
