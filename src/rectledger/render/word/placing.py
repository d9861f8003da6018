"""What can be placed only once its words are known: the sign-off, and where a long title breaks."""

import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from rectledger.render.escape import one_line
from rectledger.render.word.layout import CHARACTER, LINE, PER_LINE, SIGN_OFF, TITLE
from rectledger.render.word.styles import element

_RIGHT, _STEP = 2.0, 2.0
"""Characters beside a sign-off, and from where its issuer begins to where its date does."""
_TITLE_WIDTH = 20
"""Characters of 22 pt in a line."""
_ABOUT = "关于"


def place(document: Document) -> None:
    """Place sign-offs by the standard's rule, and break titles where they can be read."""
    idents = {style.name: style.style_id for style in document.styles}
    for pair in _sign_offs(document, idents.get(SIGN_OFF, "")):
        _keep_with_text(pair)
        for paragraph, indent in zip(pair, indents([paragraph.text for paragraph in pair]), strict=True):
            _indent(paragraph, indent)
    for paragraph in _of_style(document, idents.get(TITLE, "")):
        _break_title(paragraph)


def title_of(document: Document) -> str:
    """The text of the first title; empty where there is none."""
    ident = next((style.style_id for style in document.styles if style.name == TITLE), "")
    return next((one_line(paragraph.text) for paragraph in _of_style(document, ident)), "")


def mark(document: Document, text: str) -> None:
    """Put a mark on the head of every page."""
    for section in document.sections:
        for header in (section.header, section.even_page_header, section.first_page_header):
            header.is_linked_to_previous = False
            paragraph = header.paragraphs[0]
            paragraph.text = f"{text} {paragraph.text}".strip()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def indents(lines: list[str]) -> list[float]:
    """How far in each line of a sign-off begins, in characters: the issuer's, and below it the date's.

    The issuer ends two characters from the margin and the date begins two after the issuer's first. A date that is
    longer than its issuer ends there instead, and the issuer begins two before it.
    """
    widths = [width(line) for line in lines]
    if len(lines) == 1 or widths[-1] <= widths[0]:
        first = max(PER_LINE - _RIGHT - max(widths[:1]), 0.0)
        return [first, *([first + _STEP] * (len(lines) - 1))]
    date = max(PER_LINE - _RIGHT - widths[-1], 0.0)
    return [*([max(date - _STEP, 0.0)] * (len(lines) - 1)), date]


def width(text: str) -> float:
    """The width of a text in characters: those of ASCII are half as wide."""
    return sum(
        0.5 if unicodedata.east_asian_width(character) in "NaH" and character < "\u2000" else 1 for character in text
    )


def _sign_offs(document: Document, ident: str) -> Iterator[list[Paragraph]]:
    """The paragraphs of each sign-off: those of its style that follow each other."""
    pair: list[Paragraph] = []
    for paragraph in _of_style(document, ident):
        if pair and paragraph._p.getprevious() is not pair[-1]._p:  # noqa: SLF001
            yield pair
            pair = []
        pair.append(paragraph)
    if pair:
        yield pair


def _keep_with_text(pair: list[Paragraph]) -> None:
    """A blank line above the sign-off, and the end of the text on its page."""
    pair[0].paragraph_format.space_before = Twips(LINE)
    before = pair[0]._p.getprevious()  # noqa: SLF001
    last = [Paragraph(before, pair[0]._parent)] if isinstance(before, CT_P) else []  # noqa: SLF001
    for paragraph in (*last, *pair[:-1]):
        paragraph.paragraph_format.keep_with_next = True


def _of_style(document: Document, ident: str) -> Iterator[Paragraph]:
    """The paragraphs of a style, but for those in tables."""
    found = document.element.body.xpath(f"./w:p[w:pPr/w:pStyle/@w:val={quoteattr(ident)}]") if ident else ()
    return (Paragraph(paragraph, document) for paragraph in found)


def _indent(paragraph: Paragraph, characters: float) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx has no such indent
    for old in properties.findall(qn("w:ind")):
        properties.remove(old)
    after = [child for child in properties if child.tag in {qn("w:jc"), qn("w:rPr"), qn("w:outlineLvl")}]
    made = element("ind", leftChars=round(characters * 100), left=round(characters * CHARACTER))
    (after[0].addprevious if after else properties.append)(made)


def _break_title(paragraph: Paragraph) -> None:
    """A title of two lines is broken before 关于, where both parts fit."""
    text, runs = paragraph.text, paragraph.runs
    before, about, after = text.partition(_ABOUT)
    if (
        width(text) <= _TITLE_WIDTH
        or len(runs) != 1
        or not before
        or max(width(before), width(about + after)) > _TITLE_WIDTH
    ):
        return
    runs[0].text = f"{before}\n{about}{after}"
