"""Changes to a file's text that keep every other byte: spliced in at the place of a value.

Every change is proved before it is handed out: the new text has to read as the old data with
just this change. Where it does not (an alias, a layout nobody thought of), nothing is changed
and LayoutError says so.
"""

from collections.abc import Callable, Sequence
from typing import Any

from rectledger.diagnostics import Route, Span
from rectledger.source.emit import ONE_LINE_ITEMS, Value, item_lines
from rectledger.source.plain_flow import Data
from rectledger.source.splice import Editor, Splice
from rectledger.source.text import Lines, UnreadableError
from rectledger.source.yaml import parse


class LayoutError(Exception):
    """A place whose layout cannot be edited safely."""

    def __init__(self, span: Span) -> None:
        """Keep where."""
        super().__init__(span)
        self.span = span


def inserted(text: str, route: Route, position: int, item: Value, lines: Sequence[str] | None = None) -> str:
    """The text with one more item in a list, before the one that stands at a position; the list is made if missing.

    In a block list the item is written in `lines`, from its dash on, where they are given.
    Raises LayoutError; UnreadableError where the text cannot be read.
    """

    def change(data: Any) -> None:
        parent, key = _at(data, route[:-1]), route[-1]
        there = (parent.get(key) if isinstance(parent, dict) else parent[key]) or []
        parent[key] = [*there[:position], _as_read(item), *there[position:]]

    return _proved(text, route, lambda editor: editor.insert(route, position, item, lines), change)


def extended(text: str, route: Route, items: Sequence[Value]) -> str:
    """The text with more items at the end of a list of a mapping; the list is made if missing.

    Raises LayoutError; UnreadableError where the text cannot be read.
    """
    if not items:
        return text
    there = len(_at(parse(text)[0], route[:-1]).get(route[-1]) or [])
    text = inserted(text, route, there, items[0])
    others = items[1:]
    lines = [line for item in others for line in item_lines(item, one_line=route[-1] in ONE_LINE_ITEMS)]

    def change(data: Any) -> None:
        _at(data, route).extend(map(_as_read, others))

    if not others:
        return text
    return _proved(text, route, lambda editor: editor.insert(route, there + 1, others[0], lines), change)


def appended(text: str, items: Sequence[Value]) -> str:
    """The text of a file that is a list, with more items at its end.

    Raises LayoutError; UnreadableError where the text cannot be read.
    """
    there = _unshared(parse(text)[0]) or []
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [line for item in items for line in item_lines(item, one_line=False)]
    new = "".join(
        [text, newline if text and not text.endswith(("\n", "\r")) else "", *(f"{s}{newline}" for s in lines)]
    )
    try:
        if isinstance(there, list) and parse(new)[0] == [*there, *map(_as_read, items)]:
            return new
    except UnreadableError:
        pass
    raise LayoutError(Lines(text).span(0, 0)) from None


def put(text: str, route: Route, value: Value, order: Sequence[str] = ()) -> str:
    """The text with another value at a route. A key that is missing comes after those that `order` has before it.

    Raises LayoutError; UnreadableError where the text cannot be read.
    """

    def change(data: Any) -> None:
        _at(data, route[:-1])[route[-1]] = _as_read(value)

    return _proved(text, route, lambda editor: editor.put(route, value, order), change)


def removed(text: str, route: Route) -> str:
    """The text without a key of a mapping, or an item of a list.

    Raises LayoutError; UnreadableError where the text cannot be read.
    """

    def change(data: Any) -> None:
        del _at(data, route[:-1])[route[-1]]

    return _proved(text, route, lambda editor: editor.remove(route), change)


def renamed(text: str, route: Route, key: str) -> str:
    """The text with another key in the place of a mapping's. Raises LayoutError; UnreadableError."""

    def change(data: Any) -> None:
        parent = _at(data, route[:-1])
        parent[key] = parent.pop(route[-1])

    return _proved(text, route, lambda editor: editor.rename(route, key), change)


def _proved(text: str, route: Route, splice_of: Callable[[Editor], Splice], change: Callable[[Any], None]) -> str:
    """The text with a splice, once it is shown to change the data as it should and in no other way."""
    expected = _unshared(parse(text)[0])
    editor = Editor(text)
    try:
        splice = splice_of(editor)
        change(expected)
        new = text[: splice.start] + splice.text + text[splice.end :]
        if parse(new)[0] == expected:
            return new
    except (UnreadableError, KeyError, IndexError, TypeError, AttributeError):
        pass
    raise LayoutError(editor.span_near(route)) from None


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _unshared(data: Data) -> Data:
    """A copy in which nothing stands in two places, as anchors and aliases make it."""
    if isinstance(data, dict):
        return {key: _unshared(value) for key, value in data.items()}
    return [_unshared(item) for item in data] if isinstance(data, list) else data


def _as_read(value: Value) -> Any:
    """A value as the reader will see it: every scalar is text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Sequence):
        return [_as_read(item) for item in value]
    return {key: _as_read(item) for key, item in value.items()}
