"""`ledger/ledger.yaml`: the unit, its policy and what it makes of the rules."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from rectledger.model.base import (
    After,
    Before,
    Count,
    Flag,
    Identifier,
    OptionalList,
    Parsed,
    Record,
    RefusedError,
    parse_count,
)
from rectledger.model.events import one_or_many
from rectledger.model.ignore import Ignore

RuleLevel = Literal["off", "error", "warning", "info"]
ROLES = ("owner", "leader", "support", "unit")
"""Who can be meant without being named: of a measure its owner, leader and supporters, and the unit itself."""
Addressees = Annotated[tuple[Identifier, ...], Before(one_or_many)]


def _zone(value: str) -> str:
    import zoneinfo  # noqa: PLC0415  # most settings leave it as it is, and most days are given

    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise RefusedError("RL008.timezone", value=value) from None
    return value


def parse_span(value: str) -> str:
    """Hours or days, such as `24h`. Raises RefusedError for anything else."""
    if not re.fullmatch(r"[0-9]{1,4}[hd]", value):
        raise RefusedError("RL008.span", value=value)
    return value


def parse_decimals(value: object) -> int:
    """How many decimals percentages have, from 0 to 2. Raises RefusedError for anything else."""
    decimals = parse_count(value)
    if decimals > 2:
        raise RefusedError("RL007", expected="two")
    return decimals


def _falling(days: tuple[int, int, int]) -> tuple[int, int, int]:
    if not days[0] >= days[1] >= days[2]:
        raise RefusedError("RL008.warn", value=", ".join(map(str, days)))
    return days


class WarnTo(Record, frozen=True, kw_only=True):
    """Whom a letter of each level goes to: roles of `ROLES` or parties."""

    green: Addressees = ("owner",)
    yellow: Addressees = ("owner", "leader")
    red: Addressees = ("unit",)


class Policy(Record, frozen=True, kw_only=True):
    """The limits that a unit has set itself. Days are natural days."""

    warn: Annotated[tuple[Count, Count, Count], After(_falling)] = (20, 10, 0)
    """Days left at which a deadline turns green, yellow and red."""
    warn_to: WarnTo = WarnTo()
    max_extensions: Count = 2
    stale_after: Count = 45
    """Days without an event on an open measure."""
    follow_up_after: Count = 365
    """Days from closure to the follow-up."""
    sign_within: Annotated[str, After(parse_span)] = "24h"
    evidence_on: tuple[Literal["completed", "closed"], ...] = ("completed", "closed")
    four_eyes: Flag = True
    percent_decimals: Annotated[int, Parsed(parse_decimals)] = 1
    count_omitted: Flag = False
    """Whether statistics count the issues that are kept out of publication."""


class Documents(Record, frozen=True, kw_only=True):
    """How Word documents look; their layout is the national standard's."""

    fonts: Literal["gb2312", "windows", "wps", "fandol"] = "gb2312"
    """The fonts that the unit's computers have."""
    bold: Flag = False
    """Whether headings are bold: the standard knows no bold, many houses do."""


class Settings(Record, frozen=True, kw_only=True):
    """The unit and its policy."""

    schema_: Literal["rectledger/1"]
    unit: Identifier
    language: Literal["zh", "en"] = "zh"
    timezone: Annotated[str, After(_zone)] = "Asia/Shanghai"
    current: Identifier | None = None
    """The inspection that short references mean."""
    policy: Policy = Policy()
    documents: Documents = Documents()
    rules: Mapping[str, RuleLevel] = {}
    ignores: Annotated[tuple[Ignore, ...], OptionalList] = ()
