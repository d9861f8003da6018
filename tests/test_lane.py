"""The lane around Typer: what it understands, Typer understands the same way, and what it prints is the same."""

import inspect
import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from enum import EnumType
from importlib import import_module
from itertools import chain
from types import SimpleNamespace
from typing import Any, get_args

import click
import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from rectledger.cli import app, commands, status
from rectledger.cli.declaring import command_of
from rectledger.cli.lane import Call, Doubt, asked
from rectledger.cli.marks import Argument, Option, Parameter
from rectledger.cli.parameters import parameters
from rectledger.cli.table import BEFORE, BY, COMMANDS, LANG, STATUS, module_of
from rectledger.messages import Language
from rectledger.views.status import Grouping
from tests.program import REPOSITORY, Ran, run

USUAL = (
    ["status"],
    ["status", "--as-of", "2025-11-05"],
    ["status", "--as-of=2025-11-05", "--format", "json"],
    ["--lang", "en", "status", "--by", "owner", "--as-of", "2025-11-05"],
    ["-C", "ledger", "--no-cache", "status", "--format=csv", "--at", "HEAD", "--as-of", "2025-11-05"],
    ["--lang=zh", "status", "--format", "md", "--format", "text", "--as-of", "1999-13-01"],
    ["lint"],
    ["lint", "--as-of", "2025-11-05", "--fail-on=warning", "--format", "github", "issues"],
    ["--lang", "en", "lint", "--verbose", "issues/zx2024-04", "--as-of=2025-11-05", "ledger", "--select", "RL3"],
    ["--no-cache", "lint", "--at", "HEAD", "--base", "HEAD", "--as-of", "2025-11-05"],
    ["due", "--within", "30", "--by", "leader", "--as-of", "2025-11-05"],
    ["show", "4", "--as-of", "2025-11-05"],
    ["show", "--as-of", "2025-11-05", "4.2", "--format", "json"],
    ["forecast", "--until", "2025-12-31", "--as-of", "2025-11-05"],
    ["explain", "RL301"],
    ["render", "report", "--to", "txt", "--as-of", "2025-11-05"],
    ["export", "csv", "--as-of", "2025-11-05", "--inspection", "zx2024-04"],
    ["set", "4.2", "due", "2025-12-31", "--dry-run", "--as-of", "2025-11-05"],
    [
        "record",
        "4.1",
        "4.3",
        "progress",
        "--note",
        "初稿已成",
        "--to",
        "a",
        "--to=b",
        "--dry-run",
        "--as-of",
        "2025-11-05",
    ],
    ["evidence", "verify", "4", "--format", "json"],
    ["import", "sheet", "no-such.xlsx", "--map", "甲=title", "--map", "乙=due", "--new", "--as-of", "2025-11-05"],
    ["fmt"],
)
LEFT: tuple[list[str], ...] = (
    *([], ["--help"], ["status", "--help"], ["status", "-h"], ["lint", "-"], ["stat"], ["--", "status"]),
    *(["status", "--form", "json"], ["status", "--format"], ["status", "--format", "pdf"], ["status", "x"]),
    *(["status", "--as-of", ""], ["status", "--as-of", "--at"], ["status", "--lang", "en"], ["-Cx", "status"]),
    *(["lint", "--fail-on", "x"], ["lint", "--fix=1"], ["lint", ""], ["show"], ["show", "4", "5"], ["forecast"]),
    *(["--no-cache=1", "status"], ["--version", "status"], ["--lang", "de", "status"], ["status", "--"]),
    *(["due", "--within", "-1"], ["due", "--within", "40000"], ["due", "--within", "1_0"], ["export", "-o=x", "csv"]),
    *(["import"], ["import", "shee"], ["import", "--new", "sheet", "x"], ["evidence", "--format", "json", "verify"]),
    *(["set", "4.2", "due", ""], ["set", "4.2", "due"], ["record"], ["merge-driver"]),
)


def functions() -> Iterator[tuple[list[str], Callable[..., None]]]:
    """Every command by the words that call it."""
    for name in COMMANDS:
        module = import_module(module_of(name))
        below = getattr(module, "COMMANDS", None)
        yield from [([name, each], command) for each, command in below.items()] if below else [([name], module.command)]


FUNCTIONS = list(functions())
KNOWN = [(words, parameters(command)) for words, command in FUNCTIONS]
HERE = {"folder": "."}
FINE = ["zh", "2025-11-05", "json", "owner", ".", "HEAD", "状态", "3", "a b"]
DOUBTFUL = ["", "-", "--", "-x", "-3", "99999", "JSON", "١"]
WILD = ["--help", "-h", "--version", "--form", "--no", "lint", "--lang", "--as-of=2025-11-05", *DOUBTFUL]


