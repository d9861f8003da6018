"""A Markdown template as the blocks of a Word template: paragraphs, tables, and the statements between them.

A line is a paragraph. A comment before it names its style, as in `{# style: sign-off #}`. What Word has no place for
is a TemplateProblem.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rectledger.render.plain import runs
from rectledger.render.problems import TemplateProblem, problems_of
from rectledger.render.sandbox import Sandbox
from rectledger.render.word.layout import STYLES
from rectledger.render.word.pieces import Line, Tag, lines_of

PLACEHOLDER = "\ufdd0"
"""Stands for a tag while the marks of a line are read: a character that no text may hold."""
_OPENS, _CLOSES, _BETWEEN = {"if", "for"}, {"endif", "endfor"}, {"else", "elif"}
_KNOWN = {*_OPENS, *_CLOSES, *_BETWEEN, "set", "#"}
_QUOTES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "“”‘’"}
"""In a tag of a Word template such quotes stand for straight ones, which Word turns into them."""
_STYLE = re.compile(r"style:\s*(\S+)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_HEADINGS = ("title", "heading-1", "heading-2", "heading-3", "body", "body")
_QUOTATION = re.compile(r" {0,3}(?:>[ \t]?)+")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")


class Run(Struct, frozen=True):
    """Words, or the text of a tag, with the same marks on all of them: `**`, `*`, `~~`."""

    text: str
    marks: frozenset[str] = frozenset()


class Statement(Struct, frozen=True):
    """A statement on a line of its own."""

    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph and the style that it has, by its key in STYLES."""

    style: str
    runs: tuple[Run, ...]


class Row(Struct, frozen=True):
    """The cells of a row of a table."""

    cells: tuple[tuple[Run, ...], ...]


class Table(Struct, frozen=True):
    """A table: rows, and statements that repeat or leave out rows. The first row is its head."""

    widths: tuple[int, ...]
    """Of the columns, against each other: as many as the rule below the head has dashes."""
    aligns: tuple[str, ...]
    rows: tuple[Row | Statement, ...]


Block = Statement | Paragraph | Table


class _Reader:
    """Reads the lines of one template."""

    def __init__(self, name: str) -> None:
        self.name, self.style = name, ""

    def blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        at = 0
        while at < len(lines):
            line = lines[at]
            if _is_row(line) and at + 1 < len(lines) and _TABLE_RULE.fullmatch(_words(lines[at + 1])):
                size = _size_of_table(lines[at:])
                yield self._table(lines[at : at + size])
                at += size
                continue
            yield from self._statements(line) if line.alone else self._paragraph(line)
            at += 1

    def _statements(self, line: Line) -> Iterator[Statement]:
        for tag in line.alone:
            if tag.word == "#":
                self._directive(tag)
            else:
                self._check(tag)
                if "%" in tag.inside or "}" in tag.inside:
                    raise TemplateProblem("cannot.word-statement", self.name, tag.line, tag.text)
                yield Statement(tag.inside.translate(_QUOTES))

    def _directive(self, tag: Tag) -> None:
        found = _STYLE.fullmatch(tag.inside)
        if not found:
            return
        if found[1] not in STYLES:
            values = {"known": "、".join(key for key in STYLES if key != "footer")}
            raise TemplateProblem("cannot.word-style", self.name, tag.line, found[1], **values)
        self.style = found[1]

    def _check(self, tag: Tag) -> None:
        if tag.word not in _KNOWN or (tag.word == "set" and "=" not in tag.text):
            raise TemplateProblem("cannot.word-statement", self.name, tag.line, tag.text)

    def _paragraph(self, line: Line) -> Iterator[Paragraph]:
        text, tags = self._opaque(line)
        if not text.strip() or _RULE.fullmatch(text):
            return
        style = self.style or "body"
        if heading := _HEADING.match(text):
            style = self.style or _HEADINGS[len(heading[1]) - 1]
            text = re.sub(r"(^|[ \t])#+$", "", text[heading.end() :].strip(" \t"))
        self.style = ""
        yield Paragraph(style, _runs(_QUOTATION.sub("", text, count=1).strip(), iter(tags)))

    def _opaque(self, line: Line) -> tuple[str, list[str]]:
        """A line with a placeholder for each of its tags, and the tags, which must be complete within the line."""
        depth = 0
        for tag in (part for part in line.parts if isinstance(part, Tag) and part.word):
            self._check(tag)
            depth += (tag.word in _OPENS) - (tag.word in _CLOSES)
            if depth < (tag.word in _BETWEEN):
                raise TemplateProblem("cannot.word-block", self.name, tag.line, tag.text)
        if depth or PLACEHOLDER in _words(line):
            raise TemplateProblem("cannot.word-block", self.name, line.number, _words(line, "…"))
        parts = [part for part in line.parts if not isinstance(part, Tag) or part.word != "#"]
        return "".join(PLACEHOLDER if isinstance(part, Tag) else part for part in parts), _tags(parts)

    def _table(self, lines: Sequence[Line]) -> Table:
        head = Row(tuple(self._cells(lines[0])))
        rules = [cell.strip() for cell in _words(lines[1]).strip().strip("|").split("|")]
        rows: list[Row | Statement] = [head]
        for line in lines[2:]:
            rows += self._statements(line) if line.alone else [Row(tuple(self._cells(line)))]
        aligns = tuple("center" if r[0] == r[-1] == ":" else "right" if r[-1] == ":" else "left" for r in rules)
        return Table(tuple(rule.count("-") for rule in rules), aligns, tuple(rows))

    def _cells(self, line: Line) -> Iterator[tuple[Run, ...]]:
        text, tags = self._opaque(line)
        remaining = iter(tags)
        inner = re.sub(r"(?<!\\)\|\s*$", "", text.strip()[1:])
        for cell in re.split(r"(?<!\\)\|", inner):
            yield _runs(cell.strip(), remaining)


def blocks_of(source: str, name: str) -> tuple[Block, ...]:
    """What a Markdown template looks like in Word. Raises TemplateProblem."""
    with problems_of(name):
        Sandbox().parse(source)
    return tuple(_Reader(name).blocks(list(lines_of(source))))


def _words(line: Line, instead: str = "") -> str:
    return "".join(part if isinstance(part, str) else instead for part in line.parts)


def _tags(parts: Iterable[str | Tag]) -> list[str]:
    return [part.text.translate(_QUOTES) for part in parts if isinstance(part, Tag)]


def _is_row(line: Line) -> bool:
    return bool(line.parts) and isinstance(line.parts[0], str) and line.parts[0].lstrip().startswith("|")


def _size_of_table(lines: Sequence[Line]) -> int:
    """How many lines belong to the table that begins here: rows, and statements that begin and end within it."""
    depth, size = 0, 0
    for at, line in enumerate(lines):
        if not _is_row(line) and not line.alone:
            break
        for tag in line.alone:
            depth += (tag.word in _OPENS) - (tag.word in _CLOSES)
            if depth < (tag.word in _BETWEEN):
                return size
        size = at + 1 if not depth else size
    return size


def _runs(text: str, tags: Iterator[str]) -> tuple[Run, ...]:
    """The runs of a text, the tags back in their places."""
    found = []
    for words, marks in runs(text):
        pieces = words.split(PLACEHOLDER)
        joined = pieces[0] + "".join(next(tags) + piece for piece in pieces[1:])
        found.append(Run(joined, marks))
    return tuple(found)
