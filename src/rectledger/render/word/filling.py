"""Fills in a Word template: by docxtpl, in the sandbox, with the place of whatever goes wrong."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from lxml import etree
from markupsafe import Markup, escape

from rectledger.messages import Phrase, Term
from rectledger.render.escape import one_line
from rectledger.render.problems import TemplateProblem, bounded, printed, problems_of
from rectledger.render.sandbox import Sandbox

MAX_XML = 200_000_000
"""Characters of a part, marks and all: a table of 10,000 issues makes a third of it."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_COLUMNS = re.compile(r"\{[{%]tc ")
_PARAGRAPH = re.compile(r"<w:p(?=[ >/])")


@pass_context
def _finalized(_context: Context, value: object) -> Markup:
    """What is printed for the value of an expression, in XML: one line of text, whatever marks it holds."""
    if isinstance(value, Markup):
        return value
    return Markup(escape(one_line(printed(str(value) if isinstance(value, Undefined) else value))))  # noqa: S704


def filled(template: bytes, name: str, data: Mapping[str, object]) -> Document:
    """The document that a harmless Word template makes of its data. Raises TemplateProblem."""
    filling = _Filling(template, name, data)
    filling.render({}, Sandbox(finalize=_finalized, autoescape=True))
    return filling.get_docx()


class _Filling(DocxTemplate):  # type: ignore[misc]  # it has no types
    """One filling-in. Every paragraph begins a line, so that Jinja's line numbers are paragraph numbers."""

    def __init__(self, template: bytes, name: str, data: Mapping[str, object]) -> None:
        super().__init__(io.BytesIO(template))
        self._name, self._data = name, data

    def get_xml(self) -> str:
        return in_lines(super().get_xml())

    def get_part_xml(self, part: Part) -> str:
        return in_lines(super().get_part_xml(part))

    def get_docx(self) -> Document:
        document: Document = self.docx
        return document

    def patch_xml(self, src_xml: str) -> str:
        return with_ampersands(super().patch_xml(src_xml))

    def render_xml_part(self, src_xml: str, part: Part, _context: object, jinja_env: Sandbox) -> str:
        with placed(self._name, part_of(part.partname), src_xml):
            xml = "".join(bounded(jinja_env.generated(src_xml, self._data), MAX_XML))
        return xml.replace("\n", "")

    def fix_tables(self, xml: str) -> etree._Element:
        """As docxtpl does it where columns are repeated; and nothing is lost where statements have torn the XML."""
        tree = whole(xml, self._name)
        if _COLUMNS.search(super().get_xml()):
            tree = super().fix_tables(xml)
        return tree

    def render_properties(self, *_: Any) -> None:
        """Properties say where the document is from; no template has a say in that."""


def with_ampersands(xml: str) -> str:
    """XML as docxtpl leaves it for Jinja, with `&` in tags as well, which it forgets."""
    return _TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), xml)


def in_lines(xml: str) -> str:
    """XML with a line for each paragraph, the first in line 1."""
    return _PARAGRAPH.sub("\n<w:p", " ".join(xml.splitlines())).replace("\n", "", 1)


def part_of(path: str) -> str:
    """The kind of part that a path leads to: `body`, `header`, `footer` or `notes`."""
    return next((kind for kind in ("header", "footer") if f"/{kind}" in path), "notes" if "notes" in path else "body")


@contextmanager
def placed(name: str, part: str, xml: str) -> Iterator[None]:
    """Raises TemplateProblem for what goes wrong in a part, with the paragraph that it stands in."""
    try:
        with problems_of(name):
            yield
    except TemplateProblem as problem:
        raise problem.at(paragraph_place(part, xml, problem.line)) from None


def paragraph_place(part: str, xml: str, number: int) -> Phrase:
    """Where a paragraph is: its part, its number, and how it begins."""
    lines = xml.split("\n")
    text = re.sub(r"<[^>]*>", "", lines[number - 1]) if 0 < number <= len(lines) else ""
    return Phrase("place.paragraph", {"part": Term(f"part.{part}"), "number": number, "text": text[:40]})


def whole(xml: str, name: str) -> etree._Element:
    """The elements of a part. Raises TemplateProblem where a statement began in one and ended in another."""
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise TemplateProblem("cannot.word-torn", name, 1, str(error)) from None