def values(parameter: Parameter) -> st.SearchStrategy[str]:
    """What is likely to be written for a parameter."""
    chosen = parameter.mark.choices if isinstance(parameter.mark, Option) else ()
    if isinstance(parameter.kind, EnumType):
        members: Mapping[str, Any] = parameter.kind.__members__
        chosen = tuple(member.value for member in members.values())
    own = chosen or (("3", "30") if parameter.kind is int else FINE)
    return st.sampled_from([*own, *own, *own]) | st.sampled_from([*FINE, *DOUBTFUL])


def of_one(parameter: Parameter) -> st.SearchStrategy[list[str]]:
    """A parameter with what is written for it."""
    if isinstance(parameter.mark, Argument):
        return values(parameter).map(lambda word: [word])
    flags = st.sampled_from(parameter.mark.flags)
    if parameter.kind is bool:
        return flags.map(lambda flag: [flag])
    joined = st.builds(lambda flag, value: [f"{flag}={value}"], flags, values(parameter))
    return st.tuples(flags, values(parameter)).map(list) | joined


def written(known: Mapping[str, Parameter]) -> st.SearchStrategy[list[list[str]]]:
    """A few options of a command."""
    options = [of_one(each) for each in known.values() if isinstance(each.mark, Option)]
    return st.lists(st.one_of(*options), max_size=3) if options else st.just([])


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command line, more or less right."""
    words, known = draw(st.sampled_from(KNOWN))
    before = draw(written(BEFORE)) if draw(st.booleans()) else []
    after = draw(written(known)) + [draw(of_one(each)) for each in known.values() if each.is_required]
    after += draw(st.sampled_from([[], [], [], *([word] for word in WILD)]).map(lambda wild: [wild] if wild else []))
    return [*chain(*before), *words, *chain(*draw(st.permutations(after)))]


def understood(arguments: list[str]) -> Call | None:
    try:
        return asked(arguments)
    except Doubt:
        return None


def by_typer(arguments: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is said before a command, and what Typer calls its function with. Raises click.ClickException."""
    group = typer.main.get_command(commands.app)
    assert isinstance(group, click.Group)
    context = group.make_context("rectledger", list(arguments))
    words = [*context._protected_args, *context.args]
    below = next((size for size in (1, 2) if any(each == words[:size] for each, _ in FUNCTIONS)), 1)
    command = next(command for each, command in FUNCTIONS if each == words[:below])
    heard: list[dict[str, Any]] = []

    def listen(_said: object, **values: object) -> None:
        heard.append(values)

    listen.__signature__ = inspect.signature(command)  # type: ignore[attr-defined]
    alone = SimpleNamespace(command=listen)
    command_of(alone, words[0]).main(words[below:], standalone_mode=False)  # type: ignore[arg-type]
    return context.params, heard[0]


@settings(max_examples=500)
@given(lines())
def test_what_the_lane_understands_typer_understands_the_same_way(arguments: list[str]) -> None:
    if (call := understood(arguments)) is not None:
        before, heard = by_typer(arguments)
        assert call.before == {name: value for name, value in before.items() if name in call.before}
        assert {name: value for name, value in before.items() if value and name not in call.before} in ({}, HERE)
        defaults = {
            each.name: each.default for each in inspect.signature(call.command or status.command).parameters.values()
        }
        del defaults["said"]
        assert heard == defaults | call.values


@pytest.mark.parametrize("arguments", USUAL)
def test_the_lane_understands_what_is_usual(arguments: list[str]) -> None:
    assert understood(arguments) is not None


@pytest.mark.parametrize("arguments", LEFT)
def test_the_lane_leaves_the_rest_to_typer(arguments: list[str]) -> None:
    assert understood(arguments) is None


@pytest.mark.parametrize("name", ["RECTLEDGER_AS_OF", "_RECTLEDGER_COMPLETE"])
@pytest.mark.parametrize("command", ["status", "overdue"])
def test_the_lane_leaves_the_environment_to_typer(command: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "")
    assert understood([command]) is None


def printed(arguments: list[str]) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(["-C", str(REPOSITORY), *arguments])
    return Ran(code, out.getvalue(), err.getvalue())


@pytest.mark.parametrize(
    "arguments",
    [
        *(line for line in USUAL if "-C" not in line and "2025-11-05" in " ".join(line)),
        ["status", "--at", "no-such", "--as-of", "2025-11-05"],
    ],
)
def test_both_ways_print_the_same(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    short = printed(arguments)
    monkeypatch.setenv("RECTLEDGER_AS_OF", "1999-01-01")  # the lane leaves it to Typer, and Typer prefers the option
    assert printed(arguments) == short


def test_the_version_is_the_same_both_ways() -> None:
    assert run("--version") == run("--lang", "en", "--version")


def test_the_table_says_of_status_what_its_function_says() -> None:
    own = parameters(status.command)
    assert [(name, each.mark, each.kind) for name, each in STATUS.items()] == [
        (name, each.mark, each.kind) for name, each in own.items()
    ]


def test_the_table_allows_what_the_program_knows() -> None:
    assert LANG.choices == tuple(Language)
    assert BY.choices == get_args(Grouping)
