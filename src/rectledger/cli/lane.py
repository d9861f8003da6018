"""The lane around Typer: reads a command line of `status` by the table of its options, with nothing imported for it.

What is not written as most people write it goes to Typer: help, an abbreviation, a value that needs a
second look, a setting of the environment, anything unknown.
"""

import os

from rectledger.cli.table import BEFORE, STATUS, Spec

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from typing import Any

_COMPLETION = "_RECTLEDGER_COMPLETE"


def asked(arguments: list[str]) -> "dict[str, Any] | None":
    """The options of a command line of `status`, by their names in the table; None where Typer has to look at it."""
    if _COMPLETION in os.environ or any(spec.env in os.environ for spec in STATUS if spec.env):
        return None
    before = _taken(BEFORE, arguments)
    if before is None or before[1][:1] != ["status"]:
        return None
    after = _taken(STATUS, before[1][1:])
    return None if after is None or after[1] else before[0] | after[0]


def _taken(specs: tuple[Spec, ...], words: list[str]) -> "tuple[dict[str, Any], list[str]] | None":
    """The options at the beginning of some words, and the words after them; None for one that is in any doubt."""
    known = {spec.flag: spec for spec in specs}
    values: dict[str, Any] = {}
    position = 0
    while position < len(words) and words[position].startswith("-"):
        flag, equals, value = words[position].partition("=")
        position += 1
        spec = known.get(flag)
        if spec is None or (equals and not (spec.takes_value and flag.startswith("--"))):
            return None
        if spec.takes_value and not equals:
            value = words[position] if position < len(words) else ""
            position += 1
        if spec.takes_value and not _is_plain(spec, value):
            return None
        values[spec.name] = value if spec.takes_value else True
    return values, words[position:]


def _is_plain(spec: Spec, value: str) -> bool:
    """Whether a value can only mean itself."""
    return value in spec.choices if spec.choices else bool(value) and not value.startswith("-")
