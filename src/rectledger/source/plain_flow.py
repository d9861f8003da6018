"""Flow collections that stand on one line, such as `{id: h1, text: …}`: what they hold, and where it stands."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, NoReturn, TypeAlias

from rectledger.diagnostics import Key

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Stretch: TypeAlias = tuple[int, int]
"""Where something begins and ends in a text."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What a plain scalar is when it is nothing."""
DEEPEST = 40
"""Columns of indentation, and levels of flow collections, above which nothing is plain."""
_OPEN = re.compile(r" *(\[ *(\])?|\{ *(\})?)")
_KEY = re.compile(r" *([A-Za-z_][A-Za-z0-9_-]{0,99}): +")
_SCALAR = re.compile(r" *(?:\"([^\"\\]*)\"|'([^']*)'|([^\s?:,\[\]{}#&*!|>'\"%@`-][^?:,\[\]{}#]*))")
_NEXT = re.compile(r" *([,\]}])")
_PAIR = re.compile(r" *([A-Za-z_][A-Za-z0-9_-]{0,99}): +([^\s?:,\[\]{}#&*!|>'\"%@`-][^?:,\[\]{}#]*+)([,}])")
"""What most mappings consist of, at once: a key, a plain scalar and what stands behind it."""


class DoubtError(Exception):
    """The text may mean something else than it seems to."""


def doubt() -> NoReturn:
    """Leave the text to a parser."""
    raise DoubtError


def flow(rest: str, at: int = 0, depth: int = 0) -> tuple[Data, int]:
    """The value that begins in a flow collection, or that collection itself, and where it ends. Raises DoubtError."""
    opened = _OPEN.match(rest, at)
    if opened is None:
        return _flow_scalar(rest, at)
    if depth > DEEPEST:
        doubt()
    is_list, at = rest[opened.start(1)] == "[", opened.end()
    if opened[2] or opened[3]:
        return [] if is_list else {}, at
    return _flow_list(rest, at, depth) if is_list else _flow_mapping(rest, at, depth)


def _flow_scalar(rest: str, at: int) -> tuple[str | None, int]:
    match = _SCALAR.match(rest, at) or doubt()
    if match.lastindex != 3:
        return match[match.lastindex or 0], match.end()
    return _plain(match[3]), match.end()


def _plain(text: str) -> str | None:
    text = text.rstrip(" ")
    return None if text in NULLS else text


def _flow_list(rest: str, at: int, depth: int) -> tuple[list[Data], int]:
    out: list[Data] = []
    while True:
        value, at = flow(rest, at, depth + 1)
        out.append(value)
        after = _NEXT.match(rest, at) or doubt()
        at = after.end()
        if after[1] != ",":
            return (out, at) if after[1] == "]" else doubt()


def _flow_mapping(rest: str, at: int, depth: int) -> tuple[dict[str, Data], int]:
    out: dict[str, Data] = {}
    mark = ","
    while mark == ",":
        key, value, mark, at = _flow_pair(rest, at, depth)
        if key in out:
            doubt()
        out[key] = value
    return (out, at) if mark == "}" else doubt()


def _flow_pair(rest: str, at: int, depth: int) -> tuple[str, Data, str, int]:
    """A key, its value, the sign behind them, and where that ends."""
    pair = _PAIR.match(rest, at)
    if pair:
        return pair[1], _plain(pair[2]), pair[3], pair.end()
    key = _KEY.match(rest, at) or doubt()
    value, at = flow(rest, key.end(), depth + 1)
    after = _NEXT.match(rest, at) or doubt()
    return key[1], value, after[1], after.end()


class _Child(NamedTuple):
    """What stands in a flow collection: its key, where that is a mapping, and its value."""

    key: Stretch | None
    value: Stretch


def flow_place(rest: str, steps: Iterable[str | int]) -> Stretch | None:
    """Where the value at a route stands in a collection that begins a text and has been read.

    Of a collection with a key that is the key. What is not there is passed over; None where nothing is.
    """
    found, start = None, 0
    for step in steps:
        child = _children(rest, start).get(step)
        if child is None:
            continue
        if isinstance(step, Key):
            return child.key
        found, start = child, child.value[0]
    if found is None:
        return None
    return found.key if found.key and rest[start] in "[{" else found.value


def _children(rest: str, at: int) -> Mapping[str | int, _Child]:
    """The items of a list by their numbers, the values of a mapping by their keys; of a scalar none."""
    opened = _OPEN.match(rest, at)
    found: dict[str | int, _Child] = {}
    if opened is None or opened[2] or opened[3]:
        return found
    is_list, at, mark = rest[opened.start(1)] == "[", opened.end(), ","
    while mark == ",":
        key = None if is_list else _KEY.match(rest, at) or doubt()
        at = key.end() if key else at
        _, end = flow(rest, at)
        text = rest[at:end]
        value = end - len(text.lstrip(" ")), end - len(text) + len(text.rstrip(" "))
        found[key[1] if key else len(found)] = _Child(key.span(1) if key else None, value)
        after = _NEXT.match(rest, end) or doubt()
        at, mark = after.end(), after[1]
    return found
