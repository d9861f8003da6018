"""What a command imports: nothing that another one needs."""

import subprocess
import sys

import pytest

from tests.program import REPOSITORY

HEAVY = {
    *("jinja2", "markupsafe", "docx", "docxtpl", "openpyxl", "xlsxwriter", "python_calamine", "icalendar"),
    *("rich.console", "rich.table", "asyncio", "pydantic"),
}
STATUS = HEAVY | {"rectledger.rules", "rectledger.lint", "rectledger.installed", "rectledger.source.templates"}
TYPER = {"typer", "click", "typing", "re", "enum", "dataclasses", "collections", "pathlib"}
"""What takes as long to import as Python itself to start, or longer."""
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
        (["status"], STATUS | {"typer"}),
        (["status", "--as-of", "2025-11-05"], STATUS | {"typer"}),
        (["status", "--as-of", "2025-11-05", "--format", "json"], STATUS),
        (["overdue", "--as-of", "2025-11-05"], STATUS),
        (["due", "--as-of", "2025-11-05"], STATUS),
        (["forecast", "--until", "2025-12-31", "--as-of", "2025-11-05"], STATUS),
        (["show", "4", "--as-of", "2025-11-05"], STATUS),
        (["lint", "--as-of", "2025-11-05"], HEAVY),
        (["explain", "RL301"], HEAVY | {"yaml", "rectledger.load"}),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], unwanted: set[str]) -> None:
    assert imported(*arguments) & unwanted == set()
