"""Text to the nodes of its one document, or what keeps it from being one."""

import re
from typing import Any, TypeAlias

import yaml

from rectledger.diagnostics import Span
from rectledger.source.text import Finding, Lines, UnreadableError

Node: TypeAlias = Any
"""A node as PyYAML composes it; its stubs leave out what tells the kinds apart."""


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

_TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 and later say of 1,000 levels; it reads ahead, and says so before it tells of the 61st."""

_LINE = r"(?:^|(?<=\r))"
"""Where a line begins, after the line break of any system."""
_MAY_BE_DEEP = re.compile(rf"[\r\n][ \t\-?:\ufeff]{{{MAX_DEPTH},}}")
_CONFLICT_BEGINS = re.compile(rf"{_LINE}<{{7}}(?=\s|\Z)[^\r\n]*", re.MULTILINE)
_CONFLICT_ENDS = re.compile(rf"{_LINE}>{{7}}(?=\s|\Z)[^\r\n]*", re.MULTILINE)
_DOCUMENT = re.compile(rf"{_LINE}---(?=\s|\Z)", re.MULTILINE)
_WIDE_COLON = re.compile(rf"(?:{_LINE} *(?:- +)*|[{{,] *)(?P<key>[A-Za-z_][A-Za-z0-9_]*)(?P<colon>：)", re.MULTILINE)
_TAB_INDENT = re.compile(rf"{_LINE} *\t+[ \t]*(?=[^\s#])", re.MULTILINE)


def wide_colons(text: str) -> list[Finding]:
    """Every full-width colon that stands where a key's colon belongs."""
    lines = Lines(text)
    return [
        Finding("RL003", lines.span(m.start("colon"), m.end("colon")), {"key": m["key"]})
        for m in _WIDE_COLON.finditer(text)
    ]


def compose(text: str) -> Node:
    """The node of a text's one document. Raises UnreadableError where there is none."""
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
            raise UnreadableError(Finding("RL017", _second_document(text, loader.get_node().start_mark.index)))
    finally:
        loader.dispose()
    return node


def _second_document(text: str, start: int) -> Span:
    """The `---` above a document's first value, or that value where there is none."""
    markers = [marker for marker in _DOCUMENT.finditer(text, 0, start + 3) if marker.start() <= start]
    return Lines(text).span(*(markers[-1].span() if markers else (start, start)))


def _refuse_depth(text: str) -> None:
    if text.count("[") + text.count("{") < MAX_DEPTH and not _MAY_BE_DEEP.search(f"\n{text}"):
        return
    depth = 0
    events: Any = yaml.parse(text, Loader=Loader)
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            span = Lines(text).span(event.start_mark.index, event.end_mark.index)
            raise UnreadableError(Finding("RL019", span, {"limit": MAX_DEPTH}))


def _conflicts(text: str) -> list[Finding]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:  # almost every text, and much faster to find out
        return []
    found = list(_CONFLICT_BEGINS.finditer(text)) or list(_CONFLICT_ENDS.finditer(text))
    lines = Lines(text) if found else None
    return [Finding("RL011", lines.span(m.start(), m.end())) for m in found if lines]


def _syntax_error(text: str, error: yaml.YAMLError) -> UnreadableError:
    lines = Lines(text)
    offset = _offset(error, "problem_mark", len(text))
    if getattr(error, "problem", None) == _TOO_DEEP_FOR_LIBYAML:
        return UnreadableError(Finding("RL019", lines.span(offset, offset), {"limit": MAX_DEPTH}))
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
