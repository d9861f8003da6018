"""The lane around Typer: what it understands, Typer understands the same way, and what it prints is the same."""

import inspect
import io
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from itertools import chain
from typing import Any, get_args

import click
import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from rectledger.cli import app, commands
from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.lane import asked
from rectledger.cli.linting import lint
from rectledger.cli.picturing import picture
from rectledger.cli.table import BEFORE, BY, FAIL_ON, LANG, LINT, LINT_FORMAT, STATUS
from rectledger.messages import Language
from rectledger.views.status import Grouping
from tests.program import REPOSITORY, Ran, run

USUAL = (
    ["status"],
    ["status", "--as-of", "2025-11-05"],
    ["status", "--as-of=2025-11-05", "--format", "json"],
    ["--lang", "en", "status", "--by", "owner", "--as-of", "2025-11-05"],
    ["-C", "ledger", "--no-cache", "status", "--format=csv", "--at", "HEAD", "--as-of", "2025-11-05"],
    ["lint"],
    ["lint", "--as-of", "2025-11-05", "--fail-on=warning", "--format", "github", "issues"],
    ["--lang", "en", "lint", "--verbose", "--as-of=2025-11-05", "issues/zx2024-04", "ledger"],
    ["--no-cache", "lint", "--at", "HEAD", "--base", "HEAD", "--as-of", "2025-11-05"],
    ["--lang=zh", "status", "--format", "md", "--format", "text", "--as-of", "1999-13-01"],
)
PRINTED = [line for line in USUAL if "-C" not in line and "--as-of" in "".join(line)]
FLAGS = [spec.flag for spec in (*BEFORE, *STATUS, *LINT)]
VALUES = ["", "-", "--", "zh", "en", "2025-11-05", "json", "csv", "JSON", "owner", "heading", ".", "HEAD", "-x", "状态"]
WORDS = st.one_of(
    st.sampled_from([*FLAGS, *VALUES, "status", "stat", "lint", "--version", "--help", "-h", "--as", "--form", "--no"]),
    st.builds("{}={}".format, st.sampled_from(FLAGS), st.sampled_from(VALUES)),
    st.builds("{}{}".format, st.sampled_from(["-C", "-h", "-Cx"]), st.sampled_from(VALUES)),
)
PAIRS = st.one_of(WORDS.map(lambda word: [word]), st.tuples(st.sampled_from(FLAGS), st.sampled_from(VALUES)).map(list))
FUNCTIONS: Mapping[str, Callable[..., int]] = {"status": picture, "lint": lint}
COMMAND = st.sampled_from([[["status"]], [["lint"]], []])
LINES = st.tuples(st.lists(PAIRS, max_size=3), COMMAND, st.lists(PAIRS, max_size=4)).map(
    lambda parts: list(chain(*chain(*parts)))
)


def by_typer(arguments: list[str]) -> tuple[str, dict[str, Any]]:
    """A command and its options as Typer reads them. Raises click.ClickException or click.exceptions.Exit."""
    group = typer.main.get_command(commands.app)
    assert isinstance(group, click.Group)
    context = group.make_context("rectledger", list(arguments))
    name, command, rest = group.resolve_command(context, [*context._protected_args, *context.args])
    assert command
    assert name
    values = context.params | command.make_context(name, rest, parent=context).params
    return name, values | {"folder": str(values["folder"])}


@given(LINES)
def test_what_the_lane_understands_typer_understands_the_same_way(arguments: list[str]) -> None:
    if (found := asked(arguments)) is not None:
        name, options = found
        parameters = inspect.signature(FUNCTIONS[name]).parameters.items()
        values = {key: parameter.default for key, parameter in parameters} | options
        command, known = by_typer(arguments)
        assert command == name
        assert list(values.pop("paths", ())) == list(known.pop("paths", None) or ())
        assert values == {key: known[key] for key in values}
        assert not any(value for key, value in known.items() if key not in values)


@pytest.mark.parametrize("arguments", USUAL)
def test_the_lane_understands_what_is_usual(arguments: list[str]) -> None:
    assert asked(arguments) is not None


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["--help"], ["status", "--help"], ["status", "-h"], ["lint", "-"], ["stat"], ["--", "status"]),
        *(["status", "--form", "json"], ["status", "--format"], ["status", "--format", "pdf"], ["status", "x"]),
        *(["status", "--as-of", ""], ["status", "--as-of", "--at"], ["status", "--lang", "en"], ["-Cx", "status"]),
        *(["lint", "--fix"], ["lint", "issues", "--verbose"], ["lint", "--select", "RL5"], ["lint", "--fail-on", "x"]),
        *(["--no-cache=1", "status"], ["--version", "status"], ["--lang", "de", "status"], ["status", "--"]),
    ],
)
def test_the_lane_leaves_the_rest_to_typer(arguments: list[str]) -> None:
    assert asked(arguments) is None


@pytest.mark.parametrize("name", ["RECTLEDGER_AS_OF", "_RECTLEDGER_COMPLETE"])
def test_the_lane_leaves_the_environment_to_typer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "")
    assert asked(["status"]) is None


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


def test_the_table_allows_what_the_program_knows() -> None:
    assert LANG.choices == tuple(Language)
    assert BY.choices == get_args(Grouping)
    assert LINT_FORMAT.choices == tuple(LintFormat)
    assert FAIL_ON.choices == tuple(FailOn)
