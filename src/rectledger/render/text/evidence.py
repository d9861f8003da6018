"""Evidence files as text."""

import sys
from collections import Counter
from collections.abc import Sequence

from rectledger.messages import Language, say
from rectledger.render.colour import style
from rectledger.render.layout import table
from rectledger.views.evidence import ProofLine, Verdict


def evidence_text(lines: Sequence[ProofLine], language: Language) -> str:
    """A line a file, its path whole however wide, and a line that counts them."""
    rows = table([_cells(line, language) for line in lines], sys.maxsize, flexible=4)
    coloured = (style(row, fg=_colour(line)) for row, line in zip(rows, lines, strict=True))
    return "\n".join([*coloured, _summary(lines, language)]) + "\n"


def _cells(line: ProofLine, language: Language) -> list[str]:
    event, verdict = say(f"event.{line.event}", language), say(f"evidence.{line.verdict}", language)
    return [line.ref, str(line.date), event, verdict, _path(line, language)]


def _colour(line: ProofLine) -> str:
    return "green" if line.verdict is Verdict.VERIFIED else "red"


def _path(line: ProofLine, language: Language) -> str:
    more = say("evidence.near", language, {"near": line.found.near}) if line.found.near else line.found.reason
    return f"{line.file} {more}"


def _summary(lines: Sequence[ProofLine], language: Language) -> str:
    counts = Counter(line.verdict for line in lines)
    files = len({line.file for line in lines})
    parts = [f"{say(f'evidence.{verdict}', language)} {counts[verdict]}" for verdict in Verdict if counts[verdict]]
    return say("evidence.summary", language, {"entries": len(lines), "files": files, "parts": " · ".join(parts) or "—"})
