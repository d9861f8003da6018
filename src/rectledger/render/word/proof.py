"""A Word template, looked at paragraph by paragraph."""

import io
import re
from collections.abc import Iterator

from docxtpl import DocxTemplate
from msgspec.structs import replace

from rectledger.messages import Phrase
from rectledger.render.faults import Fault, brace_faults, faults
from rectledger.render.word.filling import in_lines, paragraph_place, part_of, with_ampersands
from rectledger.source.docx.harm import refuse_harm

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_STYLE = re.compile(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"')
_INLINE = re.compile(r"\{%-?\s*(if|for|endif|endfor)\b")
_WHOLE = re.compile(r"\{[%{](p|tr|tc) .*?[%}]\}")


def word_faults(path: str, template: bytes) -> Iterator[tuple[Phrase, Fault]]:
    """Every fault with the paragraph that it stands in. Raises CannotRunError for what must not be opened."""
    refuse_harm(path, template)
    opened = DocxTemplate(io.BytesIO(template))
    opened.init_docx()
    known = {style.style_id for style in opened.docx.styles}
    for part, xml in _parts(opened):
        lines = in_lines(xml)
        found = [*_in_paragraphs(lines, known)]
        found += _in_tags(opened, lines, {fault.line for fault in found})
        for fault in sorted(found, key=lambda fault: fault.line):
            yield paragraph_place(part, lines, fault.line), fault


def _parts(opened: DocxTemplate) -> Iterator[tuple[str, str]]:
    yield "body", opened.get_xml()
    for uri in (opened.HEADER_URI, opened.FOOTER_URI):
        for _, part in opened.get_headers_footers(uri):
            yield part_of(part.partname), opened.get_part_xml(part)


def _in_paragraphs(xml: str, known: set[str]) -> Iterator[Fault]:
    for number, line in enumerate(xml.split("\n"), 1):
        text = "".join(_TEXT.findall(line)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        for fault in (*brace_faults(text), *_misplaced(text)):
            yield replace(fault, line=number)
        for style in dict.fromkeys(_STYLE.findall(line)):
            if style not in known:
                yield Fault(number, 1, 0, "RL530.style", {"style": style})


def _misplaced(text: str) -> Iterator[Fault]:
    """Statements that leave a paragraph, and words that a statement about the whole paragraph would lose."""
    depth = 0
    for word in _INLINE.findall(text):
        depth += -1 if word.startswith("end") else 1
        if depth < 0:
            break
    if depth:
        yield Fault(1, 1, 0, "RL530.across", {})
    whole = _WHOLE.search(text)
    if whole and whole[1] == "p" and text.strip() != whole[0]:
        yield Fault(1, 1, 0, "RL530.beside", {"tag": whole[0]})


def _in_tags(opened: DocxTemplate, xml: str, known_bad: set[int]) -> list[Fault]:
    """What is wrong inside of tags; where statements do not pair because others are broken, that is not said again."""
    kept = "\n".join("" if number in known_bad else line for number, line in enumerate(xml.split("\n"), 1))
    found = faults(with_ampersands(opened.patch_xml(kept)))
    return [fault for fault in found if not known_bad or fault.key not in {"RL530.syntax", "RL530.unclosed"}]
