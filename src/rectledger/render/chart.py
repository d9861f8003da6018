"""States over time as a drawing: SVG written by hand, without script, told apart by words and patterns of lines."""

from collections.abc import Iterator, Sequence
from html import escape

from rectledger.facts.state import State
from rectledger.messages import Language, say, word
from rectledger.views.burnup import InspectionBurnup

WIDTH, HEIGHT = 720, 300
LEFT, TOP, RIGHT, BOTTOM = 48, 16, 168, 36
ORDER = {
    State.COMPLETE: "#1b6e3c",
    State.PARTIAL: "#6fae45",
    State.TRANSFERRED: "#4a6fa5",
    State.DEFERRED: "#8d99ae",
    State.IN_PROGRESS: "#e0a030",
    State.NOT_STARTED: "#dddddd",
}
"""The states from the ground up, and their colours: dark to light, so that they differ in grey as well."""


def chart(inspection: InspectionBurnup, title: str, language: Language) -> str:
    """The measures of an inspection by state, stacked, with a line for the total that was known. No blank lines."""
    totals = [max(p.recorded.measures.total(), p.known.measures.total() if p.known else 0) for p in inspection.points]
    scale = _Scale(len(totals), max([*totals, 1]))
    name = escape(title)
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{name}" {size}>',
        f"<title>{name}</title>",
        f"<desc>{escape(_description(inspection, language))}</desc>",
        '<g font-family="sans-serif" font-size="12">',
        *_axes(inspection, scale),
        *_areas(inspection, scale, language),
        *_known(inspection, scale, language),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines)


class _Scale:
    """Where a day and a count stand in the drawing."""

    def __init__(self, days: int, most: int) -> None:
        self.days, self.most = days, most

    def x(self, position: int) -> str:
        """A day by its position; one alone stands at the right."""
        share = position / (self.days - 1) if self.days > 1 else 1
        return f"{LEFT + (WIDTH - LEFT - RIGHT) * share:.1f}"

    def y(self, count: int) -> str:
        """A count, from the ground up."""
        return f"{HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / self.most:.1f}"

    def line(self, counts: Sequence[int]) -> list[str]:
        """The places of a count on each day; a day alone makes a line all the way."""
        places = [f"{self.x(position)},{self.y(count)}" for position, count in enumerate(counts)]
        return places if self.days > 1 else [f"{LEFT},{self.y(counts[0])}", *places]


def _description(inspection: InspectionBurnup, language: Language) -> str:
    """The first and the last day in words."""
    days = [inspection.points[0], inspection.points[-1]] if inspection.points else []
    return " ".join(
        say(
            "burnup.description",
            language,
            {
                "day": point.day,
                "complete": point.recorded.measures[State.COMPLETE],
                "total": point.recorded.measures.total(),
            },
        )
        for point in days
    )


def _axes(inspection: InspectionBurnup, scale: _Scale) -> Iterator[str]:
    ground, right = scale.y(0), WIDTH - RIGHT
    yield f'<path d="M{LEFT} {TOP}V{ground}H{right}" fill="none" stroke="#333"/>'
    for count in sorted({0, scale.most // 2, scale.most}):
        yield f'<text x="{LEFT - 6}" y="{scale.y(count)}" dy="4" text-anchor="end">{count}</text>'
    if inspection.points:
        below = HEIGHT - BOTTOM + 18
        yield f'<text x="{LEFT}" y="{below}">{inspection.points[0].day}</text>'
        yield f'<text x="{right}" y="{below}" text-anchor="end">{inspection.points[-1].day}</text>'


def _areas(inspection: InspectionBurnup, scale: _Scale, language: Language) -> Iterator[str]:
    """One area a state on top of the other, and beside them what they mean and how many there are at the end."""
    ground = [0] * len(inspection.points)
    for position, (state, colour) in enumerate(ORDER.items()):
        counts = [point.recorded.measures[state] for point in inspection.points]
        top = [low + count for low, count in zip(ground, counts, strict=True)]
        if any(counts):
            edge = " ".join([*scale.line(top), *reversed(scale.line(ground))])
            yield f'<polygon points="{edge}" fill="{colour}" stroke="#fff" stroke-width="0.5"/>'
        yield from _key(position, colour, f"{word(f'state.{state}', language)} {counts[-1] if counts else 0}")
        ground = top


def _key(position: int, colour: str, words: str) -> Iterator[str]:
    x, y = WIDTH - RIGHT + 14, HEIGHT - BOTTOM - 12 - 20 * position
    yield f'<rect x="{x}" y="{y}" width="12" height="12" fill="{colour}"/>'
    yield f'<text x="{x + 18}" y="{y + 10}">{escape(words)}</text>'


def _known(inspection: InspectionBurnup, scale: _Scale, language: Language) -> Iterator[str]:
    """What the ledger had as complete on each day, as a dashed line."""
    known = [point.known.measures[State.COMPLETE] for point in inspection.points if point.known]
    if known:
        y = HEIGHT - BOTTOM - 6 - 20 * len(ORDER)
        places = " ".join(scale.line(known))
        x = WIDTH - RIGHT + 14
        yield f'<polyline points="{places}" fill="none" stroke="#000" stroke-width="1.5" stroke-dasharray="5 3"/>'
        yield f'<path d="M{x} {y}h12" stroke="#000" stroke-width="1.5" stroke-dasharray="5 3"/>'
        yield f'<text x="{x + 18}" y="{y + 4}">{escape(say("burnup.known", language))}</text>'
