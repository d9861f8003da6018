"""Time the program beside floors and peers.

python -m bench [--size N]... [--runs N] [--peers] [-o FILE]
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.ledger import write_ledger
from bench.measure import Figure, measure, table
from bench.peers import peers
from rectledger import __version__

DAY = ("--as-of", "2025-11-05")
CAT = "find issues ledger -name '*.yaml' -print0 | xargs -0 cat"
READ = """
import os
for folder, _, names in os.walk("."):
    for name in names:
        file = os.open(f"{folder}/{name}", 0)
        os.read(file, 1 << 20)
        os.close(file)
"""
PYYAML = (
    "import pathlib, yaml\nfor p in pathlib.Path().rglob('*.yaml'): yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader)"
)


def figures(runs: int) -> list[Figure]:
    """What is timed in a ledger."""
    program = [sys.executable, "-m", "rectledger"]
    return [
        Figure("cat", ["sh", "-c", CAT], "cat", runs),
        Figure("read in Python", [sys.executable, "-c", READ], "cat", runs),
        Figure("PyYAML's C loader", [sys.executable, "-c", PYYAML], "cat", runs),
        Figure("python -c pass", [sys.executable, "-c", "pass"], "python -c pass", runs),
        Figure("rectledger --version", [*program, "--version"], "python -c pass", runs),
        Figure("rectledger status", [*program, "status", *DAY], "read in Python", runs),
        Figure("rectledger lint", [*program, "lint", *DAY], "read in Python", runs),
        Figure("rectledger render notice", [*program, "render", "notice", *DAY], "read in Python", runs),
    ]


def imports() -> str:
    """What `status` imports from outside the standard library, and how long that takes."""
    code = "from rectledger.cli.app import run; run(['status', '--as-of', '2025-11-05'])"
    command = [sys.executable, "-X", "importtime", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    rows = [
        line.split("|") for line in done.stderr.splitlines() if line.startswith("import time:") and "self" not in line
    ]
    tops: dict[str, int] = {}
    for own, _, name in ((int(row[0].split(":")[1]), row[1], row[2].strip()) for row in rows):
        top = name.partition(".")[0]
        kind = top if top not in sys.stdlib_module_names else "standard library"
        tops[kind] = tops.get(kind, 0) + own
    ordered = sorted(tops.items(), key=lambda pair: -pair[1])
    return "\n".join(
        ["| package | own import time |", "|---|---|", *(f"| {n} | {t / 1000:.1f} ms |" for n, t in ordered)]
    )


def machine() -> str:
    """What the figures were taken on."""
    return (
        f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, rectledger {__version__}"
    )


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--size", type=int, action="append", help="issues in the ledger; may be given again")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--peers", action="store_true", help="other tools as well, once each: minutes")
    arguments.add_argument("-o", "--output", type=Path)
    asked = arguments.parse_args()
    parts = [
        f"# Figures of {datetime.now(UTC):%Y-%m-%d}",
        "",
        machine(),
        "",
        "Ratios hold, times do not: see README.md.",
    ]
    for size in asked.size or [10, 1000, 10000]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "ledger"
            root.mkdir()
            write_ledger(root, size)
            found = figures(asked.runs) + (peers(root, Path(folder)) if asked.peers else [])
            measure(found, root)
        parts += ["", f"## {size:,} issues", "", table(found)]
    parts += ["", "## What `status` imports", "", imports(), ""]
    text = "\n".join(parts)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text)


if __name__ == "__main__":
    main()
