"""Whether two Word documents say the same."""

import io
import zipfile

from rectledger.source.docx.names import local
from rectledger.source.docx.reading import paragraphs_of
from rectledger.source.package import open_package

APPLICATION = "rectledger"
"""Stands in the properties of what was not saved by another program since."""
_PROPERTIES = "docProps/"


def same_document(one: bytes, other: bytes) -> bool:
    """Whether a file is what would be made now, the revision that it names apart.

    Part by part; of one that Word or another program has saved, which rewrites every part, paragraph by paragraph.
    Raises CannotRunError for what is no document.
    """
    if _is_ours(one) and _is_ours(other):
        return _parts(one) == _parts(other)
    return text_of(one) == text_of(other)


def text_of(data: bytes, name: str = "docx") -> list[str]:
    """The paragraphs of a document that are not empty; a break in a line is none. Raises CannotRunError."""
    joined = ("".join(paragraph.lines) for paragraph in paragraphs_of(name, data))
    return [text for line in joined if (text := line.strip())]


def _is_ours(data: bytes) -> bool:
    root = open_package("docx", data, _PROPERTIES).part("docProps/app.xml")
    return any(local(part) == "Application" and part.text == APPLICATION for part in (() if root is None else root))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith(_PROPERTIES)}
