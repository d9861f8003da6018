"""Documents of others to lines of text: `.docx`, `.txt` and `.md`, each line with the place that it has there."""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rectledger.diagnostics import Span
from rectledger.errors import CannotRunError
from rectledger.messages import Term
from rectledger.source.bounded import bytes_handed_in
from rectledger.source.text import Finding

if TYPE_CHECKING:
    from rectledger.source.docx.reading import Paragraph

MAX_CHARACTERS = 4_000_000
_OLD = frozenset((".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".pdf", ".html", ".htm", ".xps", ".ofd"))
_MACROS = frozenset((".docm", ".dotm"))
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How a document with a password begins, and one of the old kind."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BREAK = re.compile("\r\n|\r|\n")
ERRORS = frozenset(("footnote", "endnote", "textbox", "attached", "formula"))
"""What of a Word document holds text of its own that is not read."""
_MARKS = re.compile(r"\s*(?:#{1,6}\s+|>\s?|\*\*|__)*")


class Line(Struct, frozen=True):
    """A line of text, and where it begins: the line of a text file, the paragraph of a Word document."""

    text: str
    number: int
    column: int = 1


class Prose(Struct, frozen=True):
    """A document as lines, under the name that messages have for it."""

    name: str
    lines: tuple[Line, ...]
    sha256: str
    findings: tuple[Finding, ...] = ()
    """What of it was changed or is not read."""
    is_guessed: bool = False
    """Whether its text is no UTF-8, and was read as GBK."""


def read_prose(path: Path, name: str, plain: Callable[[str], str]) -> Prose:
    """A document; `plain` makes plain text of a line of Markdown. Raises CannotRunError, which says what to do."""
    _refuse_kind(path)
    return prose_of(name, bytes_handed_in(path, "cannot.document-large"), plain)


def prose_of(name: str, data: bytes, plain: Callable[[str], str]) -> Prose:
    """The same of bytes that go by a name."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_COMPOUND):
        raise CannotRunError("cannot.document-old", path=name, target=f"{Path(name).stem}.docx")
    if name.lower().endswith(".docx"):
        return _word(name, data, digest)
    text, guessed = _decoded(name, data)
    lines = [Line(line, number) for number, line in enumerate(_BREAK.split(text), 1)]
    if not name.lower().endswith(".txt"):
        lines = [_unmarked(line, plain) for line in lines]
    return Prose(name, tuple(lines), digest, is_guessed=guessed)


def _refuse_kind(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise CannotRunError("cannot.document-old", path=path.name, target=f"{path.stem}.docx")
    if suffix in _MACROS:
        raise CannotRunError("cannot.document-macros", path=path.name)
    if suffix not in {".docx", ".txt", ".md", ".markdown"}:
        raise CannotRunError("cannot.document-kind", path=path.name)


def _decoded(name: str, data: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding was guessed."""
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) > MAX_CHARACTERS:
            raise CannotRunError("cannot.document-long", path=name, limit=MAX_CHARACTERS)
        return text, encoding == "gb18030"
    raise CannotRunError("cannot.document-encoding", path=name)


def _unmarked(line: Line, plain: Callable[[str], str]) -> Line:
    """A line of Markdown as plain text; its column is that of the first character behind the marks."""
    marks = _MARKS.match(line.text)
    return Line(plain(line.text).rstrip("\n"), line.number, 1 + (marks.end() if marks else 0))


def _word(name: str, data: bytes, digest: str) -> Prose:
    from rectledger.source.docx.reading import paragraphs_of  # noqa: PLC0415  # only a .docx pays for it

    paragraphs = list(enumerate(paragraphs_of(name, data), 1))
    lines = tuple(line for number, paragraph in paragraphs for line in _lines(number, paragraph))
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise CannotRunError("cannot.document-long", path=name, limit=MAX_CHARACTERS)
    return Prose(
        name, lines, digest, tuple(found for at, paragraph in paragraphs for found in _findings(at, paragraph))
    )


def _lines(number: int, paragraph: "Paragraph") -> Iterable[Line]:
    first, *others = paragraph.lines
    yield Line(paragraph.number + first, number)
    yield from (Line(line, number) for line in others)


def _findings(number: int, paragraph: "Paragraph") -> Iterable[Finding]:
    """What a reader of the import has to know about a paragraph."""
    span = Span(number, 1, number, len(paragraph.number + paragraph.lines[0]) + 1)
    if paragraph.inserted:
        yield Finding("RL658", span, {"words": paragraph.inserted})
    if paragraph.deleted:
        yield Finding("RL658.deleted", span, {"words": paragraph.deleted})
    for what in paragraph.unread:
        yield Finding("RL659" if what in ERRORS else "RL660", span, {"what": Term(f"document.{what}")})
