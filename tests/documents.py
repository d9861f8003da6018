"""Notices for tests, as text and as Word documents that are written here, not by our reader's relatives."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rectledger.diagnostics import START_OF_FILE, Problem, Route, Span
from rectledger.facts.assess import assess
from rectledger.intake.notice.taking import Taken, take_notice
from rectledger.load import load
from rectledger.model.ledger import PARTIES_FILE, Ledger
from rectledger.render.order import Order
from rectledger.render.plain import plain
from rectledger.source.edit import appended
from rectledger.source.emit import Value
from rectledger.source.prose import prose_of
from rectledger.source.templates import template_source
from rectledger.source.tree import MemoryTree, OverlaidTree
from rectledger.views.subject import subject_of
from tests.ledgers import base_files, tree_of

if TYPE_CHECKING:
    from tests.fences import Example

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NEW = "old"
"""The id that notices are taken as."""
_MARKUP = re.compile(r"\{\+(?P<inserted>[^}]*)\+\}|\{-(?P<deleted>[^}]*)-\}|\{(?P<part>footnote|picture)\}")


def word(paragraphs: Sequence[str], more: Mapping[str, str] | None = None) -> bytes:
    """A Word document of paragraphs, given as XML or as text in which `{+…+}` was inserted and `{-…-}` deleted."""
    body = "".join(text if text.startswith("<w:") else f"<w:p>{_runs(text)}</w:p>" for text in paragraphs)
    parts = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>', **(more or {})}
    return package(parts)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """An office package of parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
    return data.getvalue()


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _runs(text: str) -> str:
    out, at = "", 0
    for found in _MARKUP.finditer(text):
        out += run(text[at : found.start()]) + _marked(found)
        at = found.end()
    return out + run(text[at:])


def _marked(found: re.Match[str]) -> str:
    if found["inserted"] is not None:
        return f'<w:ins w:id="1" w:author="a">{run(found["inserted"])}</w:ins>'
    if found["deleted"] is not None:
        return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{escape(found["deleted"])}</w:delText></w:r></w:del>'
    return '<w:r><w:footnoteReference w:id="1"/></w:r>' if found["part"] == "footnote" else "<w:r><w:drawing/></w:r>"


def taken(data: bytes, name: str = "notice.txt", files: Mapping[str, str | bytes] | None = None) -> Taken:
    """What a notice becomes in the base ledger, or in that of other files."""
    tree = tree_of(files or base_files())
    ledger = _ledger(tree)

    def rendered(new: Mapping[str, str], parties: Sequence[dict[str, Value]], day: date) -> str:
        after = _ledger(OverlaidTree(tree, overlay(tree, new, parties)))
        return plain(Order(subject_of(assess(after, day), NEW), "notice", template_source(None, "notice")).markdown)

    return take_notice(prose_of(name, data, plain), ledger, NEW, date(2026, 1, 5), rendered)


def overlay(tree: MemoryTree, new: Mapping[str, str], parties: Sequence[dict[str, Value]]) -> dict[str, bytes]:
    """What was taken, as files."""
    known = appended(tree.contents[PARTIES_FILE].decode(), parties)
    return {**{file: text.encode() for file, text in new.items()}, PARTIES_FILE: known.encode()}


def _ledger(tree: MemoryTree | OverlaidTree) -> Ledger:
    found = load(tree)
    assert found.problems == ()
    assert found.ledger is not None
    return found.ledger


def notice_problems(example: "Example", _day: date) -> list[Problem]:
    """The problems with the notice of an example."""
    name, lines = next(iter(example.lines.items()))
    data = word(lines) if name.endswith(".docx") else "\n".join(lines).encode()
    return list(taken(data, name).problems)


def no_places(_file: str, routes: Sequence[Route]) -> Sequence[Span]:
    """Sources have no routes."""
    return [START_OF_FILE for _ in routes]
