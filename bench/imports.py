"""What a run imports, and how long that takes."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def imports(tools: Path, line: Sequence[str], folder: Path) -> str:
    """What a command line imports by package, the standard library as one, as Markdown."""
    command = [str(tools / "python"), "-X", "importtime", str(tools / "rectledger"), *line]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
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
