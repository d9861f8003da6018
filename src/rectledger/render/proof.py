"""A template against the ledger: everything wrong with it, at its line or paragraph; what has no faults renders."""

from collections.abc import Callable, Iterator

from rectledger.diagnostics import START_OF_FILE, Problem, Span
from rectledger.errors import CannotRunError
from rectledger.messages import Phrase
from rectledger.render.document import FORMATS
from rectledger.render.faults import Fault, faults
from rectledger.render.order import Order
from rectledger.render.problems import TemplateProblem
from rectledger.source.templates import SUFFIX

_UNFILLED = frozenset(("cannot.no-letter", "cannot.no-issue", "cannot.omitted"))
"""What is no fault of a template's: the ledger has nothing to fill it in with."""


def words_problems(path: str, order: Order) -> list[Problem]:
    """What is wrong with a Markdown template, which stands at a path."""
    return [_at_line(path, fault) for fault in faults(order.words)] or [*_rendering(path, lambda: order.markdown)]


def word_problems(path: str, order: Order, layout: bytes) -> list[Problem]:
    """What is wrong with a Word template. Raises CannotRunError for one that is harmful or broken."""
    from rectledger.render.word.proof import word_faults  # noqa: PLC0415 -- only this kind pays for it

    found = [
        Problem(path, START_OF_FILE, fault.key, {**fault.values, "place": Phrase("place.before", {"place": place})})
        for place, fault in word_faults(path, layout)
    ]
    return found or [*_rendering(path, lambda: FORMATS["docx"].make(order))]


def _at_line(path: str, fault: Fault) -> Problem:
    span = Span(fault.line, fault.column, fault.line, fault.column + fault.length)
    return Problem(path, span, fault.key, {**fault.values, "place": ""})


def _rendering(path: str, render: Callable[[], object]) -> Iterator[Problem]:
    """What only filling it in brings out."""
    try:
        render()
    except CannotRunError as error:
        line = error.line if isinstance(error, TemplateProblem) and path.endswith(SUFFIX) else 1
        if error.key not in _UNFILLED:
            yield Problem(path, Span(line, 1, line, 1), "RL530.render", {"what": Phrase(error.key, error.values)})
