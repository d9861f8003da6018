"""Fills in a Word template: by docxtpl, in the sandbox, with the place of whatever goes wrong."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import element_class_lookup
from docx.oxml.xmlchemy import BaseOxmlElement
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
_BODY = re.compile(r"<w:body\b.*</w:body>|<w:body/>", re.DOTALL)
_PARSER = etree.XMLParser(remove_blank_text=True, resolve_entities=False, huge_tree=True)
_PARSER.set_element_class_lookup(element_class_lookup)
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

    docx: Document

    def __init__(self, template: bytes, name: str, data: Mapping[str, object]) -> None:
        super().__init__(io.BytesIO(template))
        self._name, self._data = name, data

    def get_xml(self) -> str:
        return in_lines(super().get_xml())

    def get_part_xml(self, part: Part) -> str:
        return in_lines(super().get_part_xml(part))

    def get_docx(self) -> Document:
        return self.docx

    def patch_xml(self, src_xml: str) -> str:
        return with_ampersands(super().patch_xml(src_xml))

    def render_xml_part(self, src_xml: str, part: Part, _context: object, jinja_env: Sandbox) -> str:
        with placed(self._name, part_of(part.partname), src_xml):
            xml = "".join(bounded(jinja_env.generated(src_xml, self._data), MAX_XML))
        return xml.replace("\n", "")

    def fix_tables(self, xml: str) -> etree._Element:
        """The whole document with a new body; moving that into the old one would take the square of its size.

        Nothing is lost where statements have torn the XML. Tables are mended as docxtpl does it where columns are
        repeated.
        """
        around = _BODY.sub("<w:body/>", self.xml_to_string(self.docx.element), count=1)
        made = whole(around.replace("<w:body/>", xml, 1), self._name)
        if _COLUMNS.search(super().get_xml()):
            made = whole(around.replace("<w:body/>", self.xml_to_string(super().fix_tables(xml)), 1), self._name)
        return made

    def fix_docpr_ids(self, tree: etree._Element) -> None:
        """Numbers of its own for every picture."""
        for number, picture in enumerate(tree.iter(qn("wp:docPr")), 1):
            picture.set("id", str(number))

    def map_tree(self, tree: BaseOxmlElement) -> None:
        """Put the whole document in the place of the template's."""
        part = self.docx.part
        part._element = tree  # noqa: SLF001 -- python-docx has no other way to replace all of it
        self.docx = part.document

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
        return etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        raise TemplateProblem("cannot.word-torn", name, 1, str(error)) from None
