"""A new Word template, built from the words of a Markdown one, for a clerk to edit or for the program to fill in."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Twips

from rectledger.render.word import layout
from rectledger.render.word.blocks import Block, Paragraph, Row, Run, Statement, Table
from rectledger.render.word.fonts import Fonts
from rectledger.render.word.layout import STYLES
from rectledger.render.word.packing import packed
from rectledger.render.word.properties import clear
from rectledger.render.word.styles import set_styles

_SIDE = 1134
"""The margin beside a table on paper that lies on its side."""
_KEPT_PARTS = ("/settings", "/styles", "/footer")
_KEPT_SETTINGS = ("zoom", "defaultTabStop", "characterSpacingControl", "compat", "decimalSymbol", "listSeparator")
_MARKS = {"**": "<w:b/><w:bCs/>", "*": "<w:i/><w:iCs/>", "~~": "<w:strike/>"}
_PAGE = "".join(
    f"<w:r><w:rPr><w:rFonts w:hint='eastAsia'/></w:rPr>{inner}</w:r>"
    for inner in (
        "<w:t xml:space='preserve'>— </w:t>",
        "<w:fldChar w:fldCharType='begin'/>",
        "<w:instrText xml:space='preserve'> PAGE </w:instrText>",
        "<w:fldChar w:fldCharType='separate'/>",
        "<w:t>1</w:t>",
        "<w:fldChar w:fldCharType='end'/>",
        "<w:t xml:space='preserve'> —</w:t>",
    )
)


def built(blocks: Sequence[Block], fonts: Fonts, *, bold: bool, landscape: bool) -> bytes:
    """The bytes of a Word template with these blocks; the same for the same."""
    document = docx.Document()
    _strip(document)
    set_styles(document, fonts, bold=bold)
    section = document.sections[0]
    _set_page(section, landscape=landscape)
    clear(document.core_properties)
    document.settings.odd_and_even_pages_header_footer = True
    _set_page_number(section)
    width = layout.HEIGHT - 2 * _SIDE if landscape else layout.WIDTH - layout.LEFT - layout.RIGHT
    xml = "".join(_block(block, width) for block in blocks) or _paragraph("body", ())
    body = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    for position, made in enumerate(list(body)):
        document.element.body.insert(position, made)
    return packed(document)


def _strip(document: Document) -> None:
    """Take out what python-docx's own template has beside text: a theme, a thumbnail, settings of its author's."""
    for part in (document.part, document.part.package):
        for ident, relation in [*part.rels.items()]:
            kind = relation.reltype
            if not kind.endswith((*_KEPT_PARTS, "/officeDocument", "/core-properties", "/extended-properties")):
                del part.rels[ident]
    settings = document.settings.element
    for child in [*settings]:
        if child.tag not in {qn(f"w:{name}") for name in _KEPT_SETTINGS}:
            settings.remove(child)
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")


def _set_page(section: Section, *, landscape: bool) -> None:
    across, down = (layout.HEIGHT, layout.WIDTH) if landscape else (layout.WIDTH, layout.HEIGHT)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(across), Twips(down)
    left, right = (_SIDE, _SIDE) if landscape else (layout.LEFT, layout.RIGHT)
    top, bottom = (layout.LEFT, layout.RIGHT) if landscape else (layout.TOP, layout.BOTTOM)
    section.left_margin, section.right_margin = Twips(left), Twips(right)
    section.top_margin, section.bottom_margin = Twips(top), Twips(bottom)
    section.header_distance = Twips(720)
    section.footer_distance = Twips(720 if landscape else layout.FOOTER)
    for grid in section._sectPr.iter(qn("w:docGrid")):  # noqa: SLF001 -- python-docx has no grid
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), str(layout.LINE))


def _set_page_number(section: Section) -> None:
    """The page's number: odd ones right, even ones left, one character in."""
    for footer, side, align in (
        (section.footer, "right", "right"),
        (section.even_page_footer, "left", "left"),
    ):
        footer.is_linked_to_previous = False
        inside = f"<w:pStyle w:val='{STYLES['footer'].ident}'/>" + _indent(side) + f"<w:jc w:val='{align}'/>"
        made = parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{inside}</w:pPr>{_PAGE}</w:p>")
        old = footer.paragraphs[0]._p  # noqa: SLF001 -- python-docx has no fields
        old.getparent().replace(old, made)


def _indent(side: str) -> str:
    return f"<w:ind w:{side}Chars='100' w:{side}='280'/>"


def _block(block: Block, width: int) -> str:
    match block:
        case Paragraph():
            return _paragraph(block.style, block.runs)
        case Statement():
            return _paragraph("body", (Run(f"{{%p {block.text} %}}"),))
        case Table():
            return _table(block, width)


def _paragraph(style: str, runs: Iterable[Run], align: str = "") -> str:
    jc = f"<w:jc w:val='{align}'/>" if align else ""
    return f"<w:p><w:pPr><w:pStyle w:val='{STYLES[style].ident}'/>{jc}</w:pPr>{''.join(map(_run, runs))}</w:p>"


def _run(run: Run) -> str:
    marks = "".join(inner for mark, inner in _MARKS.items() if mark in run.marks)
    properties = f"<w:rPr><w:rFonts w:hint='eastAsia'/>{marks}</w:rPr>"
    return f"<w:r>{properties}<w:t xml:space='preserve'>{escape(run.text)}</w:t></w:r>"


def _table(table: Table, width: int) -> str:
    total = sum(table.widths)
    columns = [width * share // total for share in table.widths]
    borders = "".join(
        f"<w:{side} w:val='single' w:sz='4' w:space='0' w:color='auto'/>"
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f"<w:{side} w:w='{layout.CELL_MARGINS[n % 2]}' w:type='dxa'/>"
        for n, side in enumerate(("top", "left", "bottom", "right"))
    )
    grid = "".join(f"<w:gridCol w:w='{column}'/>" for column in columns)
    return (
        f"<w:tbl><w:tblPr><w:tblW w:w='{sum(columns)}' w:type='dxa'/><w:tblBorders>{borders}</w:tblBorders>"
        f"<w:tblLayout w:type='fixed'/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_rows(table, columns))}</w:tbl>"
    )


def _rows(table: Table, columns: Sequence[int]) -> Iterator[str]:
    style = "cell-small" if len(columns) > layout.MANY_COLUMNS else "cell"
    for position, row in enumerate(table.rows):
        match row:
            case Statement():
                inside = _cell(sum(columns), style, (Run(f"{{%tr {row.text} %}}"),), span=len(columns))
                yield f"<w:tr>{inside}</w:tr>"
            case Row():
                yield _row(row, columns, table.aligns, f"{style}-head" if not position else style)


def _row(row: Row, columns: Sequence[int], aligns: Sequence[str], style: str) -> str:
    """A row of as many cells as the table has columns; the head's stands on every page."""
    cells, head = [*row.cells, *([()] * len(columns))][: len(columns)], style.endswith("-head")
    properties = "<w:cantSplit/><w:tblHeader/>" if head else ""
    made = (
        _cell(width, style, runs, align="" if head else align)
        for width, align, runs in zip(columns, aligns, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def _cell(width: int, style: str, runs: Iterable[Run], *, align: str = "", span: int = 1) -> str:
    merged = f"<w:gridSpan w:val='{span}'/>" if span > 1 else ""
    properties = f"<w:tcPr><w:tcW w:w='{width}' w:type='dxa'/>{merged}<w:vAlign w:val='center'/></w:tcPr>"
    return f"<w:tc>{properties}{_paragraph(style, runs, align)}</w:tc>"
