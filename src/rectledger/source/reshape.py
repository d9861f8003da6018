"""Edits that turn a text's data into other data, each at its place, so that everything else stays as it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rectledger.diagnostics import Route
from rectledger.source.edit import inserted, put, removed
from rectledger.source.merge import same_thing
from rectledger.source.yaml import parse

Order = Callable[[Route], Sequence[str]]
"""The order in which the keys of the mapping at a route are written."""
Lines = Callable[[Any], Sequence[str] | None]
"""The lines that an item of a list is written in somewhere else, from its dash on."""


def reshaped(text: str, wanted: Any, order: Order, lines: Lines) -> str:
    """The text of the data wanted. Raises LayoutError; UnreadableError where the text cannot be read."""
    return _Reshaper(order, lines).mapping(text, (), parse(text)[0], wanted)


class _Reshaper:
    def __init__(self, order: Order, lines: Lines) -> None:
        self.order = order
        self.lines = lines

    def mapping(self, text: str, route: Route, now: Any, wanted: Mapping[str, Any]) -> str:
        for key in [key for key in now if key not in wanted]:
            text = removed(text, (*route, key))
        for key, value in wanted.items():
            text = self.value(text, (*route, key), now.get(key), value)
        return text

    def value(self, text: str, route: Route, now: Any, wanted: Any) -> str:
        if now == wanted:
            return text
        if isinstance(now, dict) and isinstance(wanted, dict):
            return self.mapping(text, route, now, wanted)
        if isinstance(wanted, list) and wanted and all(isinstance(item, dict) for item in wanted):
            return self.items(text, route, list(now or []), wanted)
        return put(text, route, _written(wanted), self.order(route[:-1]))

    def items(self, text: str, route: Route, now: list[Any], wanted: list[Any]) -> str:
        for place, item in enumerate(wanted):
            while place < len(now) and now[place] != item and not _is_among(now[place], wanted[place:]):
                text = removed(text, (*route, place))
                del now[place]
            if place < len(now) and (now[place] == item or same_thing(now[place], item)):
                text = self.value(text, (*route, place), now[place], item)
                now[place] = item
            else:
                text = inserted(text, route, place, _written(item), self.lines(item))
                now.insert(place, item)
        for place in reversed(range(len(wanted), len(now))):
            text = removed(text, (*route, place))
        return text


def _is_among(item: Any, others: Sequence[Any]) -> bool:
    return any(item == other or same_thing(item, other) for other in others)


def _written(data: Any) -> Any:
    """Data as it is written: what has no value is written as empty text."""
    if isinstance(data, dict):
        return {key: _written(value) for key, value in data.items() if value is not None}
    return [_written(item) for item in data] if isinstance(data, list) else data
