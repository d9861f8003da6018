"""Runs the program as a user does: a process of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from rectledger.cli import app

KEPT = ("PATH", "SYSTEMROOT", "PYTHONPATH", "TMPDIR", "XDG_CACHE_HOME")
REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Ran:
    """What a run left: exit code, data, talk."""

    code: int
    out: str
    err: str


def run(
    *arguments: str | Path, folder: Path = REPOSITORY, data: bytes | None = None, more: Mapping[str, str] | None = None
) -> Ran:
    """Run `rectledger` in a folder with a scrubbed environment; no run may leave a traceback."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    command = [sys.executable, "-X", "warn_default_encoding", "-m", "rectledger", *map(str, arguments)]
    environment = {**kept, "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", **(more or {})}
    done = subprocess.run(command, cwd=folder, input=data or b"", capture_output=True, env=environment, check=False)
    ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


def run_here(folder: Path, *arguments: str | Path) -> Ran:
    """Run a command line on a folder in this process, where hundreds of processes would take too long."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(["-C", str(folder), *map(str, arguments)])
    assert code in {0, 1, 2}, err.getvalue()
    return Ran(code, out.getvalue(), err.getvalue())


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Files below a folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def git(folder: Path, *arguments: str) -> str:
    """What git prints in a folder, as somebody."""
    who = ["-c", "user.name=clerk", "-c", "user.email=clerk@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()
