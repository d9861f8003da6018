"""What the models refuse, as problems: routes without the models' own steps, and the key that was probably meant."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from rectledger.diagnostics import Key, Problem, Route
from rectledger.load.explaining import errors_in
from rectledger.load.kinds import Kind
from rectledger.load.near import near
from rectledger.load.shapes import MODELS, ROOTS, keys, record_at
from rectledger.messages import Term
from rectledger.model.events import KINDS
from rectledger.source.compose import wide_colons

_EXPECTED = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "too_short": "three",
    "too_long": "three",
}
_WIDE_COLON_KEY = re.compile(r"\{?[A-Za-z_]\w*：")


def refusals(kind: Kind, file: str, text: str, values: Any) -> list[Problem]:
    """Everything that keeps a file from being a record: its text, and the values in it."""
    errors = errors_in(MODELS[kind], values)
    if not errors:
        raise AssertionError(f"{file}: not taken, and nothing wrong with it")
    colons = wide_colons(text) if any(_has_wide_colon(e) for e in errors) else []
    keys = {colon.values["key"] for colon in colons}
    left = [e for e in errors if not colons or not (_has_wide_colon(e) or _misses(e, keys))]
    return [Problem(file, f.span, f.key, f.values) for f in colons] + [_problem(kind, file, e) for e in left]


def _has_wide_colon(error: ErrorDetails) -> bool:
    candidates = (error["input"], error["loc"][-1] if error["loc"] else "")
    return any(isinstance(c, str) and _WIDE_COLON_KEY.match(c) for c in candidates)


def _misses(error: ErrorDetails, keys: Collection[object]) -> bool:
    """Whether an error says that one of the keys is missing, which is there with another colon."""
    return error["type"] == "missing" and error["loc"][-1] in keys


def _problem(kind: Kind, file: str, error: ErrorDetails) -> Problem:
    location, context = error["loc"], error.get("ctx", {})
    route = _route(location)
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key(kind, file, location)
        case "missing" if isinstance(location[-1], int):
            return _wrong_type(file, route[:-1], "three")
        case "missing":
            return Problem(file, route[:-1], "RL006", {"missing": location[-1]})
        case "literal_error":
            return _unknown_value(file, route, error["input"], re.findall(r"'([^']*)'", context["expected"]))
        case "union_tag_not_found":
            missing = isinstance(error["input"], dict)
            return (
                Problem(file, route, "RL006", {"missing": "event"}) if missing else _wrong_type(file, route, "mapping")
            )
        case "union_tag_invalid":
            return _unknown_value(file, (*route, "event"), error["input"]["event"], list(KINDS))
        case "rectledger":
            return _refused(file, route, dict(context))
        case other:
            return _wrong_type(file, route, _EXPECTED.get(other, "text"))


def _route(location: Sequence[str | int]) -> Route:
    """The location without the names of the event kinds that the model puts behind an event's number."""
    return tuple(
        step for i, step in enumerate(location) if not (i > 1 and location[i - 2] == "events" and step in KINDS)
    )


def _unknown_key(kind: Kind, file: str, location: Sequence[str | int]) -> Problem:
    key = str(location[-1])
    at = (*_route(location[:-1]), Key(key))
    known = keys(record_at(ROOTS[kind], location[:-1]))
    if close := near(key, known):
        return Problem(file, at, "RL005.near", {"key": key, "near": close})
    return Problem(file, at, "RL005", {"key": key, "known": ", ".join(known)})


def _unknown_value(file: str, at: Route, value: object, choices: list[str]) -> Problem:
    if not isinstance(value, str):
        return _wrong_type(file, at, "text")
    if close := near(value, choices):
        return Problem(file, at, "RL008.near", {"value": value, "near": close})
    return Problem(file, at, "RL008", {"value": value, "choices": " | ".join(choices)})


def _wrong_type(file: str, at: Route, expected: str) -> Problem:
    return Problem(file, at, "RL007", {"expected": Term(f"type.{expected}")})


def _refused(file: str, route: Route, context: dict[str, Any]) -> Problem:
    key = context.pop("key")
    if "position" in context:
        route = (*route, context.pop("position"), "event")
    if "expected" in context:
        context["expected"] = Term(f"type.{context['expected']}")
    return Problem(file, route, "RL006" if key == "RL006.key" else key, context)
