"""Everything that is written anywhere in a Word document, seen or not."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rectledger.source.docx.names import local
from rectledger.source.package import open_package

_SPOKEN = {"t", "delText", "instrText"}


def every_word(data: bytes) -> str:
    """The text of every part, properties, comments and deleted words among it, a paragraph a line.

    Raises CannotRunError for what is no document.
    """
    parts = open_package("docx", data, "").parts
    return "\n".join(
        line for path, root in parts.items() if path.endswith(".xml") for line in _lines(path, root) if line
    )


def _lines(path: str, root: Element) -> Iterator[str]:
    if not path.startswith("word/"):
        yield from (text for element in root.iter() for text in (element.text or "",))
        return
    for paragraph in root.iter():
        if local(paragraph) == "p":
            yield "".join(part.text or "" for part in paragraph.iter() if local(part) in _SPOKEN)
