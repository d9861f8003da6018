"""What is no text of a notice, taken out so that all other characters keep their places."""

import re

from rectledger.facts.residue import INVISIBLE, MARKS
from rectledger.intake.passage import GONE, Passage, Report

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_PAGE = re.compile(r"[—–\-－]{0,2}\s*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?\s*[—–\-－]{0,2}")


def cleaned(report: Report) -> str:
    """The text of a document without residue and page numbers, as long as before; each is told."""
    return "\n".join(_cleaned(line, report) for line in report.passages(report.text))


def _cleaned(line: Passage, report: Report) -> str:
    text = line.text
    for pattern in (MARKS, INVISIBLE, _CONTROL):
        text = re.sub(pattern, lambda found: _taken_out(found, line, report), text)
    left = Passage(text, line.start)
    if left and _PAGE.fullmatch(left.value):
        report.tell("RL643.page", left.cut(0), found=left.value)
        return GONE * len(text)
    return text


def _taken_out(found: re.Match[str], line: Passage, report: Report) -> str:
    """What stands for residue, once it is told. What was taken out before is no residue of its own."""
    if found[0] != GONE:
        named = found[0] if found[0].isprintable() else f"U+{ord(found[0][0]):04X}"
        report.tell("RL643", Passage(found[0], line.start + found.start()), found=named)
    return GONE * len(found[0])
