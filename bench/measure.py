"""Times whole processes in turn, so that a machine that slows down slows all of them."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Figure:
    """A command and what its runs took."""

    name: str
    command: Sequence[str]
    floor: str
    """The figure that this one is a multiple of."""
    times: int
    seconds: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    codes: set[int] = field(default_factory=set)

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        """The largest memory of a run, in MiB."""
        return max(self.peaks) / 1024

    def run(self, folder: Path) -> None:
        """One more run; its output is thrown away."""
        started = time.perf_counter()
        process = subprocess.Popen(self.command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds.append(time.perf_counter() - started)
        self.peaks.append(used.ru_maxrss)
        self.codes.add(process.returncode)


def measure(figures: Sequence[Figure], folder: Path) -> None:
    """Every figure once and not counted, then in turn: A B C A B C …"""
    for figure in figures:
        if figure.times > 1:
            Figure(figure.name, figure.command, figure.floor, 1).run(folder)
    for turn in range(max(figure.times for figure in figures)):
        for figure in figures:
            if turn < figure.times:
                figure.run(folder)
        print(f"turn {turn + 1}", file=sys.stderr)


def table(figures: Sequence[Figure]) -> str:
    """The figures as Markdown."""
    medians = {figure.name: figure.median for figure in figures}
    rows = ["| what | median | ratio | of | peak | runs | exit |", "|---|---|---|---|---|---|---|"]
    for figure in figures:
        ratio = figure.median / medians[figure.floor]
        codes = ", ".join(map(str, sorted(figure.codes)))
        rows.append(
            f"| {figure.name} | {figure.median * 1000:,.0f} ms | {ratio:.2f} × | {figure.floor} "
            f"| {figure.peak:.0f} MiB | {len(figure.seconds)} | {codes} |"
        )
    return "\n".join(rows)
