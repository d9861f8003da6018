"""YAML to data with the meanings of YAML 1.2 and, on demand, the place of every value.

All scalars are text: the model decides what is a date or a number. A plain `null`, `~` or
nothing at all is None. Merge keys and tags have no meaning here. What is plain is read here;
PyYAML, which takes longer to import than a small ledger to read, only says what is in doubt.
"""

from collections.abc import Iterable

from rectledger.diagnostics import Route, Span
from rectledger.source.plain import parse_plain
from rectledger.source.plain_flow import Data, DoubtError
from rectledger.source.text import Finding

_plain: set[int] = set()
"""The hashes of the texts that were plain, so that nobody has to find out again before a place in one is looked for."""


def parse(text: str) -> tuple[Data, list[Finding]]:
    """The data of a text and what is wrong with it all the same (duplicate keys).

    Raises UnreadableError where there is no data: a syntax error, conflict markers, no or
    several documents, nesting or aliases beyond every use.
    """
    try:
        data = parse_plain(text)
    except DoubtError:
        from rectledger.source.composed import parse_composed  # noqa: PLC0415

        return parse_composed(text)
    _plain.add(hash(text))
    return data, []


def locate(text: str, routes: Iterable[Route]) -> list[Span]:
    """The span of the value at each route; of what lacks in the text, the nearest value around it.

    Where a route ends in a `Key`, or in a key whose value is a collection, the key is the place.
    Text that cannot be parsed has the start of the file for every route.
    """
    from rectledger.source.plain_places import spans_in_plain  # noqa: PLC0415  # not every run points at something

    routes = list(routes)
    try:
        return spans_in_plain(text, routes, sure=hash(text) in _plain)
    except DoubtError:
        from rectledger.source.composed import locate_composed  # noqa: PLC0415

        return locate_composed(text, routes)
