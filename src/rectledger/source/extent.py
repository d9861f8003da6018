"""Where the values of a text begin and end, to the character: what PyYAML's marks leave open for blocks and aliases."""

import re
from functools import cached_property
from typing import Any

from rectledger.source.compose import Node, compose
from rectledger.source.emit import STEP

_ALIAS = re.compile(r"[ \t]*\*[^\s,\[\]{}]+")
_COLON = re.compile(r"\s*:")
_BREAK = re.compile("[\r\n]")
_BEFORE_A_COLLECTION = re.compile(r"(?:[&!]\S*[ \t]*)*(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[ \t]*")
_BEFORE_A_DASH = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[ \t]*")


class Extent:
    """One file's nodes and the offsets between them. Raises UnreadableError where the text has none."""

    def __init__(self, text: str) -> None:
        """Compose the text."""
        self.text = text
        self.root = compose(text)

    @cached_property
    def newline(self) -> str:
        """How the file breaks its lines."""
        found = re.search("\r\n|\n|\r", self.text)
        return found[0] if found else "\n"

    @cached_property
    def list_offset(self) -> int:
        """How far the file's lists are indented below their key."""
        nodes: list[tuple[Any, Any]] = [(None, self.root)]
        while nodes:
            key, node = nodes.pop()
            if node.id == "sequence" and key is not None and not node.flow_style and node.value:
                return max(self.dash_column(node) - int(key.start_mark.column), 0)
            if node.id == "mapping":
                nodes += node.value
            elif node.id == "sequence":
                nodes += [(None, child) for child in node.value]
        return STEP

    def dash(self, items: Node) -> int:
        """The offset of a block list's first dash."""
        found = _BEFORE_A_COLLECTION.match(self.text, items.start_mark.index)
        return found.end() if found else int(items.start_mark.index)

    def dash_after(self, end: int) -> int:
        """The offset of the dash that follows the end of an item."""
        found = _BEFORE_A_DASH.match(self.text, self.next_line(end))
        return found.end() if found else end

    def item_start(self, items: Node, position: int) -> int:
        """The offset of the dash of an item of a block list."""
        return self.dash(items) if not position else self.dash_after(self.end_of_item(items, position - 1))

    def item_lines(self, items: Node, position: int) -> list[str]:
        """The lines of an item of a block list as they stand, from the column of its dash on."""
        dash = self.item_start(items, position)
        end = self.line_end(self.end_of_item(items, position))
        margin = dash - self.line_start(dash)
        first, *others = re.split("\r\n|\n|\r", self.text[dash:end])
        return [first, *(line[margin:] for line in others)]

    def dash_column(self, items: Node) -> int:
        """The column of a block list's dashes, from 0."""
        dash = self.dash(items)
        return dash - self.line_start(dash)

    def after_colon(self, key: Node) -> int:
        """The offset behind a key's colon."""
        found = _COLON.match(self.text, key.end_mark.index)
        if found is None:
            raise KeyError(key.value)
        return found.end()

    def end_of_value(self, key: Node, value: Node) -> int:
        """Where the value of a key ends."""
        return self.end_of(value, after=self.after_colon(key))

    def end_of(self, node: Node, after: int = -1) -> int:
        """Where what a node holds ends. A node that begins before `after`, where it should be, is an alias."""
        if node.start_mark.index < after:
            alias = _ALIAS.match(self.text, after)
            if alias is None:
                raise KeyError(after)
            return alias.end()
        if node.id == "scalar":
            return self._end_of_block_scalar(node) if node.style in {"|", ">"} else int(node.end_mark.index)
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        if node.id == "mapping":
            return self.end_of_value(*node.value[-1])
        return self.end_of_item(node, len(node.value) - 1)

    def end_of_item(self, items: Node, position: int) -> int:
        """Where an item of a list ends."""
        before = self.end_of_item(items, position - 1) if position and items.flow_style else items.start_mark.index
        return self.end_of(items.value[position], after=int(before))

    def _end_of_block_scalar(self, node: Node) -> int:
        end = int(node.end_mark.index)
        header = self.text[node.start_mark.index : self.line_end(node.start_mark.index)].partition("#")[0]
        if "+" in header:
            return end
        return max(len(self.text[:end].rstrip(" \t\r\n")), int(node.start_mark.index) + 1)

    def line_start(self, offset: int) -> int:
        """The offset at which an offset's line begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """The offset of the line break behind an offset."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """The offset at which the line after an offset's begins."""
        end = self.line_end(offset)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)
