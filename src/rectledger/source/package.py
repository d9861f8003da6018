"""Office packages of others: parts by name, as XML without entities, and none that does harm."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from msgspec import Struct

from rectledger.errors import CannotRunError

MAX_UNPACKED = 64 * 1024 * 1024
"""Of all parts together; text of a thousand pages is a tenth of it."""
MAX_RATIO = 200
"""How many times as large a part may be unpacked; text comes to some 20."""
SMALL = 1024 * 1024
"""A part below this may be packed as tightly as it likes."""
MAX_DEPTH = 200
"""Elements in elements: tables in tables, some ten each."""
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError)


class Package(Struct, frozen=True):
    """The parts of an office document that were asked for."""

    name: str
    parts: Mapping[str, Element]
    sizes: Mapping[str, int]
    """Of the parts, unpacked."""

    def part(self, path: str) -> Element | None:
        """A part; None where the document has none of that name."""
        return self.parts.get(path)


def open_package(name: str, data: bytes, wanted: str) -> Package:
    """The XML parts below a folder of a document. Raises CannotRunError for what is none, or would do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_harm(name, archive)
            paths = [
                path for path in archive.namelist() if path.startswith(wanted) and path.endswith((".xml", ".rels"))
            ]
            sizes = {path: archive.getinfo(path).file_size for path in paths}
            return Package(name, {path: _parsed(name, archive.read(path)) for path in paths}, sizes)
    except _BROKEN as error:
        raise CannotRunError("cannot.document-broken", path=name, reason=error) from None


def _refuse_harm(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len({part.filename for part in parts}) < len(parts):
        raise zipfile.BadZipFile("a part is there twice")
    if any(part.filename.lower().endswith(("vbaproject.bin", "vbadata.xml")) for part in parts):
        raise CannotRunError("cannot.document-macros", path=name)
    tight = (p.filename for p in parts if p.file_size > max(SMALL, MAX_RATIO * p.compress_size))
    bomb = next(tight, None)
    if bomb or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise CannotRunError("cannot.document-bomb", path=name, limit=MAX_UNPACKED >> 20)


def _parsed(name: str, part: bytes) -> Element:
    try:
        root: Element = fromstring(part, forbid_dtd=True)
    except DefusedXmlException:
        raise CannotRunError("cannot.document-entities", path=name) from None
    except (ParseError, LookupError) as error:
        raise CannotRunError("cannot.document-broken", path=name, reason=error) from None
    if _is_deeper(root, MAX_DEPTH):
        raise CannotRunError("cannot.document-broken", path=name, reason=f"more than {MAX_DEPTH} levels")
    return root


def _is_deeper(root: Element, limit: int) -> bool:
    level = [root]
    for _ in range(limit):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
