"""Deadlines as a file writes them: a day, a span after the feedback, a limit of the clock, or a wait."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias

from msgspec import Struct

from rectledger.model.base import ISO_DAY, Parsed, RefusedError, parse_day
from rectledger.model.words import canonical_due, is_in_words

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_AFTER = re.compile(r"feedback\+([0-9]{1,4})(wd|d|m)")
_CLOCK = re.compile(r"clock\.(\S+)")
_PENDING = re.compile(r"pending:\s*(\S.*)", re.DOTALL)


class OnDay(Struct, frozen=True):
    """`2025-06-30`, or the last day of `2025-06` or `2025`."""

    day: date
    digits: int = 10
    """How much of the day is written: the characters of `2025`, `2025-06` or `2025-06-30`."""

    def __str__(self) -> str:
        return self.day.isoformat()


class AfterFeedback(Struct, frozen=True):
    """`feedback+3m`: months (m), days (d) or working days (wd) after the feedback, whose own day is day 0."""

    count: int
    unit: Literal["m", "d", "wd"]

    def __str__(self) -> str:
        return f"feedback+{self.count}{self.unit}"


class ClockLimit(Struct, frozen=True):
    """`clock.report`: a limit of the inspection's clock."""

    name: str

    def __str__(self) -> str:
        return f"clock.{self.name}"


class Pending(Struct, frozen=True):
    """`pending: 批复`: no date until what is waited for has come."""

    what: str

    def __str__(self) -> str:
        return f"pending: {self.what}"


DueSpec: TypeAlias = OnDay | AfterFeedback | ClockLimit | Pending


def parse_due(value: object) -> DueSpec:
    """A deadline in canonical form. Raises RefusedError, with the canonical form where there is one."""
    if isinstance(value, Mapping) and set(value) == {"pending"} and isinstance(value["pending"], str):
        return Pending(value["pending"])
    if not isinstance(value, str):
        raise RefusedError("RL007", expected="due")
    return _spec(value)


@lru_cache(4096)
def _spec(value: str) -> DueSpec:
    if match := _AFTER.fullmatch(value):
        return AfterFeedback(int(match[1]), match[2])  # type: ignore[arg-type]
    if match := _CLOCK.fullmatch(value):
        return ClockLimit(match[1])
    if match := _PENDING.fullmatch(value):
        return Pending(match[1])
    return OnDay(_day(value), len(value))


def written_due(spec: DueSpec) -> str:
    """A deadline as a file has it."""
    match spec:
        case OnDay(day, digits):
            return day.isoformat()[:digits]
        case AfterFeedback(count, unit):
            return f"feedback+{count}{unit}"
        case ClockLimit(name):
            return f"clock.{name}"
        case Pending(what):
            return f"pending: {what}"


def last_of_month(year: int, month: int) -> date:
    """The last day of a month. The standard library's calendar would import the names of days in every language."""
    return date(year, month, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _day(value: str) -> date:
    if ISO_DAY.fullmatch(value):
        return parse_day(value)
    if (match := _MONTH.fullmatch(value)) and 1 <= int(match[2]) <= 12 and int(match[1]) > 0:
        return last_of_month(int(match[1]), int(match[2]))
    if _YEAR.fullmatch(value) and int(value) > 0:
        return date(int(value), 12, 31)
    raise _refused(value)


def _refused(value: str) -> Exception:
    canonical = canonical_due(value)
    if is_in_words(value):
        if canonical:
            return RefusedError("RL010.canonical", value=value, canonical=canonical)
        return RefusedError("RL010", value=value)
    if canonical and canonical != value:
        return RefusedError("RL009.form", value=value, canonical=canonical)
    return RefusedError("RL009.due", value=value)


Due = Annotated[DueSpec, Parsed(parse_due)]
