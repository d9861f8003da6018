"""What is timed: the program as a user has it, and ledgers to run it on."""

import subprocess
import sys
from pathlib import Path

from bench.ledger import write_ledger

CHECKOUT = Path(__file__).resolve().parents[1]
CHANGED = 50
"""Issues that the commit before the last has changed; the last one changes them back."""


def install(work: Path) -> Path:
    """The program as a user has it, in an environment of its own; the folder of its commands."""
    subprocess.run([sys.executable, "-m", "venv", work], check=True)
    tools = work / "bin"
    # the one that comes with an older Python writes scripts that import `re`
    subprocess.run([tools / "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
    subprocess.run([tools / "pip", "install", "--quiet", CHECKOUT], check=True)
    return tools


def ledgers(work: Path, size: int) -> tuple[Path, Path]:
    """A ledger without problems, in git, and one with a problem in every issue."""
    roots = work / "clean", work / "faulty"
    for root in roots:
        root.mkdir()
        write_ledger(root, size, faulty=root is roots[1])
    _git(roots[0], "init", "-q")
    _commit(roots[0])
    issues = sorted((roots[0] / "issues").rglob("*.yaml"))
    kept = {path: path.read_bytes() for path in issues[:: max(size // CHANGED, 1)]}
    for path, data in kept.items():
        path.write_bytes(data.replace(b"title: ", "title: 补充：".encode(), 1))
    _commit(roots[0])
    for path, data in kept.items():
        path.write_bytes(data)
    _commit(roots[0])
    return roots


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-q", "-m", "ledger")


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True)
