"""What the models refuse, as problems: routes without the models' own steps, and the key that was probably meant."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from rectledger.diagnostics import Key, Problem, Route
from rectledger.load.kinds import Kind
from rectledger.load.shapes import EVENTS, ROOTS, keys, record_at
from rectledger.messages import Term

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
    "less_than_equal": "two",
}
_CHINESE = {
    "编号": "id",
    "反馈问题": "heading",
    "序号": "serial",
    "问题": "title",
    "标题": "title",
    "责任领导": "leader",
    "责任单位": "owner",
    "牵头单位": "owner",
    "配合单位": "support",
    "完成时限": "due",
    "整改时限": "due",
    "时限": "due",
    "整改目标": "goal",
    "完成标准": "standard",
    "原因分析": "cause",
    "举一反三": "also_checked",
    "整改措施": "measures",
    "措施": "text",
    "进展": "progress",
    "完成": "completed",
    "延期": "extended",
    "暂缓": "deferred",
    "移交": "transferred",
    "督办": "supervised",
    "预警": "warned",
    "申请销号": "closure-requested",
    "退回": "closure-rejected",
    "销号": "closed",
    "回头看": "followed-up",
    "重启": "reopened",
    "日期": "date",
    "事件": "event",
    "备注": "note",
    "佐证材料": "evidence",
}


def problems_of(kind: Kind, file: str, errors: Iterable[ErrorDetails]) -> list[Problem]:
    """The problems of a file that its model refused."""
    return [_problem(kind, file, error) for error in errors]


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
            return _unknown_value(file, (*route, "event"), error["input"]["event"], list(EVENTS))
        case "rectledger":
            return _refused(file, route, dict(context))
        case other:
            return _wrong_type(file, route, _EXPECTED.get(other, "text"))


def _route(location: Sequence[str | int]) -> Route:
    """The location without the names of the event kinds that the model puts behind an event's number."""
    return tuple(
        step for i, step in enumerate(location) if not (i > 1 and location[i - 2] == "events" and step in EVENTS)
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


def near(word: str, known: Sequence[str]) -> str | None:
    """The known key or value that a word was probably meant to be: a Chinese name of it, or a slip."""
    if _CHINESE.get(word) in known:
        return _CHINESE[word]
    close = get_close_matches(word.lower().replace("_", "-"), [k.replace("_", "-") for k in known], n=1)
    return next((k for k in known if close and k.replace("_", "-") == close[0]), None)
