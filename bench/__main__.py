"""Time the program beside floors and peers.

python -m bench [--size N]... [--runs N] [--peers] [-o FILE]
"""

import argparse
import platform
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from bench.imports import imports
from bench.ledger import DAY
from bench.making import CHECKOUT, install, ledgers
from bench.measure import Figure, measure, processors, table
from bench.peers import peers
from rectledger import __version__

SIZES = [10, 1000, 10_000, 100_000]
FEW = 10
"""Issues up to which a command does little but start."""
SMALL, MANY = 1000, 100_000
"""Issues up to which runs are so short that there are three times as many, and from which on three are enough."""
AS_OF = ("--as-of", str(DAY))
PASS, READ, GIT, GIT_DIFF = "python -c pass", "read floor", "git status", "git diff --stat"
BETWEEN = ("HEAD~2", "HEAD~1")
READING = """
import os
folders = ["."]
while folders:
    folder = folders.pop()
    for name in os.listdir(folder):
        path = f"{folder}/{name}"
        if name.endswith(".yaml"):
            file = os.open(path, 0)
            os.read(file, 1 << 20)
            os.close(file)
        elif name != ".git":
            folders.append(path)
"""
PYYAML = (
    "import pathlib, yaml\nfor p in pathlib.Path().rglob('*.yaml'): yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader)"
)


def figures(runs: int, tools: Path, faulty: Path) -> list[Figure]:
    """What is timed in a ledger, and in one with a problem in every issue."""
    python, program = str(tools / "python"), [str(tools / "rectledger")]
    cold = [*program, "--no-cache"]
    often = 3 * runs  # of what takes milliseconds
    return [
        Figure(PASS, [python, "-c", "pass"], PASS, often),
        Figure(READ, [python, "-c", READING], READ, runs),
        Figure(GIT, ["git", "status", "--porcelain"], GIT, often),
        Figure(GIT_DIFF, [*GIT_DIFF.split(), *BETWEEN], GIT_DIFF, often),
        Figure("PyYAML's C loader", [python, "-c", PYYAML], READ, runs),
        Figure("--version", [*program, "--version"], PASS, often, 2),
        Figure("status, cold", [*cold, "status", *AS_OF], READ, runs),
        Figure("status, warm", [*program, "status", *AS_OF], GIT, often, warm=True),
        Figure("status, one file changed", [*program, "status", *AS_OF], GIT, often, before=_change),
        Figure("lint", [*cold, "lint", *AS_OF], READ, runs),
        Figure("lint beside status", [*cold, "lint", *AS_OF], "status, cold", runs),
        Figure("lint, a problem a file", [*cold, "lint", *AS_OF], "lint", runs, 2, root=faulty),
        Figure("render notice", [*cold, "render", "notice", "--to", "md", *AS_OF], READ, runs),
        Figure("diff", [*cold, "diff", *BETWEEN, *AS_OF], GIT_DIFF, often),
    ]


def starts(runs: int, tools: Path) -> list[Figure]:
    """What is timed where the ledger is so small that a command does little but start."""
    cold = [str(tools / "rectledger"), "--no-cache"]
    lines = {
        "lint --help": ["lint", "--help"],
        "render --help": ["render", "--help"],
        "explain": ["explain", "RL301"],
        "overdue": ["overdue", *AS_OF],
        "show": ["show", "i001-00001", *AS_OF],
        "export csv": ["export", "csv", *AS_OF],
        "record, dry run": ["record", "i001-00001/m1", "progress", "--note", "按计划推进", "--dry-run", *AS_OF],
    }
    return [Figure(name, [*cold, *line], PASS, runs, 8) for name, line in lines.items()]


AIMS: Mapping[int, Mapping[str, tuple[str, float]]] = {
    FEW: {
        "status, warm": (PASS, 4),
        "status, cold": (PASS, 0),
        **dict.fromkeys(("lint", "diff", "render notice"), (PASS, 8)),
    },
    1000: {"render notice": (READ, 8)},
    10_000: {
        "status, cold": (READ, 8),
        "status, warm": (GIT, 2),
        "lint": (READ, 8),
        "lint beside status": ("status, cold", 1.5),
    },
    100_000: {"status, warm": (GIT, 1.3), "status, one file changed": (GIT, 1.5)},
}
"""Where a size has a floor or an aim of its own."""


def _change(root: Path) -> None:
    """Another byte at the end of an issue."""
    path = next(iter(sorted((root / "issues/i001").iterdir())))
    with path.open("ab") as file:
        file.write(b"#\n")


def measured(size: int, runs: int, tools: Path, *, with_peers: bool) -> list[Figure]:
    """Everything of a size, by the commands in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        clean, faulty = ledgers(Path(folder), size)
        runs = 3 * runs if size <= SMALL else min(runs, 3) if size >= MANY else runs
        found = figures(runs, tools, faulty)
        if size <= FEW:
            found += starts(runs, tools)
        for figure in found:
            figure.floor, figure.first = AIMS.get(size, {}).get(figure.name, (figure.floor, figure.first))
        if with_peers and size < MANY:
            found += peers(clean, Path(folder), READ)
        measure(found, clean)
        return found


def growth(figures_by_size: Mapping[int, Sequence[Figure]]) -> str:
    """What ten times as many issues cost."""
    sizes = sorted(size for size in figures_by_size if size >= 1000)
    rows = ["| what | " + " | ".join(f"{a:,} → {b:,}" for a, b in pairwise(sizes)) + " |"]
    rows.append("|---" * len(sizes) + "|")
    for name in (READ, "status, cold", "lint", "lint, a problem a file"):
        medians = [next(f.median for f in figures_by_size[size] if f.name == name) for size in sizes]
        steps = (f"{after / before:.1f} ×" for before, after in pairwise(medians))
        rows.append(f"| {name} | {' | '.join(steps)} |")
    return "\n".join(rows)


def machine() -> str:
    """What the figures were taken on."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")),
        platform.processor(),
    )
    return (
        f"{platform.system()} {platform.machine()}, {model}, {processors()} cores, "
        f"Python {platform.python_version()}, rectledger {__version__}"
    )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--size", type=int, action="append", help="issues in the ledger; may be given again")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--peers", action="store_true", help="other tools as well, once each: minutes")
    arguments.add_argument("-o", "--output", type=Path)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tools = install(Path(folder))
        found = {size: measured(size, asked.runs, tools, with_peers=asked.peers) for size in asked.size or SIZES}
        imported = imports(tools, ["--no-cache", "status", *AS_OF], CHECKOUT)
    parts = [f"# Figures of {datetime.now(UTC):%Y-%m-%d}", "", machine(), "", "Ratios hold, times do not: README.md."]
    for size, of_size in found.items():
        parts += ["", f"## {size:,} issues", "", table(of_size)]
    if len([size for size in found if size >= 1000]) > 1:
        parts += ["", "## Ten times as many (aim: ≤ 10.5 ×)", "", growth(found)]
    parts += ["", "## What a cold `status` imports", "", imported, ""]
    text = "\n".join(parts)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text)


if __name__ == "__main__":
    main()
