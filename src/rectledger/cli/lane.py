"""The lane around Typer: reads a command line of `status` or `lint` by the table, with nothing imported for it.

What is not written as most people write it goes to Typer: help, an abbreviation, a value that needs a
second look, a setting of the environment, anything unknown.
"""

import os

from rectledger.cli.table import BEFORE, LINT, PATHS, STATUS, Spec

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from typing import Any

_COMMANDS = {"status": (STATUS, ""), "lint": (LINT, PATHS)}
"""The options of each command, and the name of the words behind them; empty where there can be none."""
_COMPLETION = "_RECTLEDGER_COMPLETE"


def asked(arguments: list[str]) -> "tuple[str, dict[str, Any]] | None":
    """The command of a command line and its options by their names in the table; None where Typer has to look at it."""
    if _COMPLETION in os.environ or any(spec.env in os.environ for spec in (*STATUS, *LINT) if spec.env):
        return None
    before = _taken(BEFORE, arguments)
    command = before[1][0] if before and before[1] else ""
    if not before or command not in _COMMANDS:
        return None
    specs, words = _COMMANDS[command]
    after = _taken(specs, before[1][1:])
    if not after or (after[1] and not words) or any(word.startswith("-") for word in after[1]):
        return None
    return command, before[0] | after[0] | ({words: after[1]} if after[1] else {})


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
