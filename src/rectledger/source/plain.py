"""The plain part of YAML that ledgers are written in, read some lines at once: several times faster than a parser.

What is read here means exactly what `compose` makes of it. Whatever this reader is not sure of it
leaves alone; nothing is refused here, and nothing found.
"""

import re
from typing import Any

from rectledger.source.plain_flow import DEEPEST, NULLS, Data, doubt, flow

DASH = 0.5
"""How much further in a sequence is than a mapping whose keys stand where its dashes do, and which it may be in."""

KEY = "[A-Za-z_][A-Za-z0-9_-]{0,99}+"
_WORDS = "[^:# \n]++(?: ++[^:# \n]++)*+"
_SIMPLE = rf"(?=[^\s?:,\[\]{{}}#&*!|>'\"%@`~nN-]){_WORDS}"
"""What is text whatever stands around it. It cannot be null, nor hold a key or a comment."""
_PAIR = rf"{KEY}: ++(?:{_SIMPLE}|\"[^\"\\\n]*+\"|'[^'\n]*+')(?: ++#.*+| *+)$"
_BELOW = r"\n\1(?(2)  )\3"
"""A line break, and the column of the key above."""
_TOKEN = re.compile(
    r"(?: *+(?:#.*+)?\n)*+( *+)(- )?+( *+)"
    rf"({_PAIR}(?:{_BELOW}{_PAIR})*+)?+(?:(?(4){_BELOW})({KEY}):(?: ++|$)(.*+))?+(?(4)|(?(5)|(.*+)))\n?",
    re.MULTILINE,
)
"""What belongs together: after empty lines and comments the indentation, a dash, spaces behind it; keys of one mapping
with simple values; one more key and whatever stands behind it; or, where there is no key at all, the line.

The last part takes any text, and nothing is tried in a second way."""
_PAIRS = re.compile(rf"({KEY}): ++[\"']?+((?<![\"']){_WORDS}|(?<=\")[^\"\n]*+|[^'\n]*+)[^\n]*+\n?+ *+")
"""The keys and the values of what `_TOKEN` found."""
_ABOVE = re.compile(rf" *(- +)?(?:({KEY}): +)?(.*)")
_MORE = re.compile(r"( *+)([^ \n].*+)\n?")
SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a plain scalar cannot begin with, or not always."""
QUOTED = re.compile(r"(?:\"([^\"\\]*)\"|'((?:[^']|'')*)')")
"""A quoted scalar without escapes, in its first or its second group."""
_HEADER = re.compile(r"([|>])(-?) *(?: #.*)?")
_BLOCK = re.compile(r"( ++)[^ \n].*+\n(?:\n|\1(?! *$).*+\n)*+", re.MULTILINE)
"""Lines that are indented like the first one, or further, or empty."""
_INDENT = re.compile(" *(?=[^ \n])")
_FOLD = re.compile(r"\n(\n*)")
_REST = re.compile(r" *(?: #.*)?")


def parse_plain(text: str) -> Data:
    """The data of a text that `decode` gave. Raises DoubtError where a parser has to say what it means."""
    return PlainReader(text).data()


class PlainReader:
    """Goes down one text, in the innermost collection that is open."""

    def __init__(self, text: str) -> None:
        """Begin at the first line. Raises DoubtError where the text has characters that no plain one has."""
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        if "\t" in text or "\r" in text or "\ufeff" in text:
            doubt()
        self.text = text
        self._next = 4 if self.text.startswith("---\n") else 0
        """Where to go on."""
        self._root: dict[str, Data] = {}
        self._in: Any = self._root
        self._column: float = -1
        """Where the keys or the dashes of the innermost collection stand."""
        self._around: list[tuple[Any, float]] = []
        self._key: str | None = ""
        """A key whose value stands below, if it has any."""

    def data(self) -> Data:
        """The value of the whole text. Raises DoubtError."""
        text, end, token_at, pairs_of = self.text, len(self.text), _TOKEN.match, _PAIRS.findall
        while self._next < end:
            match = token_at(text, self._next) or doubt()
            self._next = match.end()
            indent, dash, more, pairs, key, rest, nameless = match.groups()
            if dash:
                self._enter_item(len(indent), len(more) + 2 if nameless is None else 0)
            elif nameless is not None:
                self._nameless(match, nameless)
                continue
            elif self._key is not None or len(indent) != self._column:
                self._enter_mapping(len(indent))
            if pairs:
                found, inside = pairs_of(pairs), self._in
                count = len(inside) + len(found)
                inside.update(found)
                if len(inside) != count:  # a key stands twice
                    doubt()
            if key:
                self._put(key, rest)
            elif nameless is not None:
                self._in.append(self._value(nameless or doubt()))
        return self._root[""] if self._root else doubt()

    def _put(self, key: str, rest: str) -> None:
        """Take a key and what stands behind it."""
        if key in self._in:
            doubt()
        elif not rest or rest[0] == "#":
            self._in[key], self._key = None, key
        else:
            self._in[key] = self._value(rest)

    def _nameless(self, match: re.Match[str], rest: str) -> None:
        """Go over a line without key and dash: nothing, a comment, or more of the plain scalar right above."""
        if not rest or rest[0] == "#":
            return
        at, column = match.start(), self._column
        if len(match[1]) <= column or self._key is not None or at != match.start(1):
            doubt()
        above = _ABOVE.match(self.text, self.text.rfind("\n", 0, at - 1) + 1) or doubt()
        if not (above[1] or above[2]) or (above[3] or "#")[0] in SIGNS or " #" in above[3]:
            doubt()
        self._next = at
        self._in[above[2] or -1] = self._folded(uncommented(above[3]))

    def _folded(self, text: str) -> str:
        """A plain scalar that goes on at this line, over lines that are indented further than what is around it."""
        while (more := _MORE.match(self.text, self._next)) and len(more[1]) > self._column:
            if more[2][0] in SIGNS or " #" in more[2]:
                doubt()
            text = f"{text} {uncommented(more[2])}"
            self._next = more.end()
        return text

    def _enter_mapping(self, width: int) -> None:
        """Make the mapping whose keys stand at a column the innermost collection."""
        if self._key is not None and width > self._column:
            self._open({}, width)
            return
        self._key = None
        self._leave(width)
        if width != self._column:
            doubt()

    def _enter_item(self, width: int, inside: int) -> None:
        """Make the sequence whose dashes stand at a column the innermost collection.

        Or its item whose keys stand further inside, by so much.
        """
        column = width + DASH
        if self._key is not None and width >= self._column:
            self._open([], column)
        else:
            self._key = None
            while self._column > column:
                self._in, self._column = self._around.pop()
            if column != self._column:
                doubt()
        if inside:
            item: dict[str, Data] = {}
            self._in.append(item)
            self._around.append((self._in, column))
            self._in, self._column = item, width + inside

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

    def _value(self, rest: str) -> Data:
        """What stands on a line behind a key or a dash."""
        first = rest[0]
        if first not in SIGNS:
            text = uncommented(rest)
            return None if len(text) < 5 and text in NULLS else text
        if first in "'\"":
            return _quoted(rest)
        if first in "|>":
            return self._block(rest)
        if first in "[{":
            data, end = flow(rest)
            return data if end == len(rest) or _REST.fullmatch(rest, end) else doubt()
        return doubt()

    def _block(self, rest: str) -> str:
        """A literal or folded text that begins on the next line."""
        header = _HEADER.fullmatch(rest) or doubt()
        block = _BLOCK.match(self.text, self._next) or doubt()
        self._next, width = block.end(), len(block[1])
        if width <= self._column or (self._next < len(self.text) and self._width() > self._column):
            doubt()
        text = block[0][width:].replace(f"\n{block[1]}", "\n").rstrip("\n")
        if header[1] == ">":
            text = doubt() if "\n " in text else _FOLD.sub(lambda match: match[1] or " ", text)
        return text if header[2] else f"{text}\n"

    def _width(self) -> int:
        """How far the next line is indented, which may not be empty."""
        return len((_INDENT.match(self.text, self._next) or doubt())[0])


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
