"""Times whole processes in turn, so that a machine that slows down slows all of them."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SAMPLE = 0.004
"""Seconds between two looks at the memory of a run."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""That of a user, whose modules are compiled once: by the run that is weighed, if by no earlier one."""


@dataclass
class Figure:
    """A command and what its runs took."""

    name: str
    command: Sequence[str]
    floor: str
    """The figure that this one is a multiple of."""
    times: int
    first: float = 0.0
    """The multiple that is aimed at first; 0 where there is none."""
    before: Callable[[Path], None] | None = None
    """What happens before each run, and is not timed."""
    root: Path | None = None
    """The ledger, where it is not that of the others."""
    warm: bool = False
    """Whether a run uses what the one before has left in the cache."""
    seconds: list[float] = field(default_factory=list)
    peak: float = 0.0
    """The most memory of a run, of all its processes together, in MiB."""
    codes: set[int] = field(default_factory=set)

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)

    def beside(self, floor: "Figure") -> float:
        """How many times as long a run took as that of a floor in the same turn: the median of the turns."""
        return statistics.median(own / least for own, least in zip(self.seconds, floor.seconds, strict=False))

    def prepare(self, folder: Path) -> Path:
        """Do what happens before a run; the folder to run in."""
        folder = self.root or folder
        if self.before:
            self.before(folder)
        return folder

    def start(self, folder: Path) -> subprocess.Popen[bytes]:
        """One more run; its output is thrown away."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            self.command, cwd=folder, env=ENVIRONMENT, stdin=nothing, stdout=nothing, stderr=nothing
        )

    def run(self, folder: Path) -> None:
        """Take the time of a run."""
        folder = self.prepare(folder)
        started = time.perf_counter()
        self.codes.add(self.start(folder).wait())
        self.seconds.append(time.perf_counter() - started)

    def weigh(self, folder: Path) -> None:
        """Watch the memory of a run, which slows it down."""
        folder = self.prepare(folder)
        if self.warm:
            self.start(folder).wait()
        process = self.start(folder)
        while process.poll() is None:
            self.peak = max(self.peak, sum(map(_memory, _family(process.pid))) / 1024)
            time.sleep(SAMPLE)


def _family(process: int) -> Iterator[int]:
    """A process and what it has started."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(process: int) -> int:
    """What a process has in memory, in KiB, with its share of what several have together (PSS)."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def measure(figures: Sequence[Figure], folder: Path) -> None:
    """Watch the memory of every figure once, then time them in turn: A B C A B C …"""
    for figure in figures:
        figure.weigh(folder)
    for turn in range(max(figure.times for figure in figures)):
        for figure in figures:
            if turn < figure.times:
                figure.run(folder)
        print(f"turn {turn + 1}", file=sys.stderr)


def table(figures: Sequence[Figure]) -> str:
    """The figures as Markdown."""
    floors = {figure.name: figure for figure in figures}
    rows = ["| what | median | ratio | of | aim | peak | runs | exit |", "|---|---|---|---|---|---|---|---|"]
    for figure in figures:
        ratio = figure.beside(floors[figure.floor])
        codes = ", ".join(map(str, sorted(figure.codes)))
        aim = f"{'✓' if ratio <= figure.first else '✗'} ≤ {figure.first:g} ×" if figure.first else ""
        rows.append(
            f"| {figure.name} | {figure.median * 1000:,.0f} ms | {ratio:.2f} × | {figure.floor} | {aim} "
            f"| {figure.peak:.0f} MiB | {len(figure.seconds)} | {codes} |"
        )
    return "\n".join(rows)


def processors() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
