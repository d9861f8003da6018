"""The day's picture as text."""

from collections.abc import Iterable, Mapping, Sequence

from rectledger.facts.clock import LimitFacts, LimitState
from rectledger.facts.quota import QuotaState
from rectledger.facts.records import Level
from rectledger.facts.state import State
from rectledger.messages import Language, catalogue, say, word
from rectledger.render.colour import style
from rectledger.render.layout import shortened, table
from rectledger.views.items import Item
from rectledger.views.picture_rows import Owed
from rectledger.views.status import Group, InspectionStatus, Status

MOST = 10
"""Lines of a list in the picture; the lists themselves have commands of their own."""
COLOURS = {Level.NONE: None, Level.GREEN: "green", Level.YELLOW: "yellow", Level.RED: "red"}


def status_text(status: Status, language: Language, width: int) -> str:
    """The picture, one block an inspection."""
    blocks = [inspection_text(inspection, status, language, width) for inspection in status.inspections]
    return picture_text(status, blocks, language, width)


def picture_text(status: Status, blocks: Sequence[str], language: Language, width: int) -> str:
    """The picture of blocks that are already text."""
    head = say("status.head", language, {"unit": status.unit, "day": status.as_of})
    shown = blocks or [say("status.empty", language)]
    return "\n\n".join([style(shortened(head, width), bold=True), *shown]) + "\n"


def inspection_text(inspection: InspectionStatus, status: Status, language: Language, width: int) -> str:
    """The block of an inspection; of the whole picture only its day and its policy are looked at."""
    head = inspection.head
    days = (status.as_of - head.feedback).days
    title = say(
        "status.inspection",
        language,
        {"title": head.title, "id": head.id, "feedback": head.feedback, "days": days},
    )
    measures = sum(inspection.measure_states.values())
    counts = say(
        "status.counts",
        language,
        {"headings": head.headings, "issues": inspection.count, "measures": measures},
    )
    parts = [
        style(shortened(title, width), bold=True),
        counts,
        say("status.issues", language, {"states": _states(inspection.issue_states, language)}),
        say("status.measures", language, {"states": _states(inspection.measure_states, language)}),
        *_section("status.overdue", inspection.overdue, language, width, "overdue"),
        *_section("status.due", inspection.due_soon, language, width, "due", within=status.within),
        *_quotas(inspection.owed, language, width),
        *_clock(head.clock, language, width),
        *_groups(inspection.groups, language, width),
    ]
    return "\n".join(parts)


def _states(states: Mapping[State, int], language: Language) -> str:
    return " · ".join(f"{word(f'state.{state}', language)} {n}" for state, n in states.items() if n) or "—"


def _section(
    key: str, items: tuple[Item, ...], language: Language, width: int, command: str, **values: object
) -> list[str]:
    head = say(key, language, {"count": len(items), **values})
    lines = item_lines(items[:MOST], language, width - 2)
    more = [say("status.more", language, {"count": len(items) - MOST, "command": command})] if len(items) > MOST else []
    return ["", style(head, bold=bool(items)), *(f"  {line}" for line in [*lines, *more])]


def item_lines(items: Iterable[Item], language: Language, width: int) -> list[str]:
    """Measures in columns: reference, title, deadline, days, owner, leader."""
    items = list(items)
    rows = [[line.ref, line.words, _day(line), days_text(line.days_left, language), who(line)] for line in items]
    lines = table(rows, width, flexible=1, right=(3,))
    return [style(text, fg=COLOURS[line.level]) for text, line in zip(lines, items, strict=True)]


def _day(line: Item) -> str:
    return f"{line.due}{'?' if line.provisional else ''}"


def who(line: Item) -> str:
    """Owner and leader, cut to fit a column."""
    return shortened(f"{line.owner_name} / {line.leader_name}" if line.leader_name else line.owner_name, 20)


def days_text(days_left: int | None, language: Language) -> str:
    """Days left, or late, in words."""
    if days_left is None:
        return "—"
    key = "days.late" if days_left < 0 else "days.today" if days_left == 0 else "days.left"
    return say(key, language, {"days": abs(days_left)})


def _quotas(owed: tuple[Owed, ...], language: Language, width: int) -> list[str]:
    rows = [
        [
            line.ref,
            line.text,
            f"{line.period.first} – {line.period.last}",
            f"{line.period.counted}/{line.period.asked}",
            word(f"quota.{line.period.state}", language),
        ]
        for line in owed
    ]
    lines = table(rows[-MOST:], width - 2, flexible=1)
    coloured = (
        style(text, fg="red" if line.period.state is QuotaState.MISSED else None)
        for text, line in zip(lines, owed[-MOST:], strict=True)
    )
    return [
        "",
        style(say("status.quotas", language, {"count": len(owed)}), bold=bool(owed)),
        *(f"  {line}" for line in coloured),
    ]


def _clock(limits: tuple[LimitFacts, ...], language: Language, width: int) -> list[str]:
    rows = [
        [
            limit_name(limit.name, language),
            f"{limit.due or '—'}{'?' if limit.provisional else ''}",
            f"{word(f'limit.{limit.state}', language)} {limit.done or ''}",
            days_text(limit.days_left, language) if not limit.done else "",
        ]
        for limit in limits
    ]
    lines = table(rows, width - 2, flexible=0)
    coloured = (
        style(text, fg="red" if limit.state is LimitState.MISSED else None)
        for text, limit in zip(lines, limits, strict=True)
    )
    return ["", style(say("status.clock", language), bold=bool(limits)), *(f"  {line}" for line in coloured)]


def limit_name(name: str, language: Language) -> str:
    """A limit of the clock in words; one that a ledger named itself, by its name."""
    return word(f"clock.{name}", language) if f"clock.{name}" in catalogue() else name


def _groups(groups: tuple[Group, ...], language: Language, width: int) -> list[str]:
    if not groups:
        return []
    head = [say(f"group.{column}", language) for column in ("name", "measures", "open", "overdue", "due")]
    names = [word(f"state.{g.name}", language) if f"state.{g.name}" in catalogue() else g.name or "—" for g in groups]
    rows = [
        [name, str(g.measures), str(g.open), str(g.overdue), str(g.due_soon)]
        for name, g in zip(names, groups, strict=True)
    ]
    return ["", *table([head, *rows], width, flexible=0, right=(1, 2, 3, 4))]
