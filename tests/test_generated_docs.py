"""The generated documents are those that the program makes now."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rectledger.rules import BY_CODE
from tests.program import REPOSITORY


def generate(script: Path, *arguments: str, columns: str = "80") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(script), *arguments],
        env={
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)]),
            "COLUMNS": columns,
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A copy of the script, whose documents are beside it."""
    return Path(shutil.copy(REPOSITORY / "docs/generate.py", tmp_path))


def test_they_are_up_to_date() -> None:
    done = generate(REPOSITORY / "docs/generate.py", "--check")
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_width_of_a_terminal_changes_nothing(script: Path) -> None:
    assert generate(script, columns="200").returncode == 0
    assert generate(script, "--check", columns="40").returncode == 0
    for path in [*script.parent.glob("rules/*.md"), script.parent / "cli.md"]:
        assert path.read_bytes() == (REPOSITORY / "docs" / path.relative_to(script.parent)).read_bytes()


def test_a_check_says_what_differs_and_changes_nothing(script: Path) -> None:
    generate(script)
    pages = script.parent / "rules"
    (pages / "RL001.md").write_text("old\n", encoding="utf-8")
    (pages / "RL002.md").unlink()
    (pages / "RL099.md").write_text("stray\n", encoding="utf-8")
    done = generate(script, "--check")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "docs/rules/RL001.md: out of date",
        "docs/rules/RL002.md: missing",
        "docs/rules/RL099.md: not generated any more",
    ]
    assert generate(script).returncode == 0
    assert {path.stem for path in pages.iterdir()} == {"README", "gallery", *BY_CODE}


def test_another_argument_is_refused(script: Path) -> None:
    assert generate(script, "--chek").returncode == 2
    assert not (script.parent / "rules").exists()
