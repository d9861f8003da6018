"""The styles of a new Word template, and what holds for all of its text."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from lxml import etree

from rectledger.render.word.fonts import Fonts
from rectledger.render.word.layout import INDENT, INDENT_CHARS, LINE, STYLES, Style, font_of

_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}


def element(name: str, **attributes: object) -> etree._Element:
    """An element of WordprocessingML by its name without prefix, with attributes of the same kind."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key.rstrip('_')}"), str(value))
    return made


def set_styles(document: Document, fonts: Fonts, *, bold: bool) -> None:
    """Leave the styles of official documents, and no others, in a new document."""
    styles = document.styles
    for style in [style for style in styles if style.name not in _KEPT]:
        style.delete()
    _set_defaults(document, fonts)
    for figures in STYLES.values():
        made = styles.add_style(figures.name, WD_STYLE_TYPE.PARAGRAPH, builtin=figures.name[0].isascii())
        made.element.set(qn("w:styleId"), figures.ident)
        made.base_style = styles["Normal"]
        _set_style(made, figures, font_of(figures, fonts), bold=bold and figures.outline is not None)


def _set_defaults(document: Document, fonts: Fonts) -> None:
    """Fonts of no theme, no spacing of its own, and nothing that moves letters about."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for properties in defaults.iter(qn("w:rPr"), qn("w:pPr")):
        properties.clear()
    text = next(defaults.iter(qn("w:rPr")))
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    text.extend([_fonts(fonts.body), element("sz", val=32), element("szCs", val=32), language])
    normal = document.styles["Normal"].element
    for properties in [*normal.iter(qn("w:rPr"), qn("w:pPr"))]:
        properties.getparent().remove(properties)
    _set_still(next(defaults.iter(qn("w:pPr"))))


def _set_style(style: ParagraphStyle, figures: Style, font: str, *, bold: bool) -> None:
    style.hidden, style.quick_style, style.unhide_when_used = False, True, False
    paragraph = style.element.get_or_add_pPr()
    _set_still(paragraph)
    if figures.line != LINE:
        paragraph.append(element("snapToGrid", val=0))
    spacing = {"before": 0, "after": figures.after}
    paragraph.append(element("spacing", **spacing, line=figures.line, lineRule="exact"))
    if figures.indented:
        paragraph.append(element("ind", firstLineChars=INDENT_CHARS, firstLine=INDENT))
    paragraph.append(element("jc", val=figures.align))
    if figures.outline is not None:
        paragraph.append(element("outlineLvl", val=figures.outline))
    text = style.element.get_or_add_rPr()
    weight = [element("b"), element("bCs")] if bold else []
    squeeze = [element("spacing", val=figures.squeeze)] if figures.squeeze else []
    size = [element("sz", val=figures.size), element("szCs", val=figures.size)]
    text.extend([_fonts(font), *weight, *squeeze, *size])


def _set_still(paragraph: etree._Element) -> None:
    """Nothing that moves letters or lines: no space beside digits, no line kept for its neighbours' sake."""
    paragraph.append(element("widowControl", val=0))
    # As Word does it unless told otherwise. LibreOffice 7.4 reads it the wrong way round, and loses marks at the end of
    # lines when it is switched off.
    paragraph.append(element("overflowPunct", val=1))
    for name in ("autoSpaceDE", "autoSpaceDN", "adjustRightInd"):
        paragraph.append(element(name, val=0))


def _fonts(name: str) -> etree._Element:
    return element("rFonts", hint="eastAsia", **dict.fromkeys(_SLOTS, name))
