"""What every record is made of: frozen, no unknown keys, text that the model turns into days and numbers."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator
from pydantic_core import PydanticCustomError

from rectledger.model.words import canonical_day

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Record(BaseModel):
    """A mapping of a ledger file."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


def refuse(key: str, **values: Any) -> PydanticCustomError:
    """The error of a value that the model does not take; `key` names its text in the catalogue."""
    return PydanticCustomError("rectledger", "refused", {"key": key, **values})


def parse_day(value: object) -> date:
    """A day written `YYYY-MM-DD`. Raises PydanticCustomError for anything else."""
    if not isinstance(value, str):
        raise refuse("RL007", expected="day")
    return _day(value)


@lru_cache(4096)  # a ledger's days come again and again
def _day(value: str) -> date:
    if match := ISO_DAY.fullmatch(value):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            raise refuse("RL009", value=value) from None
    if canonical := canonical_day(value):
        raise refuse("RL009.form", value=value, canonical=canonical)
    raise refuse("RL009", value=value)


def parse_count(value: object) -> int:
    """A whole number from 0 to 9999 written in ASCII digits. Raises PydanticCustomError for anything else."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise refuse("RL007", expected="count")


def parse_flag(value: object) -> bool:
    """`true` or `false`, as YAML 1.2 writes them. Raises PydanticCustomError for anything else."""
    if value in ("true", "false"):
        return value == "true"
    raise refuse("RL007", expected="flag")


def _empty_is_none(value: object) -> object:
    return () if value is None else value


@lru_cache(4096)
def parse_identifier(value: str) -> str:
    """Text that can name a file. Raises PydanticCustomError for anything else."""
    if re.fullmatch(r"[^\s/\\]+", value) and value not in (".", ".."):
        return value
    raise refuse("RL008.id", value=value)


Day = Annotated[date, PlainValidator(parse_day)]
Count = Annotated[int, PlainValidator(parse_count)]
Flag = Annotated[bool, PlainValidator(parse_flag)]
Identifier = Annotated[str, AfterValidator(parse_identifier)]
OptionalList = BeforeValidator(_empty_is_none)
"""Marks a list that may be left out, or left empty as `events:` with nothing behind it."""
