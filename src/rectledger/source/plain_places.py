"""Where the values of a plain text stand. The reader has been through it, so a line is what it seems to be."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from rectledger.diagnostics import Key, Route, Span
from rectledger.source.plain import DASH, KEY, QUOTED, SIGNS, PlainReader, uncommented
from rectledger.source.plain_flow import doubt, flow, flow_place

_ROW = re.compile(rf"^( *+)(- ++)?+(?:({KEY}):(?: ++|$))?+(.*+)", re.MULTILINE)
"""A line: indentation, a dash with the spaces behind it, a key, and its value."""


class _Collection(Struct, frozen=True):
    """A collection by its first line and the column of its keys or dashes."""

    at: int
    column: float


_Place: TypeAlias = "int | _Collection"
"""The line of a value that stands behind its key or dash, or the collection below."""


def spans_in_plain(text: str, routes: Iterable[Route], *, sure: bool = False) -> list[Span]:
    """The span of the value at each route. Raises DoubtError where a parser has to say where it is.

    `sure` is whether somebody has read the text, as it is, without a doubt.
    """
    reader = PlainReader(text)
    if not sure:
        reader.data()
    places = _PlainPlaces(reader.text)
    return [places.span(route) for route in routes]


class _PlainPlaces:
    """Finds the way through one text's lines; the lines of a collection are looked through once."""

    def __init__(self, text: str) -> None:
        self._rows: list[tuple[str, str, str, str]] = _ROW.findall(text)
        self._lines = text.split("\n")
        self._root = self._below(-1, -1)
        self._steps: dict[_Collection, dict[str | int, int]] = {}

    def span(self, route: Route) -> Span:
        """The span of the value at a route."""
        node: _Place = self._root
        key: int | None = None
        for taken, step in enumerate(route):
            if isinstance(node, int):
                return self._in_flow(node, key, route[taken:])
            at = self._children(node).get(step)
            if at is None:
                continue
            if isinstance(step, Key):
                return self._key(at)
            key = None if isinstance(step, int) else at
            node = self._value(at, node)
        if isinstance(node, int):
            return self._behind(node, key)
        return self._key(node.at if key is None else key)

    def _children(self, node: _Collection) -> dict[str | int, int]:
        """The lines of a collection's keys, or of its dashes in their order."""
        if node not in self._steps:
            found: dict[str | int, int] = {}
            is_list = node.column % 1 == DASH
            for at in range(node.at, len(self._rows)):
                indent, dash, key, _ = self._rows[at]
                width = len(indent) + (DASH if dash else 0)
                if (width < node.column and at > node.at) and (key or dash):
                    break
                if width == node.column or at == node.at:
                    found[len(found) if is_list else key] = at
            self._steps[node] = found
        return self._steps[node]

    def _value(self, at: int, around: _Collection) -> _Place:
        """What stands behind the key or the dash of a line in a collection."""
        _, dash, key, rest = self._rows[at]
        if key and around.column % 1 == DASH:
            return _Collection(at, int(around.column) + len(dash))
        return at if rest and rest[0] != "#" else self._below(at, around.column)

    def _below(self, at: int, column: float) -> _Collection:
        """The collection that begins below a line."""
        for below in range(at + 1, len(self._rows)):
            indent, dash, key, _ = self._rows[below]
            if key or dash:
                width = len(indent) + (DASH if dash else 0)
                return _Collection(below, width) if width > column else doubt()
        return doubt()

    def _key(self, at: int) -> Span:
        """The key of a line."""
        indent, dash, key, _ = self._rows[at]
        start = len(indent) + len(dash) + 1
        return Span(at + 1, start, at + 1, start + len(key)) if key else doubt()

    def _in_flow(self, at: int, key: int | None, steps: Route) -> Span:
        """The value at the rest of a route in the flow collection of a line."""
        rest = self._rows[at][3]
        place = flow_place(rest, steps) if rest[:1] in {"[", "{"} else doubt()
        if place is None:
            return self._behind(at, key)
        start = len(self._lines[at]) - len(rest) + 1
        return Span(at + 1, start + place[0], at + 1, start + place[1])

    def _behind(self, at: int, key: int | None) -> Span:
        """The value behind the key or the dash of a line; of a flow collection its key, if it has one."""
        rest = self._rows[at][3]
        start = len(self._lines[at]) - len(rest) + 1
        first = rest[0]
        if first in "[{":
            return Span(at + 1, start, at + 1, start + flow(rest)[1]) if key is None else self._key(key)
        if first in "|>":
            return Span(at + 1, start, at + 1, start + 1)
        if first not in SIGNS:
            return Span(at + 1, start, at + 1, start + len(self._whole(at)))
        match = QUOTED.match(rest) or doubt()
        return Span(at + 1, start, at + 1, start + match.end())

    def _whole(self, at: int) -> str:
        """A plain scalar that ends on its line."""
        if at + 1 < len(self._rows):
            _, dash, key, more = self._rows[at + 1]
            if not (dash or key) and more[:1] not in {"", "#"}:
                doubt()
        return uncommented(self._rows[at][3])
