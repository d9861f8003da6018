"""One file's bytes to one record. Depends on nothing but the bytes, so it can be cached or done elsewhere."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from rectledger.diagnostics import Problem
from rectledger.load.kinds import Kind
from rectledger.load.refusals import problems_of
from rectledger.model.calendar import CalendarYear
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.layout import Layout
from rectledger.model.party import Party
from rectledger.model.settings import Settings
from rectledger.source.compose import wide_colons
from rectledger.source.text import UnreadableError, decode
from rectledger.source.yaml import parse

_WIDE_COLON_KEY = re.compile(r"\{?[A-Za-z_]\w*：")


class Reading(Struct, frozen=True):
    """What a file gave: a record, or the problems that kept it from being one."""

    record: Any
    problems: tuple[Problem, ...] = ()


@cache
def shape(kind: Kind) -> TypeAdapter[Any]:
    """The model of a kind of file."""
    types = {
        Kind.SETTINGS: Settings,
        Kind.PARTIES: tuple[Party, ...],
        Kind.INSPECTION: Inspection,
        Kind.CALENDAR: CalendarYear,
        Kind.ISSUE: Issue,
        Kind.LAYOUT: Layout,
    }
    return TypeAdapter(types[kind])


def read_record(kind: Kind, file: str, data: bytes) -> Reading:
    """The record of a file, or everything that is wrong with it."""
    try:
        text = decode(data)
        values, findings = parse(text)
    except UnreadableError as error:
        return Reading(None, tuple(Problem(file, f.span, f.key, f.values) for f in error.findings))
    problems = [Problem(file, f.span, f.key, f.values) for f in findings]
    record = None
    try:
        record = shape(kind).validate_python(values)
    except ValidationError as error:
        problems += _refusals(kind, file, text, error)
    return Reading(None if problems else record, tuple(problems))


def _refusals(kind: Kind, file: str, text: str, error: ValidationError) -> list[Problem]:
    errors = error.errors(include_url=False)
    colons = wide_colons(text) if any(_has_wide_colon(e) for e in errors) else []
    keys = {colon.values["key"] for colon in colons}
    left = [e for e in errors if not colons or not (_has_wide_colon(e) or _misses(e, keys))]
    return [Problem(file, f.span, f.key, f.values) for f in colons] + problems_of(kind, file, left)


def _has_wide_colon(error: ErrorDetails) -> bool:
    candidates = (error["input"], error["loc"][-1] if error["loc"] else "")
    return any(isinstance(c, str) and _WIDE_COLON_KEY.match(c) for c in candidates)


def _misses(error: ErrorDetails, keys: Collection[object]) -> bool:
    """Whether an error says that one of the keys is missing, which is there with another colon."""
    return error["type"] == "missing" and error["loc"][-1] in keys
