"""What every record is made of: frozen, no unknown keys, text that the model turns into days and numbers."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Annotated, Any

from msgspec import NODEFAULT, Struct

from rectledger.model.words import canonical_day

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NAME = re.compile(r"[^\s/\\]+")


class RefusedError(ValueError):
    """A value that the model does not take."""

    def __init__(self, key: str, **values: Any) -> None:
        """`key` names its text in the catalogue."""
        super().__init__(key)
        self.key = key
        self.values = values


class Parsed(Struct, frozen=True):
    """Marks a value that is what a function makes of the data."""

    func: Callable[[Any], Any]


class Before(Struct, frozen=True):
    """Marks a value whose data a function looks at first."""

    func: Callable[[Any], Any]


class After(Struct, frozen=True):
    """Marks a value that a function looks at once it has its type."""

    func: Callable[[Any], Any]


def _key_of(name: str) -> str:
    """The key of a field: `from` of `from_`, which Python has another use for."""
    return name.removesuffix("_")


class Record(Struct, frozen=True, rename=_key_of):
    """A mapping of a ledger file. What `__post_init__` refuses, no file may say."""


@cache
def keys_of(record: type[Record]) -> Mapping[str, str]:
    """The keys of a record as files write them, by the names of its fields."""
    return dict(zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True))


@cache
def required_of(record: type[Record]) -> frozenset[str]:
    """The keys that a record cannot do without."""
    keys, defaults = record.__struct_encode_fields__, record.__struct_defaults__  # the last fields' defaults
    every = (*[NODEFAULT] * (len(keys) - len(defaults)), *defaults)
    return frozenset(key for key, default in zip(keys, every, strict=True) if default is NODEFAULT)


@cache
def types_of(record: type[Record]) -> Mapping[str, Any]:
    """The types of a record's fields with their marks, by the fields' names."""
    # no type of the model is quoted, so that there is nothing to evaluate
    kinds = reversed(record.__mro__)
    return {name: wanted for kind in kinds for name, wanted in getattr(kind, "__annotations__", {}).items()}


def parse_day(value: object) -> date:
    """A day written `YYYY-MM-DD`. Raises RefusedError for anything else."""
    if not isinstance(value, str):
        raise RefusedError("RL007", expected="day")
    return _day(value)


@lru_cache(4096)  # a ledger's days come again and again
def _day(value: str) -> date:
    if match := ISO_DAY.fullmatch(value):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise RefusedError("RL009", value=value) from None
    if canonical := canonical_day(value):
        raise RefusedError("RL009.form", value=value, canonical=canonical)
    raise RefusedError("RL009", value=value)


def parse_count(value: object) -> int:
    """A whole number from 0 to 9999 written in ASCII digits. Raises RefusedError for anything else."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise RefusedError("RL007", expected="count")


def parse_flag(value: object) -> bool:
    """`true` or `false`, as YAML 1.2 writes them. Raises RefusedError for anything else."""
    if value in ("true", "false"):
        return value == "true"
    raise RefusedError("RL007", expected="flag")


def _empty_is_none(value: object) -> object:
    return () if value is None else value


@lru_cache(4096)
def parse_identifier(value: str) -> str:
    """Text that can name a file. Raises RefusedError for anything else."""
    if _NAME.fullmatch(value) and value not in (".", ".."):
        return value
    raise RefusedError("RL008.id", value=value)


Day = Annotated[date, Parsed(parse_day)]
Count = Annotated[int, Parsed(parse_count)]
Flag = Annotated[bool, Parsed(parse_flag)]
Identifier = Annotated[str, After(parse_identifier)]
OptionalList = Before(_empty_is_none)
"""Marks a list that may be left out, or left empty as `events:` with nothing behind it."""
