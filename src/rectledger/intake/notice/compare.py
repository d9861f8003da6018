"""The notice that is rendered again, beside the text that it was taken from: every difference is told."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from rectledger.diagnostics import Problem
from rectledger.intake.passage import Passage, Report

NAMED = frozenset(("RL640", "RL641", "RL642", "RL643", "RL649", "RL653"))
"""What a difference in the same line may already be told by."""
_LABEL = re.compile(
    r"^(?:[（(]?[0-9一二三四五六七八九十百]{1,4}[)）、.．]|问题[0-9]{1,3}[:：]?)?(?:反馈(?:的)?问题[:：])?"
)
AROUND = 12
"""Characters that are shown from the first difference on."""


def tell_differences(source: Sequence[Passage], rendered: str, report: Report) -> None:
    """Say where the rendered text says something else than the source. Blank lines and outer spaces mean nothing."""
    ours = [line for line in source if line]
    theirs = [line.strip() for line in rendered.split("\n") if line.strip()]
    named = _named_lines(report.problems)
    matcher = SequenceMatcher(None, [line.value for line in ours], theirs)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            for line, words in zip_longest(ours[a:b], theirs[c:d]):
                _tell(line, words, ours[min(b, len(ours)) - 1] if ours else Passage("", 0), named, report)


def _tell(line: Passage | None, words: str | None, last: Passage, named: set[int], report: Report) -> None:
    if line is None:
        report.tell("RL648.added", last, rendered=_shortened(words or ""))
    elif words is None:
        report.tell("RL648.left", line, text=_shortened(line.value))
    elif not (report.span(line).line in named and _core(line.value) == _core(words)):
        at = next(_differing(line.value, words))
        found, now = line.value[at : at + AROUND], words[at : at + AROUND]
        first = line.text.find(line.value[:1]) + at
        report.tell("RL648", line.cut(first, first + len(found)), found=found or "—", rendered=now or "—")


def _differing(one: str, other: str) -> Iterator[int]:
    """Where two texts begin to differ, then their common end."""
    yield from (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    yield min(len(one), len(other))


def _named_lines(problems: Sequence[Problem]) -> set[int]:
    return {problem.at[0] for problem in problems if problem.code in NAMED and isinstance(problem.at[0], int)}


def _core(text: str) -> str:
    """A line without its label and without marks: what the difference in a label leaves."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in _LABEL.sub("", _LABEL.sub("", plain.strip()).strip()) if c.isalnum())


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * AROUND else f"{text[: 2 * AROUND]}…"
