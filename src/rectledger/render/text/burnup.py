"""States over time as text: a bar and its numbers for each day."""

from collections.abc import Iterable, Iterator, Mapping

from rectledger.facts.state import State
from rectledger.messages import Language, say, word
from rectledger.render.colour import style
from rectledger.render.layout import padded, wrapped
from rectledger.render.text.slippage import commit_text
from rectledger.views.burnup import Burnup, InspectionBurnup, Point

MARKS = {
    State.COMPLETE: "#",
    State.PARTIAL: "+",
    State.IN_PROGRESS: "-",
    State.TRANSFERRED: ">",
    State.DEFERRED: "~",
    State.NOT_STARTED: ".",
}
"""One mark a state, in the order of a bar; marks that every console has."""
BAR = 28


def burnup_text(burnup: Burnup, language: Language, width: int) -> str:
    """A block for each inspection."""
    blocks = ["\n".join(_block(inspection, burnup, language, width)) for inspection in burnup.inspections]
    return "\n\n".join(blocks or [say("status.empty", language)]) + "\n"


def _block(inspection: InspectionBurnup, burnup: Burnup, language: Language, width: int) -> Iterator[str]:
    head = say("burnup.head", language, {"title": inspection.title, "id": inspection.id, "day": burnup.as_of})
    yield from (style(line, bold=True) for line in wrapped(head, width))
    yield from wrapped("  ".join(f"{MARKS[s]} {word(f'state.{s}', language)}" for s in MARKS), width)
    heads = [
        say(f"burnup.{key}", language) for key in ("complete", "closed", *(("then",) if burnup.remembered else ()))
    ]
    yield _row(say("column.day", language), " " * (BAR + 2), heads)
    yield from (_row(str(point.day), f"[{bar(point.recorded.measures)}]", _cells(point)) for point in inspection.points)
    for gone in inspection.deleted:
        yield from wrapped(say("burnup.deleted", language, {"issue": gone.issue, "file": gone.file}), width)
        yield from wrapped(commit_text(gone.commit, language), width, "    ")


def _cells(point: Point) -> Iterator[str]:
    issues, measures = point.recorded
    yield f"{measures[State.COMPLETE]}/{measures.total()}"
    yield f"{issues[State.CLOSED]}/{issues.total()}"
    if point.known:
        yield f"{point.known.measures[State.COMPLETE]}/{point.known.measures.total()}"


def _row(day: str, drawing: str, cells: Iterable[str]) -> str:
    return f"{padded(day, 10)} {drawing}" + "".join(f" {padded(cell, 12, right=True)}" for cell in cells)


def bar(counts: Mapping[State, int]) -> str:
    """A bar in which a state that anything is in has a mark at least, and the largest gives way."""
    total = sum(counts.values())
    if not total:
        return " " * BAR
    lengths = {state: max(round(BAR * counts[state] / total), counts[state] > 0) for state in MARKS}
    lengths[max(lengths, key=lambda state: lengths[state])] += BAR - sum(lengths.values())
    return "".join(MARKS[state] * lengths[state] for state in MARKS)
