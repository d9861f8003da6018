"""The lane around Typer: reads a command line by what the commands say of their parameters.

What is not written as most people write it goes to Typer: help, a value that needs a second look, a setting of the
environment, anything unknown or missing.
"""

import os

from rectledger.cli.marks import Argument, Option
from rectledger.cli.table import BEFORE, COMMANDS, STATUS, module_of

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, TypeAlias

    from rectledger.cli.marks import Parameter

    Parameters: TypeAlias = Mapping[str, Parameter]

_COMPLETION = "_RECTLEDGER_COMPLETE"


class Doubt(Exception):  # noqa: N818  # no failure: Typer has to look at it
    """A command line is not written as most people write it."""


class Call:
    """A command, and the values of its parameters by their names."""

    __slots__ = ("before", "command", "values")

    def __init__(
        self, before: "dict[str, Any]", command: "Callable[..., None] | None", values: "dict[str, Any]"
    ) -> None:
        self.before = before
        """What is said before it."""
        self.command = command
        """Its function; None for `status`, which may find what it printed last, and then imports nothing."""
        self.values = values


def asked(arguments: list[str]) -> Call:
    """What a command line asks for. Raises Doubt where Typer has to look at it."""
    if _COMPLETION in os.environ:
        raise Doubt
    before, words = _taken(BEFORE, arguments, between=False)
    command, parameters, words = _command(words)
    values, others = _taken(parameters, words, between=True)
    values |= _arguments(parameters, others)
    if any(parameter.is_required and name not in values for name, parameter in parameters.items()):
        raise Doubt
    return Call(before, command, values)


def _command(words: list[str]) -> "tuple[Callable[..., None] | None, Parameters, list[str]]":
    """A command's function and parameters, and the words after its name. Raises Doubt where there is none."""
    name, after = (words or [""])[0], words[1:]
    if name not in COMMANDS:
        raise Doubt
    if name == "status":
        return None, STATUS, after
    from importlib import import_module

    import rectledger.cli.structs  # noqa: F401  # before anybody else imports msgspec
    from rectledger.cli.parameters import parameters

    module = import_module(module_of(name))
    if not hasattr(module, "COMMANDS"):
        return module.command, parameters(module.command), after
    if not after or after[0] not in module.COMMANDS:
        raise Doubt
    command = module.COMMANDS[after[0]]
    return command, parameters(command), after[1:]


def _taken(parameters: "Parameters", words: list[str], *, between: bool) -> "tuple[dict[str, Any], list[str]]":
    """The values of the options among some words, and the other words: those in between, or all from the first on."""
    options = {name: each.mark for name, each in parameters.items() if isinstance(each.mark, Option)}
    if any(mark.env in os.environ for mark in options.values() if mark.env):
        raise Doubt
    flags = {flag: name for name, mark in options.items() for flag in mark.flags}
    values: dict[str, Any] = {}
    others: list[str] = []
    left = iter(words)
    for word in left:
        if not word.startswith("-"):
            if not between:
                return values, [word, *left]
            others.append(word)
        elif (name := flags.get(word.partition("=")[0])) is not None:
            value = _written(parameters[name], word, left)
            values[name] = [*values.get(name, []), value] if parameters[name].is_many else value
        else:
            raise Doubt
    return values, others


def _written(parameter: "Parameter", word: str, left: "Iterator[str]") -> object:
    """The value of an option: behind an equals sign, or the next word. Raises Doubt."""
    flag, equals, text = word.partition("=")
    if equals and (parameter.kind is bool or not flag.startswith("--")):
        raise Doubt
    if parameter.kind is bool:
        return True
    return _value(parameter, text if equals else next(left, ""))


def _arguments(parameters: "Parameters", words: list[str]) -> "dict[str, Any]":
    """The values of the parameters that are words of their own. Raises Doubt where there are too many words."""
    values: dict[str, Any] = {}
    for name, parameter in parameters.items():
        if words and isinstance(parameter.mark, Argument):
            taken, words = (words, []) if parameter.is_many else (words[:1], words[1:])
            found = [_value(parameter, word) for word in taken]
            values[name] = found if parameter.is_many else found[0]
    if words:
        raise Doubt
    return values


def _value(parameter: "Parameter", text: str) -> object:
    """What a text stands for, if it can only mean itself. Raises Doubt."""
    mark, kind = parameter.mark, parameter.kind
    if not text or text.startswith("-") or (kind is int and not (text.isascii() and text.isdigit())):
        raise Doubt
    try:
        value = kind(text)
    except ValueError:
        raise Doubt from None
    if isinstance(mark, Option) and not mark.allows(value):
        raise Doubt
    return value
