"""A text in the canonical layout: keys in their order, two columns a level, comments kept.

Scalars stay as they are written, and so do the choice between block and flow style and the
line breaks. What cannot be laid out anew without changing a meaning is refused.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rectledger.diagnostics import Route
from rectledger.source.comments import BLANK, Entry, entries_of
from rectledger.source.compose import Node
from rectledger.source.edit import LayoutError
from rectledger.source.emit import STEP
from rectledger.source.extent import Extent
from rectledger.source.text import Lines, UnreadableError
from rectledger.source.yaml import parse

Order = Callable[[Route, Any], Sequence[str]]
"""The order of the keys of a mapping, by its route and its data."""

WIDTH = 100
"""Characters of a flow collection that are still brought together in one line."""
_LINE_BREAK = re.compile("\r\n|\n|\r")
_MODELINE = re.compile(r"#\s*yaml-language-server:")
_PROPERTY = re.compile(r"[&*!]")


def canonical(text: str, order: Order) -> str:
    """The text in canonical layout; of one that has it already, the same.

    Raises LayoutError where that is not safe; UnreadableError where the text cannot be read.
    """
    data, findings = parse(text)
    printer = _Printer(text, order)
    printer.refuse_properties()
    try:
        if not findings and parse(new := printer.document(data))[0] == data:
            return new
    except (UnreadableError, KeyError, IndexError):
        pass
    raise LayoutError(Lines(text).span(0, 0)) from None


class _Printer:
    def __init__(self, text: str, order: Order) -> None:
        self.extent = Extent(text)
        self.text = text
        self.order = order
        self.entries = entries_of(self.extent)

    def refuse_properties(self) -> None:
        """Anchors, aliases and tags would be lost."""
        nodes = [self.extent.root]
        seen = set()
        while nodes:
            node = nodes.pop()
            if id(node) in seen or _PROPERTY.match(self.text, node.start_mark.index):
                raise LayoutError(Lines(self.text).span(node.start_mark.index, node.start_mark.index))
            seen.add(id(node))
            if node.id != "scalar":
                nodes += (part for pair in node.value for part in pair) if node.id == "mapping" else node.value

    def document(self, data: Any) -> str:
        root = self.extent.root
        first = self.entries[min(self.entries)] if self.entries else None
        head = _head(first)
        lines = [*head, *self.block(root, 0, (), data)] if first else [self.flow(root, (), data)]
        return self.extent.newline.join([*_without_double_blanks(lines), ""])

    def block(self, node: Node, column: int, route: Route, data: Any) -> Iterator[str]:
        if node.id == "mapping":
            for key, value in self.sorted(node, route, data):
                yield from self.pair(key, value, column, (*route, key.value), data[key.value])
        else:
            for number, item in enumerate(node.value):
                yield from self.item(node, number, item, column, (*route, number), data[number])

    def sorted(self, node: Node, route: Route, data: Any) -> list[tuple[Node, Node]]:
        """The pairs of a mapping in canonical order, unknown keys last."""
        order = list(self.order(route, data))
        return sorted(node.value, key=lambda pair: order.index(pair[0].value) if pair[0].value in order else len(order))

    def pair(self, key: Node, value: Node, column: int, route: Route, data: Any) -> Iterator[str]:
        entry = self.entries[key.start_mark.index]
        indent = " " * column
        yield from _indented(entry.before, indent)
        head = f"{indent}{self.raw(key)}:"
        if _is_block(value):
            yield head + entry.behind
            yield from self.block(value, column + STEP, route, data)
        else:
            yield from self.value(head, value, entry.behind, column + STEP, (route, data))
        yield from _indented(entry.after, indent)

    def item(self, items: Node, number: int, item: Node, column: int, route: Route, data: Any) -> Iterator[str]:
        entry = self.entries[self.extent.item_start(items, number)]
        indent = " " * column
        yield from _indented(entry.before, indent)
        if _is_block(item):
            inner = list(self.block(item, column + STEP, route, data))
            above = next(n for n, line in enumerate(inner) if line.strip() and not line.lstrip().startswith("#"))
            yield from (line[STEP:] for line in inner[:above])
            yield f"{indent}- {inner[above].lstrip()}{entry.behind}"
            yield from inner[above + 1 :]
        else:
            yield from self.value(f"{indent}-", item, entry.behind, column + STEP, (route, data))
        yield from _indented(entry.after, indent)

    def value(self, head: str, node: Node, behind: str, column: int, at: tuple[Route, Any]) -> Iterator[str]:
        """What stands behind a colon or a dash, in one line or more."""
        if node.id == "scalar" and node.style in {"|", ">"}:
            yield from self.literal(head, node, behind, column)
            return
        text = self.raw(node) if node.id == "scalar" else self.flow(node, *at)
        first, *others = _LINE_BREAK.split(text)
        if others and node.id != "scalar" and self.is_below_its_key(node):
            yield head + behind
            yield from (" " * column + first, *(" " * (column + 1) + line.strip() for line in others))
            return
        lines = [f"{head} {first}" if first else head, *(" " * column + line.strip() for line in others)]
        yield from lines[:-1]
        yield lines[-1] + behind

    def is_below_its_key(self, node: Node) -> bool:
        """Whether a collection begins on a line of its own."""
        start = node.start_mark.index
        return not self.text[self.extent.line_start(start) : start].strip()

    def literal(self, head: str, node: Node, behind: str, column: int) -> Iterator[str]:
        """A block scalar, its lines moved together."""
        start = node.start_mark.index
        header = re.match(r"[|>][-+0-9]*", self.text[start:])
        content = _LINE_BREAK.split(self.text[self.extent.next_line(start) : self.extent.end_of(node)])
        if header is None or re.search(r"\d", header[0]) or "+" in header[0]:
            raise KeyError(start)
        margin = min((len(line) - len(line.lstrip(" ")) for line in content if line.strip()), default=0)
        yield f"{head} {header[0]}{behind}"
        yield from (" " * column + line[margin:] if line.strip() else BLANK for line in content)

    def flow(self, node: Node, route: Route, data: Any) -> str:
        """A flow collection in one line; of several lines with comments in them, or too long for one, as it is."""
        raw = self.raw(node)
        if node.id == "scalar":
            return raw
        line = self.flow_line(node, route, data)
        return raw if _LINE_BREAK.search(raw) and ("#" in raw or len(line) > WIDTH) else line

    def flow_line(self, node: Node, route: Route, data: Any) -> str:
        if node.id == "sequence":
            return "[" + ", ".join(self.flow(item, (*route, n), data[n]) for n, item in enumerate(node.value)) + "]"
        pairs = self.sorted(node, route, data)
        values = (self.flow(value, (*route, key.value), data[key.value]) or "null" for key, value in pairs)
        return "{" + ", ".join(f"{self.raw(key)}: {value}" for (key, _), value in zip(pairs, values, strict=True)) + "}"

    def raw(self, node: Node) -> str:
        return self.text[node.start_mark.index : self.extent.end_of(node)]


def _is_block(node: Node) -> bool:
    return node.id != "scalar" and not node.flow_style and bool(node.value)


def _head(first: Entry | None) -> list[str]:
    """The comments above the first key stay above whatever key comes first."""
    if first is None:
        return []
    head, first.before = first.before, []
    while head and not head[0]:
        head.pop(0)
    return head


def _indented(lines: Sequence[str], indent: str) -> Iterator[str]:
    return (indent + line if line else BLANK for line in lines)


def _without_double_blanks(lines: Sequence[str]) -> list[str]:
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    while kept and not kept[-1]:
        kept.pop()
    return kept
