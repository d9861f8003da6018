"""What differs between two revisions: as text, as Markdown for a merge request, as JSON."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from rectledger.changes.difference import Area, Difference, Group
from rectledger.changes.wording import Part, Wording
from rectledger.messages import Language, Term, say, word
from rectledger.model.ledger import Ledger
from rectledger.render.colour import style
from rectledger.render.escape import escaped
from rectledger.render.layout import clean
from rectledger.render.text.events import event_details

MARGIN = 12
"""Characters that are shown on each side of what differs."""
_TITLES = {Area.SETTINGS: "diff.settings", Area.PARTIES: "diff.parties", Area.FILE: "diff.files"}


class Look(Struct, frozen=True):
    """How a text, words that are gone, and words that are new are shown."""

    plain: Callable[[str], str]
    gone: Callable[[str], str]
    new: Callable[[str], str]


def _spaced(text: str) -> str:
    """A text for Markdown, with the spaces around it."""
    core = escaped(text)
    if not core:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{core}{' ' * text[-1:].isspace()}"


TERMINAL = Look(
    clean,
    lambda text: style(f"[-{clean(text)}-]", fg="red"),
    lambda text: style(f"{{+{clean(text)}+}}", fg="green"),
)
MARKED = Look(str, lambda text: f"[-{text}-]", lambda text: f"{{+{text}+}}")
MARKDOWN = Look(
    _spaced,
    lambda text: f"<del>{_spaced(text)}</del>",
    lambda text: f"<ins>{_spaced(text)}</ins>",
)


class Worded(Struct, frozen=True):
    """What is told, of which sides, in which language. The ledger knows the parties' names."""

    differences: Sequence[Difference]
    ledger: Ledger
    before: str
    after: str
    """Empty for the work tree."""
    language: Language

    def groups(self) -> Iterator[tuple[Group, list[Difference]]]:
        """The differences group by group."""
        for group, found in groupby(self.differences, key=lambda difference: difference.group):
            yield group, list(found)

    def title(self, group: Group, look: Look) -> str:
        """What a group is called."""
        if group.area in _TITLES:
            return say(_TITLES[group.area], self.language)
        if group.area is Area.INSPECTION:
            return say("diff.inspection", self.language, {"title": look.plain(group.title), "id": group.id})
        ident = f" {group.id}" if group.ref != group.id else ""
        return f"{group.ref}{ident} {look.plain(group.title)}"

    def line(self, difference: Difference, look: Look) -> str:
        """A difference, and which part of its group it is about."""
        part = f"{look.plain(difference.ref)} " if difference.ref != difference.group.ref else ""
        return part + self.sentence(difference, look)

    def sentence(self, difference: Difference, look: Look) -> str:
        """A difference in words."""
        values = {name: self._value(value, look) for name, value in difference.values.items()}
        return say(difference.key, self.language, values)

    def _value(self, value: object, look: Look) -> object:
        match value:
            case Wording():
                return marked(value, look)
            case Term() | int():
                return value
            case str():
                return look.plain(value)
            case _ if hasattr(value, "event"):
                return look.plain(self._event(value))
            case _:
                return str(value)

    def _event(self, event: Any) -> str:
        details = event_details(self.ledger, event, self.language)
        return f"{event.date} {word(f'event.{event.event}', self.language)} {details}".rstrip()

    def summary(self) -> str:
        """How many there are."""
        issues = {difference.group.id for difference in self.differences if difference.group.area is Area.ISSUE}
        values = {"changes": len(self.differences), "issues": len(issues)}
        return say("diff.summary" if self.differences else "diff.none", self.language, values)


def changes_text(worded: Worded) -> str:
    """A line a difference under its group, and a line that counts them."""
    lines: list[str] = []
    for group, found in worded.groups():
        lines.append(style(worded.title(group, TERMINAL), bold=True))
        lines += [f"  {worded.line(difference, TERMINAL)}" for difference in found]
    return "\n".join([*lines, worded.summary()]) + "\n"


def changes_markdown(worded: Worded) -> str:
    """The same for a merge request: a heading a group, a bullet a difference."""
    after = worded.after or word("diff.work-tree", worded.language)
    sides = {"before": _spaced(worded.before), "after": _spaced(after)}
    lines = [f"### {say('diff.sides', worded.language, sides)}", "", worded.summary(), ""]
    for group, found in worded.groups():
        lines += [f"**{worded.title(group, MARKDOWN)}**", ""]
        lines += [f"- {worded.line(difference, MARKDOWN)}" for difference in found]
        lines.append("")
    return "\n".join(lines)


def marked(words: Wording, look: Look) -> str:
    """A text with the words marked that are gone and new."""
    return "".join(_part(part, look) for part in words.parts())


def _part(part: Part, look: Look) -> str:
    if part.same:
        text = part.after
        return look.plain(text if len(text) <= 3 * MARGIN else f"{text[:MARGIN]}……{text[-MARGIN:]}")
    return (look.gone(part.before) if part.before else "") + (look.new(part.after) if part.after else "")
