"""Time the long memory: python -m bench.history [--files N] [--commits N] [--runs N].

Builds a repository by `git fast-import`, then runs the commands that read its past and, as their floor, git alone.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.ledger import FEEDBACK, write_ledger
from bench.measure import Figure, measure, table

DAY = ("--as-of", "2026-06-30")
LOG = "git log --raw -z --no-abbrev --no-renames HEAD -- issues ledger"
EVERY_BLOB = f"{LOG} | tr '\\0' '\\n' | grep '^:' | cut -d' ' -f3,4 | tr ' ' '\\n' | sort -u | grep -v '^0*$'"
FLOOR = f"{EVERY_BLOB} | git cat-file --batch"
DAYS = 500


def build(root: Path, files: int, commits: int) -> None:
    """A ledger of so many issues, and so many commits after the first, each of which changes one to three of them."""
    write_ledger(root, files)
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    stream = b"".join(_stream(root, commits))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "symbolic-ref", "HEAD", "refs/heads/bench"], cwd=root, check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=root, check=True)


def _stream(root: Path, commits: int) -> Iterator[bytes]:
    texts = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.yaml"))}
    issues = [path for path in texts if path.startswith("issues/")]
    rng = random.Random(len(issues))
    yield _commit(1, FEEDBACK, [(path, texts[path]) for path in texts])
    for number in range(2, commits + 2):
        day = FEEDBACK + timedelta(days=1 + DAYS * number // commits)
        changed = rng.sample(issues, min(rng.randint(1, 3), len(issues)))
        for path in changed:
            texts[path] = _changed(rng, texts[path], day)
        yield _commit(number, day, [(path, texts[path]) for path in changed])


def _changed(rng: random.Random, text: str, day: date) -> str:
    """An issue with one more event of its last measure; now and then with another deadline instead."""
    if rng.random() < 0.1:
        head, due, tail = text.partition("    due: ")
        return f"{head}{due}{day + timedelta(days=rng.randint(30, 300))}{tail[10:]}"
    if rng.random() < 0.1:
        until = day + timedelta(days=rng.randint(30, 200))
        event = f"event: extended\n        until: {until}\n        reason: 汛期停工\n        approved_by: chief"
    else:
        event = "event: progress\n        note: 按计划推进"
    return f"{text}      - date: {day}\n        {event}\n"


def _commit(number: int, day: date, files: list[tuple[str, str]]) -> bytes:
    seconds = int(datetime(day.year, day.month, day.day, 4, tzinfo=UTC).timestamp()) + number
    who = f"clerk{number % 7} <clerk{number % 7}@example.org> {seconds} +0800"
    parts = [f"commit refs/heads/bench\nauthor {who}\ncommitter {who}\n".encode(), _data(f"第{number}次")]
    for path, text in files:
        parts += [f"M 644 inline {path}\n".encode(), _data(text)]
    return b"".join(parts)


def _data(text: str) -> bytes:
    raw = text.encode()
    return b"data %d\n%b\n" % (len(raw), raw)


def figures(runs: int, issue: str) -> list[Figure]:
    """What is timed."""
    program = [sys.executable, "-m", "rectledger"]
    return [
        Figure("git log --raw", ["sh", "-c", LOG], "git log --raw", runs),
        Figure("git log and every blob", ["sh", "-c", FLOOR], "git log and every blob", runs),
        Figure("rectledger history ID", [*program, "history", issue], "git log and every blob", runs),
        Figure("rectledger slippage", [*program, "slippage"], "git log and every blob", runs),
        Figure("rectledger burnup", [*program, "burnup", *DAY], "git log and every blob", runs),
        Figure("rectledger status", [*program, "status", *DAY], "git log and every blob", runs),
        Figure(
            "rectledger status --at", [*program, "status", "--at", "HEAD~100", *DAY], "git log and every blob", runs
        ),
    ]


def main() -> None:
    """Build, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--files", type=int, default=10_000)
    arguments.add_argument("--commits", type=int, default=5_000)
    arguments.add_argument("--runs", type=int, default=3)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build(root, asked.files, asked.commits)
        found = figures(asked.runs, "i001-00001")
        measure(found, root)
    print(f"{asked.files:,} issues, {asked.commits:,} commits\n\n{table(found)}")


if __name__ == "__main__":
    main()
