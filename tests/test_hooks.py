"""The hooks for ledgers in other repositories are in shape."""

import re
import shlex
from typing import Any

import pytest
import yaml

from rectledger.cli.table import COMMANDS
from tests.program import REPOSITORY

HOOKS: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BY_ID = {hook["id"]: hook for hook in HOOKS}


def test_there_is_one_to_check_and_one_to_tidy() -> None:
    assert list(BY_ID) == ["rectledger-lint", "rectledger-fmt"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_the_program_on_the_whole_ledger(hook: dict[str, Any]) -> None:
    assert shlex.split(hook["entry"])[0] == "rectledger"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert hook["name"]


def test_the_check_is_a_command_and_runs_always() -> None:
    assert shlex.split(BY_ID["rectledger-lint"]["entry"])[1:] == ["lint"]
    assert "lint" in COMMANDS
    assert BY_ID["rectledger-lint"]["always_run"] is True


@pytest.mark.parametrize(
    ("file", "meant"),
    [
        ("ledger/parties.yaml", True),
        ("issues/demo/demo-01.yaml", True),
        ("sub/folder/issues/demo/demo-01.yml", True),
        ("ledger/schema/issue.json", False),
        ("docs/ledger.yaml", False),
    ],
)
def test_tidying_is_for_files_of_a_ledger(file: str, meant: bool) -> None:
    assert bool(re.search(BY_ID["rectledger-fmt"]["files"], file)) == meant


def test_the_page_names_every_hook() -> None:
    page = (REPOSITORY / "docs/hooks.md").read_text(encoding="utf-8")
    assert re.findall(r"- id: (\S+)", page) == ["rectledger-fmt", "rectledger-lint"]
