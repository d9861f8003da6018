"""Diagnostics as a person reads them: the line, carets under it, and what to do."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len

from rectledger.diagnostics import Diagnostic, Severity, Span
from rectledger.facts.personal import masked
from rectledger.messages import Language, hint, say, word
from rectledger.render.colour import style
from rectledger.render.layout import clean

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
WIDEST = 160
"""Columns of a source line that are shown; of a longer one the part around the place."""


def lint_text(
    diagnostics: Sequence[Diagnostic], lines_of: Callable[[str], Sequence[str]], files: int, language: Language
) -> str:
    """Every diagnostic that counts, a line that sums them up, and where their rules are explained."""
    shown = [diagnostic for diagnostic in diagnostics if not diagnostic.waived]
    blocks = [diagnostic_text(diagnostic, lines_of(diagnostic.file), language) for diagnostic in shown]
    weights = Counter(diagnostic.severity for diagnostic in shown)
    codes = {diagnostic.code for diagnostic in shown}
    return "".join([*(f"{block}\n" for block in blocks), lint_end(weights, codes, files, language)])


def lint_end(weights: Mapping[Severity, int], codes: Iterable[str], files: int, language: Language) -> str:
    """A line that sums up what counts, and where the rules are explained."""
    counts = {str(severity): weights.get(severity, 0) for severity in Severity}
    lines = [say("lint.summary", language, {**counts, "files": files})]
    if codes:
        lines.append(say("lint.pages", language, {"codes": "|".join(sorted(codes))}))
    return "\n".join(lines) + "\n"


def waived_text(diagnostics: Iterable[Diagnostic], off: Iterable[str], language: Language) -> str:
    """What was found and does not count, with the reason and what says so, and the rules that are switched off."""
    waived = [diagnostic for diagnostic in diagnostics if diagnostic.waived]
    codes = sorted(off)
    switched = [say("lint.off", language, {"codes": ", ".join(codes)})] if codes else []
    return "\n".join([say("lint.waived", language, {"count": len(waived)}), *map(_waived_line, waived), *switched])


def _waived_line(diagnostic: Diagnostic) -> str:
    by = f" ({clean(diagnostic.waived_by)})" if diagnostic.waived_by else ""
    return f"  {place(diagnostic)} {diagnostic.code} {diagnostic.name}: {clean(diagnostic.waived)}{by}"


def diagnostic_text(diagnostic: Diagnostic, lines: Sequence[str], language: Language) -> str:
    """One diagnostic: place, weight, code and name; the message; the source with carets; the hint."""
    span = diagnostic.span
    weight = style(word(f"severity.{diagnostic.severity}", language), fg=COLOURS[diagnostic.severity], bold=True)
    head = f"{style(place(diagnostic), bold=True)} {weight} {diagnostic.code} {diagnostic.name}"
    message = "  " + clean(say(diagnostic.key, language, diagnostic.values))
    remedy = hint(diagnostic.key, language, diagnostic.values)
    source = _source(lines, span, COLOURS[diagnostic.severity]) if _has_line(diagnostic, lines) else []
    return "\n".join([head, message, *source, *([style(f"  → {clean(remedy)}", fg="cyan")] if remedy else []), ""])


def place(diagnostic: Diagnostic) -> str:
    """File, line and column; file and cell of a spreadsheet."""
    span, cell = diagnostic.span, diagnostic.cell
    return clean(f"{diagnostic.file}:{cell}" if cell else f"{diagnostic.file}:{span.line}:{span.column}")


def _has_line(diagnostic: Diagnostic, lines: Sequence[str]) -> bool:
    return diagnostic.cell is None and diagnostic.span.line <= len(lines)


def _source(lines: Sequence[str], span: Span, colour: str) -> list[str]:
    line = lines[span.line - 1]
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(start - WIDEST // 2, 0) if cell_len(line) > WIDEST else 0
    shown = clean(masked(line)[cut : cut + WIDEST])
    before, under = clean(line[cut:start]), clean(line[start : min(max(end, start + 1), cut + WIDEST)])
    gutter = " " * len(str(span.line))
    carets = style("^" * max(cell_len(under), 1), fg=colour, bold=True)
    return [f"  {span.line} │ {shown}", f"  {gutter} │ {' ' * cell_len(before)}{carets}"]
