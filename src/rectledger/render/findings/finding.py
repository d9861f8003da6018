"""A diagnostic in words, as every format for other programs tells it."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from msgspec import Struct

from rectledger.diagnostics import Diagnostic, Severity, Span
from rectledger.messages import Language, hint, say


class Finding(Struct, frozen=True):
    """What counts of a diagnostic, said in one language. `file` may begin above the ledger's root."""

    code: str
    name: str
    severity: Severity
    file: str
    span: Span
    message: str
    hint: str
    source: str
    """The line that it points at."""

    @property
    def advice(self) -> str:
        """The message and, on a line of its own, what to do about it."""
        return f"{self.message}\n→ {self.hint}" if self.hint else self.message

    @property
    def path(self) -> bytes:
        """The file's name in UTF-8; bytes of it that are no text stay what they are."""
        return self.file.encode("utf-8", sys.getfilesystemencodeerrors())


def findings_of(
    diagnostics: Iterable[Diagnostic], lines_of: Callable[[str], Sequence[str]], language: Language, above: str = ""
) -> list[Finding]:
    """Every diagnostic that is not waived; `above` leads from where file names begin to the ledger's root."""
    lines, file = [], None
    found = []
    for diagnostic in diagnostics:
        if diagnostic.waived:
            continue
        if diagnostic.file != file:
            lines, file = list(lines_of(diagnostic.file)), diagnostic.file
        found.append(
            Finding(
                code=diagnostic.code,
                name=diagnostic.name,
                severity=diagnostic.severity,
                file=above + diagnostic.file,
                span=diagnostic.span,
                message=_message(diagnostic, language),
                hint=hint(diagnostic.key, language, diagnostic.values),
                source=lines[diagnostic.span.line - 1] if diagnostic.span.line <= len(lines) else "",
            )
        )
    return found


def _message(diagnostic: Diagnostic, language: Language) -> str:
    """The message; a spreadsheet has no lines, so its cell stands in front."""
    message = say(diagnostic.key, language, diagnostic.values)
    return f"{diagnostic.cell}: {message}" if diagnostic.cell else message


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A name for each finding that holds when lines move or days pass; no two are the same.

    It is made of the rule, the file and the words of the line. Findings that are alike in all
    three are numbered.
    """
    seen: Counter[bytes] = Counter()
    for finding in findings:
        what = b"\0".join((finding.code.encode(), finding.path, finding.source.strip().encode()))
        seen[what] += 1
        yield sha256(b"%s\0%d" % (what, seen[what])).hexdigest()
