"""What a Word template must not hold before it is filled in: macros, entities, anything from elsewhere, a flood."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rectledger.errors import CannotRunError
from rectledger.source.docx.names import local
from rectledger.source.package import Package, open_package

MAX_PART = 4 * 1024 * 1024
"""Of a template's XML parts each; a hundred pages of text are a tenth of it."""
_FOREIGN = re.compile(
    r"/(embeddings|activeX|control|oleObject|aFChunk|attachedTemplate|frame|subDocument)", re.IGNORECASE
)
_FETCHING = re.compile(r"\b(DDE|DDEAUTO|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|RD|DATABASE)\b", re.IGNORECASE)


def refuse_harm(name: str, data: bytes) -> None:
    """Raises CannotRunError for what is no Word document, or would do harm as a template."""
    package = open_package(name, data, "")
    if "word/document.xml" not in package.parts:
        raise CannotRunError("cannot.document-broken", path=name, reason="no word/document.xml")
    for path, size in package.sizes.items():
        if size > MAX_PART:
            raise CannotRunError("cannot.word-large", path=name, part=path, limit=MAX_PART >> 20)
    for found in (*_relations(package), *_fields(package)):
        raise CannotRunError("cannot.word-outside", path=name, reason=found)


def _relations(package: Package) -> Iterator[str]:
    """The targets of everything that is fetched or run when the document is opened; links to click on are none."""
    for path, root in package.parts.items():
        for relation in root if path.endswith(".rels") else ():
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            outside = relation.get("TargetMode") == "External" and not kind.endswith("/hyperlink")
            if outside or _FOREIGN.search(kind):
                yield target


def _fields(package: Package) -> Iterator[str]:
    for root in package.parts.values():
        for paragraph in root.iter():
            if local(paragraph) == "p" and (found := _FETCHING.match(_field(paragraph).strip())):
                yield found[0]


def _field(paragraph: Element) -> str:
    parts = [part.text or "" for part in paragraph.iter() if local(part) == "instrText"]
    simple = [value for part in paragraph.iter() for key, value in part.items() if key.endswith("}instr")]
    return " ".join((*simple, "".join(parts)))
