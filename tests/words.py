"""Word documents as tests read and make them: nothing binary is kept, everything is built here."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import docx

from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.load import load
from rectledger.render.document import FORMATS
from rectledger.render.order import Dress, Order
from rectledger.source.templates import template_source
from rectledger.source.tree import WorkTree
from rectledger.views.papers import INTERNAL
from rectledger.views.subject import subject_of
from tests.program import REPOSITORY

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
    """A Word template as a clerk makes it: paragraphs of one run each."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
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
