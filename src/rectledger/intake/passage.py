"""Stretches of a document that know where they stand, and what is said about them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from rectledger.diagnostics import Problem, Span
from rectledger.render.escape import one_line
from rectledger.source.prose import Line

GONE = "\x1c"
"""Stands for a character that was taken out, so that all others keep their places; it counts as white space."""


class Passage(NamedTuple):
    """A stretch of a document: its text, and the offset at which it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @property
    def value(self) -> str:
        """The text as a record keeps it: without what was taken out, in one line."""
        return one_line(self.text.replace(GONE, ""))

    def cut(self, first: int, last: int | None = None) -> "Passage":
        """A part of it without the white space around; offsets count from its own beginning."""
        part = self.text[first:last]
        bare = part.lstrip()
        return Passage(bare.rstrip(), self.start + first + len(part) - len(bare))

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.value)


def joined(passages: Sequence[Passage]) -> Passage:
    """Passages in the order of the text as one, with line feeds for what stands between them."""
    if not passages:
        return Passage("", 0)
    parts, end = [], passages[0].start
    for passage in passages:
        parts += ["\n" * (passage.start - end), passage.text]
        end = passage.end
    return Passage("".join(parts), passages[0].start)


class Report(Struct):
    """The problems with a document, each at its place."""

    file: str
    lines: Sequence[Line]
    problems: list[Problem] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note where each line begins in the text of them all."""
        offset = 0
        for line in self.lines:
            self._starts.append(offset)
            offset += len(line.text) + 1

    @property
    def text(self) -> str:
        """All lines, a line feed between them."""
        return "\n".join(line.text for line in self.lines)

    def tell(self, key: str, passage: Passage, /, **values: object) -> None:
        """Note a problem with a passage."""
        self.problems.append(Problem(self.file, self.span(passage), key, values))

    def span(self, passage: Passage) -> Span:
        """Where a passage stands in the document."""
        return Span(*self._place(passage.start), *self._place(max(passage.end, passage.start)))

    def line_of(self, offset: int) -> int:
        """The position, from 0, of the line that holds an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def passages(self, text: str) -> Iterator[Passage]:
        """The lines of the document, of its text as it was cleaned."""
        for start, line in zip(self._starts, self.lines, strict=True):
            yield Passage(text[start : start + len(line.text)], start)

    def _place(self, offset: int) -> tuple[int, int]:
        if not self.lines:
            return 1, 1
        at = self.line_of(offset)
        return self.lines[at].number, offset - self._starts[at] + self.lines[at].column
