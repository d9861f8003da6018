"""What has one safe answer, answered: a text without the mistakes that can be mended without asking anybody."""

import unicodedata
from collections.abc import Callable, Mapping

from rectledger.diagnostics import Problem, Route, Span
from rectledger.load.kinds import Kind
from rectledger.load.record import read_record
from rectledger.source.edit import LayoutError, put, renamed
from rectledger.source.plain_flow import Data
from rectledger.source.text import Lines, UnreadableError
from rectledger.source.yaml import parse

SCHEMA = "rectledger/1"
_GOES_ON = ("长期", "坚持", "保持", "推进")
"""A deadline that goes on after its day needs `sustained` beside it, which is more than another spelling."""


def fixed(kind: Kind, file: str, text: str) -> str:
    """The text with everything mended that has one safe answer; the same where there is nothing."""
    while True:
        problems = read_record(kind, file, text.encode()).problems
        better = next((new for problem in problems if (new := _better(kind, file, text, problem, len(problems)))), None)
        if better is None:
            return text
        text = better


def _better(kind: Kind, file: str, text: str, problem: Problem, before: int) -> str | None:
    """The text without one problem and with no other in its place; None where that cannot be had."""
    fix = _FIXES.get(problem.key)
    if fix is None:
        return None
    try:
        new = fix(text, problem)
    except (LayoutError, UnreadableError):
        return None
    if new is None or new == text:
        return None
    left = read_record(kind, file, new.encode()).problems
    return new if len(left) < before or problem.key == "RL003" else None


def _wide_colon(text: str, problem: Problem) -> str | None:
    if not isinstance(problem.at, Span):
        return None
    start = Lines(text).offset(problem.at.line, problem.at.column)
    gap = "" if text[start + 1 : start + 2] in {" ", "\n", "\r", ""} else " "
    return f"{text[:start]}:{gap}{text[start + 1 :]}"


def _key(text: str, problem: Problem) -> str | None:
    return renamed(text, _route(problem), str(problem.values["near"]))


def _form(text: str, problem: Problem) -> str | None:
    if any(word in str(problem.values["value"]) for word in _GOES_ON):
        return None
    return put(text, _route(problem), str(problem.values["canonical"]))


def _digits(text: str, problem: Problem) -> str | None:
    value = _at(parse(text)[0], _route(problem))
    plain = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""
    return put(text, _route(problem), int(plain)) if plain.isascii() and plain.isdigit() else None


def _schema(text: str, problem: Problem) -> str | None:
    if problem.values["missing"] != "schema" or problem.at:
        return None
    return put(text, ("schema",), SCHEMA)


def _route(problem: Problem) -> Route:
    return () if isinstance(problem.at, Span) else problem.at


def _at(data: Data, route: Route) -> Data:
    for step in route:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(str(step)) if isinstance(data, dict) else None
    return data


_FIXES: Mapping[str, Callable[[str, Problem], str | None]] = {
    "RL003": _wide_colon,
    "RL005.near": _key,
    "RL006": _schema,
    "RL007": _digits,
    "RL009.form": _form,
    "RL010.canonical": _form,
}
"""By the key of the message that names the mistake."""
