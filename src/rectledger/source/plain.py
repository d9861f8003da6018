"""The plain part of YAML that ledgers are written in, read line by line: several times faster than a parser.

What is read here means exactly what `compose` makes of it. Whatever this reader is not sure of it
leaves alone; nothing is refused here, and nothing found.
"""

import re
from functools import cached_property
from typing import Any, TypeAlias

from rectledger.source.plain_flow import DEEPEST, NULLS, Data, doubt, flow

Row: TypeAlias = tuple[str, str, str, str, str]
"""A line: indentation, a dash with the spaces behind it, a key, and its value: simple text, or whatever else it is."""

DASH = 0.5
"""How much further in a sequence is than a mapping whose keys stand where its dashes do, and which it may be in."""

_ROW = re.compile(
    r"^( *+)(- ++)?+(?:([A-Za-z_][A-Za-z0-9_-]{0,99}+):(?: ++|$))?+"
    r"(?:([^\s?:,\[\]{}#&*!|>'\"%@`~nN-][^:#\n]*+(?<! ))$|(.*+))",
    re.MULTILINE,
)
"""Simple text cannot be null or end in a comment. The last part takes any text, so nothing is tried in a second way."""
SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a plain scalar cannot begin with, or not always."""
QUOTED = re.compile(r"(?:\"([^\"\\]*)\"|'((?:[^']|'')*)')")
"""A quoted scalar without escapes, in its first or its second group."""
_HEADER = re.compile(r"([|>])(-?) *(?: #.*)?")
_FOLD = re.compile(r"\n(\n*)")
_REST = re.compile(r" *(?: #.*)?")


def parse_plain(text: str) -> Data:
    """The data of a text that `decode` gave. Raises DoubtError where a parser has to say what it means."""
    return PlainReader(text).data()


class PlainReader:
    """Goes down the lines of one text, in the innermost collection that is open."""

    def __init__(self, text: str) -> None:
        """Take the lines apart. Raises DoubtError where the text has characters that no plain one has."""
        self._text = text.replace("\r\n", "\n") if "\r" in text else text
        if "\t" in self._text or "\r" in self._text or "\ufeff" in self._text:
            doubt()
        self.rows: list[Row] = _ROW.findall(self._text)
        self._next = 0
        """The line to go on with, where a value takes several."""
        self._root: dict[str, Data] = {}
        self._in: Any = self._root
        self._column: float = -1
        """Where the keys or the dashes of the innermost collection stand."""
        self._around: list[tuple[Any, float]] = []
        self._key: str | None = ""
        """A key whose value stands below, if it has any."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines as they are."""
        return self._text.split("\n")

    def data(self) -> Data:
        """The value of the whole text. Raises DoubtError."""
        rows = self.rows
        self._next = int(rows[0] == ("", "", "", "", "---"))
        inside, column = self._in, self._column
        for at, (indent, dash, key, simple, rest) in enumerate(rows):
            if at < self._next:
                continue
            if dash:
                self._enter_item(len(indent), dash, key)
                inside, column = self._in, self._column
            elif not key:
                self._nameless(at, len(indent), rest or simple)
                continue
            elif self._key is not None or len(indent) != column:
                self._enter_mapping(len(indent))
                inside, column = self._in, self._column
            if not simple:
                self._put(at, key, rest)
            elif not key:
                inside.append(simple)
            elif key in inside:
                doubt()
            else:
                inside[key] = simple
        return self._root[""] if self._root else doubt()

    def _nameless(self, at: int, width: int, rest: str) -> None:
        """Go over a line without key and dash: nothing, a comment, or more of the plain scalar above."""
        if not rest or rest[0] == "#":
            return
        _, dash, key, simple, above = self.rows[at - 1]
        above = above or simple or "#"
        if width <= self._column or above[0] in SIGNS or " #" in above or self._key is not None or not (dash or key):
            doubt()
        self._in[key or -1] = self._folded(at, uncommented(above))

    def _folded(self, at: int, text: str) -> str:
        """A plain scalar that goes on at a line, over lines that are indented further than what is around it."""
        for indent, dash, key, simple, rest in self.rows[at:]:
            if len(indent) <= self._column:
                break
            more = rest or simple
            if dash or key or not more or more[0] in SIGNS or " #" in more:
                doubt()
            text = f"{text} {uncommented(more)}"
            at += 1
        self._next = at
        return text

    def _put(self, at: int, key: str, rest: str) -> None:
        """Take what stands on a line behind a key or a dash and is more than simple text."""
        if not key:
            self._in.append(self._value(at, rest or doubt()))
        elif key in self._in:
            doubt()
        elif not rest or rest[0] == "#":
            self._in[key], self._key = None, key
        else:
            self._in[key] = self._value(at, rest)

    def _enter_mapping(self, width: int) -> None:
        """Make the mapping whose keys stand at a column the innermost collection."""
        if self._key is not None and width > self._column:
            self._open({}, width)
            return
        self._key = None
        self._leave(width)
        if width != self._column:
            doubt()

    def _enter_item(self, width: int, dash: str, key: str) -> None:
        """Make the sequence whose dashes stand at a column the innermost collection, or its item that has a key."""
        if self._key is not None and width >= self._column:
            self._open([], width + DASH)
        else:
            self._key = None
            self._leave(width + DASH)
            if width + DASH != self._column:
                doubt()
        if key:
            item: dict[str, Data] = {}
            self._in.append(item)
            self._around.append((self._in, self._column))
            self._in, self._column = item, width + len(dash)

    def _open(self, collection: Any, column: float) -> None:
        if column > DEEPEST or (self._column < 0 and column >= 1):
            doubt()
        self._in[self._key] = collection
        self._around.append((self._in, self._column))
        self._in, self._column, self._key = collection, column, None

    def _leave(self, column: float) -> None:
        """Close the collections that stand further in."""
        while self._column > column:
            self._in, self._column = self._around.pop()

    def _value(self, at: int, rest: str) -> Data:
        """What stands on a line behind a key or a dash."""
        first = rest[0]
        if first not in SIGNS:
            text = uncommented(rest)
            return None if len(text) < 5 and text in NULLS else text
        if first in "'\"":
            return _quoted(rest)
        if first in "|>":
            return self._block(at + 1, rest)
        if first in "[{":
            data, end = flow(rest)
            return data if end == len(rest) or _REST.fullmatch(rest, end) else doubt()
        return doubt()

    def _block(self, first: int, rest: str) -> str:
        """A literal or folded text that begins on a line."""
        header = _HEADER.fullmatch(rest) or doubt()
        width, self._next = self._extent_of_block(first)
        lines = [line[width:] for line in self.lines[first : self._next]]
        text = "\n".join(lines).rstrip("\n")
        if header[1] == ">":
            if any(line.startswith(" ") for line in lines):
                doubt()
            text = _FOLD.sub(lambda match: match[1] or " ", text)
        return text if header[2] else f"{text}\n"

    def _extent_of_block(self, first: int) -> tuple[int, int]:
        """How far a block's lines are indented (like the first one, or they are empty), and the line behind them."""
        rows, column = self.rows, self._column
        width = len(rows[first][0]) if first < len(rows) and any(rows[first][1:]) else doubt()
        for at in range(first, len(rows)):
            indent, dash, key, simple, rest = rows[at]
            is_empty = not (simple or rest or key or dash)
            if len(indent) < width and not is_empty:
                return (width, at) if len(indent) <= column < width else doubt()
            if indent and is_empty:
                doubt()
        return (width, len(rows)) if column < width and not any(rows[-1]) else doubt()


def uncommented(rest: str) -> str:
    """A line of a plain scalar without a comment behind it. Raises DoubtError where it may hold a key."""
    comment = rest.find(" #")
    text = (rest if comment < 0 else rest[:comment]).rstrip(" ")
    return doubt() if ": " in text or text[-1] == ":" else text


def _quoted(rest: str) -> str:
    match = QUOTED.match(rest) or doubt()
    if match.end() != len(rest) and not _REST.fullmatch(rest, match.end()):
        doubt()
    return match[2].replace("''", "'") if match[1] is None else match[1]
