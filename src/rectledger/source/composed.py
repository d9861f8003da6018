"""What `source/yaml.py` says of text that is not plain: data and places from the nodes of the parser."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from rectledger.diagnostics import START_OF_FILE, Key, Route, Span
from rectledger.source.compose import MAX_DEPTH, Node, compose
from rectledger.source.plain_flow import NULLS, Data
from rectledger.source.text import Finding, Lines, UnreadableError

MAX_VALUES = 200_000
"""Values of a file once its aliases are written out."""


def parse_composed(text: str) -> tuple[Data, list[Finding]]:
    """The data of any text and what is wrong with it all the same. Raises UnreadableError as `yaml.parse` does."""
    node = compose(text)
    if "*" in text:
        _refuse_aliases(node)
    reader = _Reader(text)
    return reader.data(node), reader.findings


def locate_composed(text: str, routes: Sequence[Route]) -> list[Span]:
    """The span of the value at each route, as `yaml.locate` gives it."""
    try:
        places = _Places(text)
    except UnreadableError:
        return [START_OF_FILE] * len(routes)
    return [places.span(route) for route in routes]


def _refuse_aliases(node: Node) -> None:
    values, depth = _Extent().of(node)
    if values > MAX_VALUES:
        raise UnreadableError(Finding("RL018", values={"limit": MAX_VALUES}))
    if depth > MAX_DEPTH:
        raise UnreadableError(Finding("RL019", values={"limit": MAX_DEPTH}))


class _Reader:
    """Turns one file's nodes into data, each node once, so that aliases cost nothing."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self._text = text
        self._made: dict[int, Data] = {}

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def data(self, node: Node) -> Data:
        if node.id == "scalar":
            return None if not node.style and node.value in NULLS else node.value
        key = id(node)
        if key not in self._made:
            self._made[key] = None
            self._made[key] = self._mapping(node) if node.id == "mapping" else [self.data(item) for item in node.value]
        return self._made[key]

    def _mapping(self, node: Node) -> dict[str, Data]:
        out: dict[str, Data] = {}
        for key, value in node.value:
            if key.id != "scalar":
                self._report("RL007.key", key)
            elif key.value in out:
                self._report("RL004", key, key=key.value)
            else:
                out[key.value] = self.data(value)
        return out

    def _report(self, message: str, node: Node, **values: object) -> None:
        self.findings.append(Finding(message, _node_span(node, self._lines), values))


class _Extent:
    """How much one file's nodes are with their aliases written out, each node counted once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, int]] = {}

    def of(self, node: Node) -> tuple[int, int]:
        """The values and the levels of a node; one that holds itself has too many values."""
        if node.id == "scalar":
            return 1, 0
        key = id(node)
        if key not in self._known:
            self._known[key] = MAX_VALUES + 1, 0
            children = (v for pair in node.value for v in pair) if node.id == "mapping" else node.value
            found = [self.of(child) for child in children]
            self._known[key] = 1 + sum(n for n, _ in found), 1 + max((depth for _, depth in found), default=0)
        return self._known[key]


class _Places:
    """Finds the way through one file's nodes; the keys of a mapping are looked through once."""

    def __init__(self, text: str) -> None:
        self._root = compose(text)
        self._lines = Lines(text)
        self._steps: dict[int, dict[str, tuple[Node, Node]]] = {}

    def span(self, route: Route) -> Span:
        node, key = self._root, None
        for step in route:
            found = self._child(node, step)
            if found is None:
                continue
            if isinstance(step, Key):
                return _node_span(found[0], self._lines)
            key, node = found
        if node is self._root:
            node = _first(node)
        return _node_span(node if key is None or node.id == "scalar" else key, self._lines)

    def _child(self, node: Node, step: str | int) -> tuple[Any, Node] | None:
        """The key (None in a list) and the value one step down."""
        if isinstance(step, int):
            return (None, node.value[step]) if node.id == "sequence" and step < len(node.value) else None
        return self._pairs(node).get(step) if node.id == "mapping" else None

    def _pairs(self, node: Node) -> dict[str, tuple[Node, Node]]:
        """The keys and values of a mapping; of one key the first."""
        if id(node) not in self._steps:
            self._steps[id(node)] = {k.value: (k, v) for k, v in reversed(node.value) if k.id == "scalar"}
        return self._steps[id(node)]


def _first(root: Node) -> Node:
    if root.id == "scalar" or not root.value:
        return root
    return root.value[0][0] if root.id == "mapping" else root.value[0]


def _node_span(node: Node, lines: Lines) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    if node.id == "scalar" and node.style in {"|", ">"}:
        end = start + 1
    elif node.id != "scalar" and not node.flow_style:
        first = _first(node)
        end = first.end_mark.index if first is not node and first.id == "scalar" else start
    return lines.span(start, end)
