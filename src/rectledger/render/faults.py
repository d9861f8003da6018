"""What is wrong with a template's text: names that nobody knows, braces, tags. All of it at once."""

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from msgspec import Struct, field

from rectledger.render.names import Unknown, unknown_names
from rectledger.render.sandbox import Sandbox

_FULL_WIDTH = re.compile(r"[｛{]\s*[｛%％#＃]|[｛{]\s*\{|[｝%％#＃]\s*[｝}]|\}\s*[｝}]")
"""Braces as an input method for Chinese leaves them, and those that are right."""
_RIGHT = frozenset(("{{", "{%", "{#", "}}", "%}", "#}"))
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MARK = re.compile("|".join(map(re.escape, sorted(_RIGHT))))


class Fault(Struct, frozen=True):
    """Something wrong on a line of a template. Lines and columns count from 1."""

    line: int
    column: int
    length: int
    key: str
    values: dict[str, object] = field(default_factory=dict)


def faults(source: str) -> list[Fault]:
    """What can be told of a template without data, in the order of the text."""
    braces = brace_faults(source)
    lines = source.split("\n")
    try:
        tree = Sandbox().parse(_without(lines, braces))
    except TemplateSyntaxError as error:
        return braces or [Fault(error.lineno, 1, 0, "RL530.syntax", {"reason": error.message or ""})]
    unknown = dict.fromkeys(unknown_names(tree))
    return sorted((*braces, *(_misnamed(lines, name) for name in unknown)), key=lambda one: (one.line, one.column))


def brace_faults(source: str) -> list[Fault]:
    """Braces that are none, and tags without their other end: where the first is the reason, the second is not said."""
    wide = list(full_width(source))
    lines = {fault.line for fault in wide}
    return [*wide, *(fault for fault in unclosed(source) if fault.line not in lines)]


def full_width(source: str) -> Iterator[Fault]:
    """Braces of full width, or far apart."""
    for number, line in enumerate(source.split("\n"), 1):
        for found in _FULL_WIDTH.finditer(line):
            if found[0] not in _RIGHT and re.search("[｛｝％＃]", found[0]):
                yield Fault(number, found.start() + 1, len(found[0]), "RL530.braces", {"written": found[0]})


def unclosed(source: str) -> Iterator[Fault]:
    """Tags that are opened and not closed, or closed and not opened."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(source):
        if opened and opened[0] == "{#" and mark[0] != "#}":
            continue
        if opened and mark[0] == _ENDS[opened[0]]:
            opened = None
        elif mark[0] in _ENDS:
            if opened:
                yield _open(source, opened)
            opened = mark
        elif not opened and mark[0] == "}}":
            yield _open(source, mark)
    if opened:
        yield _open(source, opened)


def _open(source: str, mark: re.Match[str]) -> Fault:
    line = source.count("\n", 0, mark.start()) + 1
    column = mark.start() - (source.rfind("\n", 0, mark.start()) + 1) + 1
    text = source[mark.start() :].split("\n", 1)[0][:40]
    return Fault(line, column, 2, "RL530.unclosed", {"tag": text})


def _without(lines: list[str], braces: list[Fault]) -> str:
    """The text without the rest of each line with such a fault, so that all else can be looked at."""
    kept = list(lines)
    for fault in braces:
        kept[fault.line - 1] = kept[fault.line - 1][: fault.column - 1]
    return "\n".join(kept)


def _misnamed(lines: list[str], unknown: Unknown) -> Fault:
    line = lines[unknown.line - 1] if unknown.line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(unknown.name)}(?!\w)", line)
    key = "RL530.near" if unknown.near else "RL530.name"
    column = found.start() + 1 if found else 1
    return Fault(unknown.line, column, len(unknown.name), key, {"name": unknown.name, "near": unknown.near})
