"""The filters of templates: Jinja's own where they make nothing larger, and bounded ones in the place of others."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_environment
from jinja2.environment import Environment
from jinja2.filters import make_attrgetter
from markupsafe import Markup, escape

from rectledger.render.work import Work, bound, refuse_lists

Filter = Callable[..., Any]
_TEXT = ("capitalize", "e", "escape", "lower", "replace", "safe", "string", "title", "trim", "truncate", "upper")
"""Those that make a text of whatever they get."""


def _safe(value: object) -> str:
    """No hatch: what is printed is escaped, whatever a template calls it."""
    return "".join(str(value))


@pass_environment
def _join(environment: Environment, value: Iterable[object], d: str = "", attribute: str | None = None) -> str:
    work: Work = environment.work  # type: ignore[attr-defined]
    items = list(work.counted(value))
    if attribute is not None:
        items = [make_attrgetter(environment, attribute)(item) for item in items]
    texts = work.joined(items, str(d))
    return (escape(d) if any(isinstance(text, Markup) for text in texts) else str(d)).join(texts)


def _replace(value: object, old: str, new: str, count: int | None = None) -> str:
    text = value if isinstance(value, str) else str(value)
    times = text.count(old) if count is None else min(text.count(old), count)
    bound(len(text) + times * len(new))
    return text.replace(old, new, times)


@pass_environment
def _sum(environment: Environment, iterable: Iterable[Any], attribute: str | None = None) -> Any:
    items = iterable if attribute is None else map(make_attrgetter(environment, attribute), iterable)
    return sum(items)


FILTERS: Mapping[str, Filter | None] = {
    **dict.fromkeys(
        ("default", "d", "first", "last", "list", "items", "dictsort", "groupby", "sort", "unique", "reverse")
    ),
    **dict.fromkeys(("map", "select", "selectattr", "reject", "rejectattr", "length", "count", "max", "min")),
    **dict.fromkeys(("abs", "float", "int", "string", "lower", "upper", "title", "capitalize", "trim", "truncate")),
    **dict.fromkeys(("escape", "e", "wordcount")),
    "join": _join,
    "replace": _replace,
    "safe": _safe,
    "sum": _sum,
}
"""Every filter there is; None for Jinja's own."""


def paid(work: Work, function: Filter, name: str = "") -> Filter:
    """The function, paid for: what it is given, and what it makes. It gives lists, where Jinja's would give streams."""
    makes_text = name in _TEXT

    @wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        given = (*args, *kwargs.values())
        work.spend(1)
        for value in given:
            work.weigh(value)
        if makes_text:
            refuse_lists(next((value for value in given if not _is_jinjas(value)), None))
        return work.weighed(function(*args, **kwargs))

    return wrapper


def _is_jinjas(value: object) -> bool:
    return type(value).__module__.startswith(("jinja2.", "rectledger.render.sandbox"))
