"""What a command imports: nothing that another one needs."""

import subprocess
import sys

import pytest

from rectledger.rules import CHANGES, INTAKE, JUDGING, READING
from tests.program import REPOSITORY

HEAVY = {
    *("jinja2", "markupsafe", "docx", "docxtpl", "openpyxl", "xlsxwriter", "python_calamine", "icalendar"),
    *("rich.console", "rich.table", "asyncio", "pydantic"),
}
STATUS = HEAVY | {
    *("rectledger.rules", "rectledger.lint", "rectledger.installed", "rectledger.source.templates"),
    *("rectledger.messages.schema", "rectledger.messages.intake"),
}
TEMPLATES = {"jinja2", "markupsafe", "rectledger.source.templates", "_hashlib"}
"""What a document is made with; Jinja hashes."""
OTHERS = {
    *("xml", "zipfile", "html.parser", "rectledger.views.report"),
    *("rectledger.source.git.calls", "rectledger.cli.writing", "rectledger.render.machine"),
}
"""What other formats are made with, what writes, and what asks git."""
GOING_AROUND = {"typer", "click", "typing_extensions"}
"""What no plain command line needs; Jinja brings inspect along."""
TYPER = {"typer", "click", "typing", "re", "enum", "dataclasses", "collections", "pathlib"}
"""What takes as long to import as Python itself to start, or longer."""
DOUBT = {"yaml", "_hashlib", "socket", "importlib.metadata", "email", "importlib.resources"}
"""What only some files need, what somebody who writes needs, and packages that bring rules."""
NOTHING = STATUS | {"yaml", "rectledger.load", "rectledger.facts", "zoneinfo"}


def imported(*arguments: str) -> set[str]:
    """The modules that a run leaves loaded."""
    code = (
        "import sys; from rectledger.cli.app import run; code = run(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=REPOSITORY, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.decode().split("\n"))


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], NOTHING | TYPER),
        (["--help"], NOTHING),
        (["lint", "--help"], NOTHING | {"rectledger.cli.status", "rectledger.cli.new"}),
        (["status"], STATUS | GOING_AROUND),
        (["status", "--as-of", "2025-11-05"], STATUS | DOUBT | GOING_AROUND | {"calendar"}),
        (["status", "--as-of", "2025-11-05", "--format", "json"], STATUS | GOING_AROUND),
        (["overdue", "--as-of", "2025-11-05"], STATUS | DOUBT | GOING_AROUND | OTHERS),
        (["due", "--as-of", "2025-11-05"], STATUS | DOUBT | GOING_AROUND | OTHERS),
        (["forecast", "--until", "2025-12-31", "--as-of", "2025-11-05"], STATUS | DOUBT | GOING_AROUND | OTHERS),
        (["show", "4", "--as-of", "2025-11-05"], STATUS | DOUBT | GOING_AROUND | OTHERS),
        (["export", "csv"], (STATUS | DOUBT | GOING_AROUND | OTHERS) - {"rectledger.source.git.calls"}),
        (["lint", "--as-of", "2025-11-05"], HEAVY | DOUBT | GOING_AROUND | {"difflib", "calendar"}),
        (["explain", "RL301"], HEAVY | DOUBT | GOING_AROUND | {"rectledger.load", "rich", "rectledger.facts.personal"}),
        (["render", "notice", "--as-of", "2025-11-05"], (STATUS | DOUBT | GOING_AROUND | OTHERS) - TEMPLATES),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], unwanted: set[str]) -> None:
    assert imported(*arguments) & unwanted == set()


def test_a_warm_run_imports_next_to_nothing() -> None:
    warm = ["status", "--as-of", "2025-11-05"]
    imported(*warm)
    assert imported(*warm) & (NOTHING | TYPER | {"contextlib", "functools", "rectledger.cli.parameters"}) == set()


def test_a_command_imports_only_the_rules_that_it_needs() -> None:
    assert _rules(["explain", "RL301"]) == {"overdue"}
    assert _rules(["lint", "--as-of", "2025-11-05"]) == set(JUDGING.values())


def _rules(arguments: list[str]) -> set[str]:
    names = {name.removeprefix("rectledger.rules.") for name in imported(*arguments)}
    return names & {*READING.values(), *JUDGING.values(), *INTAKE.values(), *CHANGES.values()}


def test_only_patterns_that_every_text_is_searched_for_are_compiled_at_once() -> None:
    code = (
        "import re, sys; from rectledger.rules import BY_CODE; BY_CODE.judging;"
        "facts = [module for name, module in sys.modules.items() if name.startswith('rectledger.facts.')];"
        "print(*{name for m in facts for name, value in vars(m).items() if isinstance(value, re.Pattern)})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, check=True, text=True, encoding="utf-8"
    )
    assert set(done.stdout.split()) == {
        *("CLAIMING", "COUNT", "COUNTED", "GARBAGE", "HALF_WIDTH", "INVISIBLE", "NUMBERED", "RELATIVE", "SUSPECT"),
        *("_GOING_ON", "_FRAME", "_ZEROS", "_PARTS", "_NUMBER"),
    }
