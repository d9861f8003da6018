"""Word documents as tests read and make them: nothing binary is kept, everything is built here."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, fromstring

import docx

from rectledger.diagnostics import Problem
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.load import load
from rectledger.render.document import FORMATS
from rectledger.render.order import Dress, Order
from rectledger.render.proof import word_problems, words_problems
from rectledger.render.word.document import template_of
from rectledger.source.templates import template_source
from rectledger.source.tree import WorkTree
from rectledger.views.papers import INTERNAL
from rectledger.views.subject import subject_of
from tests.ledgers import base_files, tree_of
from tests.program import REPOSITORY

if TYPE_CHECKING:
    from tests.fences import Example

DAY = date(2025, 11, 5)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def worked() -> Facts:
    """The worked ledger on the notice's day."""
    loaded = load(WorkTree(REPOSITORY))
    assert loaded.ledger
    return assess(loaded.ledger, DAY)


def order(name: str = "notice", words: str | None = None, layout: bytes | None = None, **dress: Any) -> Order:
    """A document of the worked ledger."""
    facts = worked()
    issue = facts.inspections[0].issues[3]
    subject = subject_of(facts, "zx2024", internal=name in INTERNAL, issue=issue)
    source = template_source(None, name) if words is None else words
    return Order(subject, name, source, Dress(layout, **dress))


def rendered(**asked: Any) -> bytes:
    """The bytes of a Word document of the worked ledger."""
    return FORMATS["docx"].make(order(**asked))


def part(data: bytes, path: str) -> Element:
    """A part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return fromstring(archive.read(path))


def template(*paragraphs: str) -> bytes:
    """A Word template as a clerk makes it: paragraphs of one run each; `<Name>` before one is a style it names."""
    made = docx.Document()
    for text in paragraphs:
        style, _, words = text.removeprefix("<").rpartition(">") if text.startswith("<") else ("", "", text)
        paragraph = made.add_paragraph(words.strip())
        if style:
            paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = style
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes], without: Iterable[str] = ()) -> bytes:
    """A document with some parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts and name not in without:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def read_part(data: bytes, path: str) -> str:
    """The text of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(path).decode()


def template_problems(example: "Example", day: date) -> list[Problem]:
    """The problems with the template of an example, filled in from the base ledger."""
    name, lines = next(iter(example.lines.items()))
    ledger = load(tree_of(base_files())).ledger
    assert ledger
    subject = subject_of(assess(ledger, day), "demo")
    if name.endswith(".docx"):
        layout = template(*lines)
        return word_problems(name, Order(subject, "notice", "", Dress(layout)), layout)
    return words_problems(name, Order(subject, "notice", "\n".join(lines)))


def template_new() -> bytes:
    """The Word template that `template new notice` writes."""
    return template_of(order())
