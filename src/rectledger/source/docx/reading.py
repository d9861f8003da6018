"""The paragraphs of a Word document in reading order, those in the cells of tables as well."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from rectledger.errors import CannotRunError
from rectledger.source.docx.names import attribute, child, local
from rectledger.source.docx.numbering import Numbering, numbering_of
from rectledger.source.package import open_package

MAIN = "word/document.xml"
_REMOVED = frozenset(("del", "moveFrom", "rPrChange", "pPrChange", "instrText", "delText", "rPr", "pPr"))
_SETTINGS = frozenset(("sectPr", "tblPr", "trPr", "tcPr", "sdtPr"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What stands for a sign, by its name."""
_UNREAD = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "txbxContent": "textbox",
    "drawing": "picture",
    "pict": "picture",
    "object": "picture",
    "commentReference": "comment",
    "altChunk": "attached",
    "subDoc": "attached",
    "oMath": "formula",
}
"""What is no text of the paragraph, by the name that messages have for it."""


class Paragraph(Struct, frozen=True):
    """A paragraph as it is read: its number, its lines, and what of it was changed or is not read."""

    number: str
    lines: tuple[str, ...]
    inserted: str = ""
    deleted: str = ""
    unread: tuple[str, ...] = ()


class _Words(Struct):
    """What a paragraph is made of, while it is read."""

    text: list[str] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def add(self, text: str, *, tracked: bool) -> None:
        self.text.append(text)
        if tracked:
            self.inserted.append(text)


def paragraphs_of(name: str, data: bytes) -> list[Paragraph]:
    """The paragraphs of a document. Raises CannotRunError for what is none, or would do harm."""
    package = open_package(name, data, "word/")
    body = child(package.part(MAIN), "body")
    if body is None:
        raise CannotRunError("cannot.document-broken", path=name, reason=f"no {MAIN}")
    numbering = numbering_of(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    return list(_read(_blocks(body), numbering))


def _blocks(element: Element) -> Iterator[Element]:
    """Every paragraph below an element, in order, but for those inside of paragraphs."""
    for inner in element:
        name = local(inner)
        if name in {"p", "altChunk", "subDoc"}:
            yield inner
        elif name not in _REMOVED and name not in _SETTINGS and not _is_deleted_row(inner):
            yield from _blocks(inner)


def _is_deleted_row(element: Element) -> bool:
    return local(element) == "tr" and child(element, "trPr", "del") is not None


def _read(blocks: Iterator[Element], numbering: Numbering) -> Iterator[Paragraph]:
    """The paragraphs; one whose mark was deleted goes on with the next."""
    words, label = _Words(), None
    for block in blocks:
        _collect(block, words, tracked=False)
        label = numbering.label(block) if label is None and _is_there(block, words) else label
        if child(block, "pPr", "rPr", "del") is None:
            yield _paragraph(label or "", words)
            words, label = _Words(), None
    if words.text:
        yield _paragraph(label or "", words)


def _is_there(block: Element, words: _Words) -> bool:
    """Whether a paragraph is still there: with everything in it deleted, it has no number either."""
    return bool("".join(words.text).strip()) or (not words.deleted and child(block, "pPr", "rPr", "del") is None)


def _paragraph(label: str, words: _Words) -> Paragraph:
    return Paragraph(
        label,
        tuple("".join(words.text).split("\n")),
        "".join(words.inserted).strip(),
        "".join(words.deleted).strip(),
        tuple(dict.fromkeys(words.unread)),
    )


def _collect(element: Element, words: _Words, *, tracked: bool) -> None:
    """The text below an element as it is when every tracked change is accepted."""
    name = local(element)
    if name in _UNREAD:
        _note_unread(element, _UNREAD[name], words)
        return
    for inner in element:
        match local(inner):
            case "t":
                words.add(inner.text or "", tracked=tracked)
            case sign if sign in _SIGNS:
                words.add(_SIGNS[sign], tracked=tracked)
            case "sym":
                words.add(chr(_codepoint(attribute(inner, "char"))), tracked=tracked)
            case "del" | "moveFrom":
                words.deleted.append("".join(e.text or "" for e in inner.iter() if local(e) in {"delText", "t"}))
            case "AlternateContent":
                choice = child(inner, "Choice")
                _collect(inner if choice is None else choice, words, tracked=tracked)
            case "r" if _is_hidden(inner):
                words.unread.append("hidden")
            case other if other not in _REMOVED:
                _collect(inner, words, tracked=tracked or other in {"ins", "moveTo"})


def _note_unread(element: Element, what: str, words: _Words) -> None:
    """Note what is not read; of a drawing, whether there is text in it."""
    boxes = any(local(e) == "txbxContent" and any(local(t) == "t" and t.text for t in e.iter()) for e in element.iter())
    words.unread.append("textbox" if boxes else what)


def _codepoint(written: str | None) -> int:
    """A character by its number in sixteens; the sign for a lost one where that is none."""
    try:
        found = int(written or "", 16)
    except ValueError:
        return 0xFFFD
    return found if 0x20 <= found < 0xD800 or 0xE000 <= found < 0x110000 else 0xFFFD


def _is_hidden(run: Element) -> bool:
    """Whether a run is hidden text, which nobody sees on paper."""
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and (attribute(hidden, "val") or "1") not in {"0", "false", "off"}
