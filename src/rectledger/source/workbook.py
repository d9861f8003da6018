"""What a workbook must not be before a reader opens it: the reader lays out every cell up to the last one in memory."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from rectledger.errors import CannotRunError

MAX_UNPACKED = 200 * 1024 * 1024
MAX_CELLS = 2_000_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MACROS = ("vbaproject.bin", "xlm.bin", "/macrosheets/sheet1.xml")
UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How a part begins in which nothing of this would be found."""
_DEFINITIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)([0-9]*)[^"']{0,20}["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_CELL = re.compile(rb"<(?:\w+:)?c\b")


def refuse_harm(name: str, data: bytes) -> None:
    """Raises CannotRunError for what is no workbook, unpacks to too much, or has cells too far out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_size(name, archive)
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    data = archive.read(part)
                    _refuse_definitions(name, data)
                    _refuse_extent(name, data)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise CannotRunError("cannot.sheet-broken", path=name, reason=error) from None


def _refuse_size(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len({part.filename for part in parts}) < len(parts):
        raise zipfile.BadZipFile("a part is there twice")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise CannotRunError("cannot.sheet-unpacked", path=name, limit=MAX_UNPACKED >> 20)
    if any(part.filename.lower().endswith(MACROS) for part in parts):
        raise CannotRunError("cannot.sheet-macros", path=name)


def _refuse_definitions(name: str, part: bytes) -> None:
    """No workbook needs definitions of its own; entities in them grow without end, or read other files."""
    if part[:2] in UTF16 or _DEFINITIONS.search(part):
        raise CannotRunError("cannot.sheet-entities", path=name)


def _refuse_extent(name: str, part: bytes) -> None:
    """A cell far away from all others makes a table of billions; people leave such cells behind by accident."""
    chunks = _ROW.split(part)
    rows, columns = len(chunks) - 1, max(len(_CELL.findall(chunk)) for chunk in chunks)
    for row, column, written in places(part):
        if row > LAST_ROW or column > LAST_COLUMN or not row:
            raise CannotRunError("cannot.sheet-broken", path=name, reason=written)
        rows, columns = max(rows, row), max(columns, column)
        if rows * columns > MAX_CELLS:
            raise CannotRunError("cannot.sheet-far", path=name, cell=written)


def places(part: bytes) -> Iterator[tuple[int, int, str]]:
    """The row, the column (0 for a whole row) and the name of everything that says where it stands."""
    for found in _PLACE.finditer(part):
        letters, digits = found[1].upper(), found[2]
        column = 0
        for letter in letters[:8]:
            column = column * 26 + letter - 64
        yield int(digits[:9] or b"0"), column, (letters + digits)[:20].decode("ascii")
