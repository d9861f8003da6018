"""The comments and blank lines of a text, each with the entry that it belongs to.

An entry is a key with its value, or an item of a list. A comment behind a value belongs to
that entry, one on a line of its own to the entry below it, unless it is indented further than
that: then it ends the block above.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from rectledger.source.compose import Node
from rectledger.source.extent import Extent

BLANK = ""
_MARK = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)
_BLANK_LINE = re.compile(r"(?:^|(?<=\r)(?!\n))[ \t]*(?=\r|\n)", re.MULTILINE)
_INNERMOST = 2
"""Columns between the end of a value and the comment behind it, at least."""


class Entry(Struct):
    """A key with its value, or an item of a list, and what people wrote around it."""

    start: int
    column: int
    before: list[str] = field(default_factory=list)
    """Comments and blank lines above it."""
    behind: str = ""
    """Comments on its line, with the space before them."""
    after: list[str] = field(default_factory=list)
    """Comments and blank lines that end the block it is in."""


def entries_of(extent: Extent) -> dict[int, Entry]:
    """Every entry of a text's block collections by the offset at which it starts, with its comments."""
    return _Distribution(extent).entries


class _Distribution:
    def __init__(self, extent: Extent) -> None:
        self.extent = extent
        self.entries: dict[int, Entry] = {}
        self.values: list[tuple[int, int]] = []
        self.collect(extent.root)
        self.order = sorted(self.entries)
        self.values.sort()
        self.hand_out()

    def collect(self, node: Node) -> None:
        """Note the entries of blocks, and where there is text of values that looks like a comment and is none."""
        if node.id == "scalar" or node.flow_style or not node.value:
            start = node.start_mark.index
            is_literal = node.id == "scalar" and node.style in {"|", ">"}  # a comment may stand behind its mark
            self.values.append((self.extent.line_end(start) if is_literal else start, self.extent.end_of(node)))
            return
        for position, item in enumerate(node.value):
            start = item[0].start_mark.index if node.id == "mapping" else self.extent.item_start(node, position)
            self.entries[start] = Entry(start, start - self.extent.line_start(start))
            self.collect(item[1] if node.id == "mapping" else item)

    def hand_out(self) -> None:
        waiting: list[tuple[int, str]] = []
        reached = 0
        for start, comment in self.comments():
            following = bisect_left(self.order, start)
            if following != reached:
                self.settle(reached, waiting)
                waiting, reached = [], following
            line = self.extent.line_start(start)
            if comment and following and self.extent.text[line:start].strip():
                self.put_behind(self.entries[self.order[following - 1]], start, comment)
            else:
                waiting.append((start - line, comment))
        self.settle(reached, waiting)

    def comments(self) -> Iterator[tuple[int, str]]:
        """Every comment and blank line outside of values, in the order of the text."""
        marks = (m.start() for pattern in (_MARK, _BLANK_LINE) for m in pattern.finditer(self.extent.text))
        end = -1
        for start in sorted(marks):
            if start > end and not self.is_in_a_value(start):
                end = self.extent.line_end(start)
                yield start, self.extent.text[start:end].rstrip()

    def is_in_a_value(self, offset: int) -> bool:
        position = bisect_right(self.values, (offset, len(self.extent.text))) - 1
        return position >= 0 and offset < self.values[position][1]

    def put_behind(self, entry: Entry, start: int, comment: str) -> None:
        before = self.extent.text[:start]
        gap = len(before) - len(before.rstrip(" "))
        entry.behind += " " * max(gap, _INNERMOST) + comment

    def settle(self, following: int, lines: list[tuple[int, str]]) -> None:
        """Give the lines between two entries to the one below, but for those that end the block above."""
        below = self.entries[self.order[following]] if following < len(self.order) else None
        floor = below.column if below else -1
        deep = [n for n, (column, comment) in enumerate(lines) if comment and column > floor]
        owner = self.block_above(following, lines[deep[0]][0], floor) if deep else None
        split = deep[-1] + 1 if owner else 0
        if owner:
            owner.after += [comment for _, comment in lines[:split]]
        if below:
            below.before += [comment for _, comment in lines[split:]]

    def block_above(self, following: int, column: int, floor: int) -> Entry | None:
        """The last entry above that is indented like a comment, or less, but more than what comes below."""
        found = None
        for start in reversed(self.order[:following]):
            entry = self.entries[start]
            if entry.column <= floor or (found and entry.column >= found.column):
                continue
            found = entry
            if entry.column <= column:
                break
        return found
