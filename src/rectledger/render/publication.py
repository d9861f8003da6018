"""What the public will read otherwise: as text, as Markdown for a merge request, as JSON."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from rectledger.changes.publication import Count, Fate, Reading
from rectledger.changes.wording import Wording
from rectledger.messages import Language, say
from rectledger.render.changes import MARKDOWN, MARKED, TERMINAL, marked
from rectledger.render.colour import style
from rectledger.render.layout import clean
from rectledger.render.machine import dumped

_SIGNS = {Fate.NEW: "+", Fate.GONE: "-"}


class Republished(Struct, frozen=True):
    """A document before and after."""

    name: str
    base: str
    reading: Reading
    before: Mapping[str, Count]
    """What it counted, by level."""
    after: Mapping[str, Count]
    language: Language

    def figures(self) -> list[str]:
        """How much there is before and after: sentences, and what is published at each level."""
        read = self.reading
        fates = Counter(sentence.fate for sentence in read.sentences)
        values: dict[str, object] = {fate: fates[fate] for fate in Fate}
        lines = [say("republished.sentences", self.language, {**values, "before": read.before, "after": read.after})]
        for level, now in self.after.items():
            was = self.before.get(level, Count(0, 0))
            numbers = {"total_before": was.total, "total": now.total, "done_before": was.done, "done": now.done}
            lines.append(say(f"republished.{level}", self.language, numbers))
        return lines


def republished_text(told: Republished) -> str:
    """A line a sentence that differs, behind a sign, and the figures."""
    lines = sentences_text(told.reading)
    return "\n".join([*lines, *(style(figure, bold=True) for figure in told.figures())]) + "\n"


def sentences_text(reading: Reading) -> list[str]:
    """The sentences that differ, a line each, behind a sign."""
    return [_line(fate, words) for fate, words in reading.sentences]


def _line(fate: Fate, words: Wording) -> str:
    if fate is Fate.CHANGED:
        return f"~ {marked(words, TERMINAL)}"
    return style(f"{_SIGNS[fate]} {clean(words.after or words.before)}", fg="green" if words.after else "red")


def republished_markdown(told: Republished) -> str:
    """The same for a merge request."""
    head = say("republished.head", told.language, {"name": told.name, "base": MARKDOWN.plain(told.base)})
    lines = [f"- {marked(words, MARKDOWN)}" for _, words in told.reading.sentences]
    return "\n".join([f"### {head}", "", *(f"{figure}  " for figure in told.figures()), "", *lines]).rstrip() + "\n"


def republished_json(told: Republished, head: str | None, as_of: object) -> str:
    """`rectledger.render-diff/1`."""
    read = told.reading
    return dumped(
        "render-diff",
        {
            "document": told.name,
            "base": told.base,
            "head": head,
            "as_of": as_of,
            "sentences": {"before": read.before, "after": read.after},
            "counts": {
                level: {"before": _count(told.before.get(level, Count(0, 0))), "after": _count(now)}
                for level, now in told.after.items()
            },
            "changes": sentences_data(read),
        },
    )


def sentences_data(reading: Reading) -> list[dict[str, object]]:
    """The sentences that differ, for JSON."""
    return [
        {
            "kind": fate,
            "before": words.before or None,
            "after": words.after or None,
            "text": marked(words, MARKED) if fate is Fate.CHANGED else words.after or words.before,
        }
        for fate, words in reading.sentences
    ]


def _count(count: Count) -> dict[str, int]:
    return {"total": count.total, "done": count.done}
