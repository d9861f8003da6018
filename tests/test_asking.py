"""What is asked for on a terminal, and what happens where nobody answers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ledgers import base_files
from tests.program import write

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
END_OF_INPUT = b"\x04"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write(tmp_path, base_files())


def at_a_terminal(folder: Path, typed: bytes, *arguments: str) -> tuple[int, str, str]:
    """Exit code, data and what the terminal shows of a run with somebody in front of it, who types ahead."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "r+b", buffering=0) as terminal:
        terminal.write(typed)
        command = [sys.executable, "-m", "rectledger", *arguments]
        done = subprocess.run(command, cwd=folder, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, check=False)
        shown = terminal.read(1 << 16)
    os.close(theirs)
    return done.returncode, done.stdout.decode(), shown.decode()


def test_a_new_issue_asks_for_what_is_missing(ledger: Path) -> None:
    answers = "".join(f"{line}\n" for line in ("合同倒签", "", "", "", ""))
    code, made, shown = at_a_terminal(ledger, answers.encode(), "new", "--heading", "h1")
    assert (code, made) == (0, "issues/demo/demo-02.yaml\n"), shown
    assert "title: 合同倒签\n" in (ledger / "issues/demo/demo-02.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", [END_OF_INPUT, "合同倒签\n".encode() + END_OF_INPUT])
def test_who_does_not_answer_registers_nothing(typed: bytes, ledger: Path) -> None:
    before = {path.name for path in (ledger / "issues/demo").iterdir()}
    code, made, shown = at_a_terminal(ledger, typed, "new")
    assert (code, made) == (130, ""), shown
    assert {path.name for path in (ledger / "issues/demo").iterdir()} == before
