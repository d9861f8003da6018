"""Lists of measures and forecasts as text."""

from collections.abc import Callable, Iterable
from itertools import groupby

from rectledger.messages import Language, say
from rectledger.render.colour import style
from rectledger.render.layout import shortened, table
from rectledger.render.text.status import item_lines, limit_name
from rectledger.views.forecast import Change, Turn
from rectledger.views.items import Item

COLOURS = {Turn.GREEN: "green", Turn.YELLOW: "yellow"}


def items_text(items: tuple[Item, ...], head: str, language: Language, width: int) -> str:
    """A list, most urgent first."""
    lines = item_lines(items, language, width)
    return "\n".join([style(shortened(head, width), bold=True), *lines]) + "\n"


def grouped_text(
    items: tuple[Item, ...], head: str, name_of: Callable[[Item], str], language: Language, width: int
) -> str:
    """The same list in groups, the group with the most urgent line first."""
    order = {name: i for i, name in reversed(list(enumerate(map(name_of, items))))}
    blocks = [style(shortened(head, width), bold=True)]
    for name, group in groupby(sorted(items, key=lambda line: order[name_of(line)]), key=name_of):
        lines = list(group)
        title = say("list.group", language, {"name": name or "—", "count": len(lines)})
        blocks += [
            "",
            style(shortened(title, width), bold=True),
            *(f"  {line}" for line in item_lines(lines, language, width - 2)),
        ]
    return "\n".join(blocks) + "\n"


def forecast_text(changes: Iterable[Change], head: str, language: Language, width: int) -> str:
    """What happens on which day."""
    changes = list(changes)
    rows = [
        [
            str(change.day),
            say(f"turn.{change.turn}", language),
            "" if change.turn is Turn.LIMIT_MISSED else change.ref,
            limit_name(change.ref, language) if change.turn is Turn.LIMIT_MISSED else change.title,
            shortened(change.owner_name or "", 20),
        ]
        for change in changes
    ]
    lines = table(rows, width, flexible=3)
    coloured = (style(text, fg=COLOURS.get(change.turn, "red")) for text, change in zip(lines, changes, strict=True))
    return "\n".join([style(shortened(head, width), bold=True), *coloured]) + "\n"
