"""What to splice into a text so that its data changes in one place."""

import re
from collections.abc import Sequence

from msgspec import Struct

from rectledger.diagnostics import Route, Span
from rectledger.source.compose import Node
from rectledger.source.emit import STEP, Value, entry, flow, item_lines, scalar
from rectledger.source.extent import Extent
from rectledger.source.text import Lines

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


class Splice(Struct, frozen=True):
    """A stretch of a text, by offsets in characters, and what comes in its place."""

    start: int
    end: int
    text: str


class Editor(Extent):
    """Finds where to splice one file's text. What is not where it should be is a KeyError or IndexError."""

    def span_near(self, route: Route) -> Span:
        """The place of a route, or of what is nearest to it."""
        node = self.root
        for step in route:
            try:
                node = self._child(node, step)
            except (KeyError, IndexError, AttributeError):
                break
        return Lines(self.text).span(node.start_mark.index, node.start_mark.index)

    def _child(self, node: Node, step: str | int) -> Node:
        """The value one step down."""
        return node.value[step] if isinstance(step, int) else self._pair(node, step)[1]

    def _pair(self, node: Node, key: str | int) -> tuple[Node, Node]:
        """A key and its value. Raises KeyError where there is none."""
        for found, value in node.value:
            if found.value == key:
                return found, value
        raise KeyError(key)

    def node(self, route: Route) -> Node:
        """The value at a route."""
        node = self.root
        for step in route:
            node = self._child(node, step)
        return node

    # What is spliced in ------------------------------------------------------------------------------------------

    def insert(self, route: Route, position: int, item: Value, lines: Sequence[str] | None = None) -> Splice:
        """One more item of a list, before the one at a position."""
        parent = self.node(route[:-1])
        try:
            key, items = self._pair(parent, route[-1])
        except KeyError:
            return self._add(parent, str(route[-1]), [item], ())
        if items.id != "sequence" or not items.value:
            return self._begin_list(parent, key, items, item)
        if items.flow_style:
            return self._in_flow(items, position, flow(item))
        return self._in_block(items, position, item, lines)

    def put(self, route: Route, value: Value, order: Sequence[str]) -> Splice:
        """Another value for a key, or a key that was not there."""
        parent, step = self.node(route[:-1]), route[-1]
        if isinstance(step, int):
            node = parent.value[step]
            return Splice(node.start_mark.index, self.end_of(node), self._inline(parent, value))
        try:
            key, node = self._pair(parent, step)
        except KeyError:
            return self._add(parent, step, value, order)
        text, colon, end = self._inline(parent, value), self.after_colon(key), self.end_of_value(key, node)
        if colon < node.start_mark.index and _is_one_line(node):
            return Splice(node.start_mark.index, end, text)
        comment = _COMMENT.search(self.text, colon, self.line_end(colon))
        return Splice(colon, end, f" {text}{comment[0] if comment else ''}")

    def remove(self, route: Route) -> Splice:
        """A key and its value taken out."""
        parent, step = self.node(route[:-1]), route[-1]
        if isinstance(step, int):
            return self._remove_item(parent, step)
        key, node = self._pair(parent, step)
        end = self.end_of_value(key, node)
        position = next(n for n, pair in enumerate(parent.value) if pair[0] is key)
        if not parent.flow_style:
            start = self.line_start(key.start_mark.index)
            if self.text[start : key.start_mark.index].strip():
                raise KeyError(step)  # it shares its line with the dash of a list
            return Splice(start, self.next_line(end), "")
        if position:
            return Splice(self.end_of_value(*parent.value[position - 1]), end, "")
        following = parent.value[1][0].start_mark.index if len(parent.value) > 1 else end
        return Splice(key.start_mark.index, following, "")

    def _remove_item(self, items: Node, position: int) -> Splice:
        end = self.end_of_item(items, position)
        if not items.flow_style:
            return Splice(self.line_start(self.item_start(items, position)), self.next_line(end), "")
        if position:
            return Splice(self.end_of_item(items, position - 1), end, "")
        following = items.value[1].start_mark.index if len(items.value) > 1 else end
        return Splice(items.value[0].start_mark.index, following, "")

    def rename(self, route: Route, name: str) -> Splice:
        """Another name for a key."""
        parent = self.node(route[:-1])
        key, _ = self._pair(parent, route[-1])
        return Splice(key.start_mark.index, key.end_mark.index, scalar(name, flow=bool(parent.flow_style)))

    # Pieces of them ----------------------------------------------------------------------------------------------

    def _inline(self, parent: Node, value: Value) -> str:
        return flow(value) if parent.flow_style or not isinstance(value, str) else scalar(value, flow=False)

    def _add(self, parent: Node, key: str, value: Value, order: Sequence[str]) -> Splice:
        """A key that is not there yet."""
        if not parent.value:
            raise KeyError(key)
        before = self._predecessor(parent, key, order)
        if parent.flow_style:
            end = self.end_of_value(*before)
            return Splice(end, end, f", {scalar(key, flow=True)}: {flow(value)}")
        return self._lines_after(
            self.end_of_value(*before), parent.value[0][0].start_mark.column, entry(key, value, self.list_offset)
        )

    def _predecessor(self, parent: Node, key: str, order: Sequence[str]) -> tuple[Node, Node]:
        """The pair after which a new key comes: the last of those that the order puts before it, else the last."""
        before = order[: order.index(key)] if key in order else ()
        there = [(found, value) for found, value in parent.value if found.value in before]
        found, value = there[-1] if there else parent.value[0 if before else -1]
        return found, value

    def _begin_list(self, parent: Node, key: Node, value: Node, item: Value) -> Splice:
        """The first item of a list that is empty, or has no value at all."""
        start, end = self.after_colon(key), self.end_of_value(key, value)
        if parent.flow_style:
            return Splice(start, end, f" [{flow(item)}]")
        tail = self.text[end : self.line_end(end)]
        column = key.start_mark.column + self.list_offset
        lines = [" " * column + line for line in item_lines(item, one_line=False)]
        return Splice(start, end + len(tail), self.newline.join([tail.rstrip(), *lines]))

    def _in_flow(self, items: Node, position: int, text: str) -> Splice:
        if not position:
            inside = self.text.index("[", items.start_mark.index) + 1
            return Splice(inside, inside, f"{text}, ")
        end = self.end_of_item(items, position - 1)
        return Splice(end, end, f", {text}")

    def _in_block(self, items: Node, position: int, item: Value, lines: Sequence[str] | None) -> Splice:
        neighbour = items.value[max(position - 1, 0)]
        column = self.dash_column(items)
        one_line = neighbour.id != "mapping" or bool(neighbour.flow_style)
        gap = STEP if one_line or not neighbour.value else neighbour.value[0][0].start_mark.column - column
        lines = lines or list(item_lines(item, one_line=one_line, gap=gap if gap > 0 else STEP))
        if position:
            return self._lines_after(self.end_of_item(items, position - 1), column, lines)
        start = self.dash(items) - column
        return Splice(start, start, "".join(" " * column + line + self.newline for line in lines))

    def _lines_after(self, offset: int, column: int, lines: Sequence[str]) -> Splice:
        """Lines below the one that a value ends in; what ends with its line break ends in the line before."""
        indented = [" " * column + line if line else "" for line in lines]
        if self.text[offset - 1] in "\r\n":
            return Splice(offset, offset, "".join(line + self.newline for line in indented))
        end = self.line_end(offset)
        return Splice(end, end, "".join(self.newline + line for line in indented))


def _is_one_line(node: Node) -> bool:
    """Whether a value stands in one piece, rather than in lines below its key."""
    return node.style not in {"|", ">"} if node.id == "scalar" else bool(node.flow_style)
