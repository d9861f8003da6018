"""YAML to data with the meanings of YAML 1.2 and, on demand, the place of every value.

All scalars are text: the model decides what is a date or a number. A plain `null`, `~` or
nothing at all is None. Merge keys and tags have no meaning here.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import yaml

from rectledger.diagnostics import START_OF_FILE, Key, Route, Span
from rectledger.source.text import Finding, Lines, UnreadableError

Node: TypeAlias = Any
"""A node as PyYAML composes it; its stubs leave out what tells the kinds apart."""
Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"


class Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """Composes nodes without guessing what their scalars mean, which costs a third of the time."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """One tag for everything: the model decides."""
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, _current: object, _index: object) -> None:
        """Nothing depends on where a value stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a value stands."""


MAX_DEPTH = 60
"""Collections inside collections; a record needs six. The composer recurses, so deeper text is never given to it."""
MAX_VALUES = 200_000
"""Values of a file once its aliases are written out."""

_MAY_BE_DEEP = re.compile(rf"^[ \t\-?:]{{{MAX_DEPTH},}}", re.MULTILINE)
_CONFLICT = re.compile(r"^<{7}(?=[ \r\n]).*?$", re.MULTILINE)
_WIDE_COLON = re.compile(r"(?:^ *(?:- +)*|[{,] *)(?P<key>[A-Za-z_][A-Za-z0-9_]*)(?P<colon>：)", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *\t+[ \t]*(?=[^\s#])", re.MULTILINE)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def parse(text: str) -> tuple[Data, list[Finding]]:
    """The data of a text and what is wrong with it all the same (duplicate keys).

    Raises UnreadableError where there is no data: a syntax error, conflict markers, no or
    several documents, nesting or aliases beyond every use.
    """
    node = _compose(text)
    reader = _Reader(text)
    data = reader.data(node)
    if "*" in text and reader.size(node) > MAX_VALUES:
        raise UnreadableError(Finding("RL018", values={"limit": MAX_VALUES}))
    return data, reader.findings


def locate(text: str, routes: Iterable[Route]) -> list[Span]:
    """The span of the value at each route; of what lacks in the text, the nearest value around it.

    Where a route ends in a `Key`, or in a key whose value is a collection, the key is the place.
    Text that cannot be parsed has the start of the file for every route.
    """
    routes = list(routes)
    try:
        root, lines = _compose(text), Lines(text)
    except UnreadableError:
        return [START_OF_FILE] * len(routes)
    return [_span(root, route, lines) for route in routes]


def wide_colons(text: str) -> list[Finding]:
    """Every full-width colon that stands where a key's colon belongs."""
    lines = Lines(text)
    return [
        Finding("RL003", lines.span(m.start("colon"), m.end("colon")), {"key": m["key"]})
        for m in _WIDE_COLON.finditer(text)
    ]


def _compose(text: str) -> Node:
    if conflicts := _conflicts(text):
        raise UnreadableError(*conflicts)
    try:
        _refuse_depth(text)
        return _single_document(text)
    except yaml.YAMLError as error:
        raise _syntax_error(text, error) from None
    except RecursionError:
        raise UnreadableError(Finding("RL019", values={"limit": MAX_DEPTH})) from None


def _single_document(text: str) -> Node:
    loader = Loader(text)
    try:
        if not loader.check_node():
            raise UnreadableError(Finding("RL016"))
        node = loader.get_node()
        if loader.check_node():
            start = loader.get_node().start_mark.index
            raise UnreadableError(Finding("RL017", Lines(text).span(start, start)))
    finally:
        loader.dispose()
    return node


def _refuse_depth(text: str) -> None:
    if text.count("[") + text.count("{") < MAX_DEPTH and not _MAY_BE_DEEP.search(text):
        return
    depth = 0
    events: Iterable[Any] = yaml.parse(text, Loader=Loader)
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            span = Lines(text).span(event.start_mark.index, event.end_mark.index)
            raise UnreadableError(Finding("RL019", span, {"limit": MAX_DEPTH}))


def _conflicts(text: str) -> list[Finding]:
    found = list(_CONFLICT.finditer(text))
    lines = Lines(text) if found else None
    return [Finding("RL011", lines.span(m.start(), m.end())) for m in found if lines]


def _syntax_error(text: str, error: yaml.YAMLError) -> UnreadableError:
    lines = Lines(text)
    offset = _offset(error, "problem_mark", len(text))
    last = lines.span(offset, offset).line
    context = _offset(error, "context_mark", offset)
    suspects = range(min(last, lines.span(context, context).line) - 1, last + 1)
    colons = wide_colons(text)
    if any(found.span.line in suspects for found in colons):
        return UnreadableError(*colons)
    for tab in _TAB_INDENT.finditer(text):
        span = lines.span(tab.start(), tab.end())
        if span.line in range(last - 1, last + 1):
            return UnreadableError(Finding("RL002", span))
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    return UnreadableError(Finding("RL001", lines.span(offset, offset + (offset < len(text))), {"problem": problem}))


def _offset(error: yaml.YAMLError, name: str, default: int) -> int:
    mark = getattr(error, name, None)
    return min(mark.index, default) if mark else default


class _Reader:
    """Turns one file's nodes into data, each node once, so that aliases cost nothing."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self._text = text
        self._made: dict[int, Data] = {}
        self._sizes: dict[int, int] = {}

    def data(self, node: Node) -> Data:
        if node.id == "scalar":
            return None if node.style is None and node.value in _NULLS else node.value
        key = id(node)
        if key not in self._made:
            self._made[key] = None
            self._made[key] = self._mapping(node) if node.id == "mapping" else [self.data(item) for item in node.value]
        return self._made[key]

    def size(self, node: Node) -> int:
        """How many values a node is with its aliases written out; one that holds itself counts as too many."""
        if node.id == "scalar":
            return 1
        key = id(node)
        if key not in self._sizes:
            self._sizes[key] = MAX_VALUES + 1
            children = (v for pair in node.value for v in pair) if node.id == "mapping" else node.value
            self._sizes[key] = 1 + sum(self.size(child) for child in children)
        return self._sizes[key]

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
        self.findings.append(Finding(message, _node_span(node, Lines(self._text)), values))


def _span(root: Node, route: Sequence[str | int], lines: Lines) -> Span:
    node, key = root, None
    for step in route:
        if isinstance(step, Key) and (pair := _child(node, step)):
            return _node_span(pair[0], lines)
        found = _child(node, step)
        if found is None:
            continue
        key, node = found
    if key is not None and node.id != "scalar":
        return _node_span(key, lines)
    return _node_span(node, lines) if node is not root else _node_span(_first(root), lines)


def _first(root: Node) -> Node:
    if root.id == "scalar" or not root.value:
        return root
    return root.value[0][0] if root.id == "mapping" else root.value[0]


def _child(node: Node, step: str | int) -> tuple[Any, Node] | None:
    """The key (None in a list) and the value one step down."""
    if isinstance(step, int):
        return (None, node.value[step]) if node.id == "sequence" and step < len(node.value) else None
    if node.id != "mapping":
        return None
    return next(((k, v) for k, v in node.value if k.id == "scalar" and k.value == step), None)


def _node_span(node: Node, lines: Lines) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    if node.id == "scalar" and node.style in {"|", ">"}:
        end = start + 1
    elif node.id != "scalar" and not node.flow_style:
        first = _first(node)
        end = first.end_mark.index if first is not node and first.id == "scalar" else start
    return lines.span(start, end)
