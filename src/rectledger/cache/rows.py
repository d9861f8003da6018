"""Rows of an inspection's issues, each beside what its file looked like: what is left when only a few files change.

A file of rows, and behind it a log that new rows are appended to, until that has grown and both become one file again.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from typing import Any, TypeAlias

from rectledger.cache.place import MAX_BYTES, READ, digest, packed, read, unpacked, write

BEGINNING = "rows-"
LOG_LIMIT = 1 << 16
"""Bytes that a log may have."""
_LENGTH = 4
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | sum(getattr(os, n, 0) for n in ("O_NOFOLLOW", "O_BINARY"))

Rows: TypeAlias = Mapping[str, tuple[list[int], list[Any]]]
"""By the file's name: its looks, and the row."""


def read_rows(place: str, inspection: str, context: bytes) -> Rows | None:
    """The rows that were kept in a context; None where there are none."""
    fields = read(place, _name(inspection))
    if fields is None or len(fields) != 2 or fields[0] != context:
        return None
    found: dict[str, tuple[list[int], list[Any]]] = {}
    with contextlib.suppress(ValueError, TypeError):
        for part in (fields[1], *_logged(place, inspection, digest(*fields))):
            found |= {name: (looks, row) for name, looks, row in json.loads(part)}
        return found
    return None


def write_rows(place: str, inspection: str, context: bytes, rows: Rows) -> None:
    """Keep the rows of an inspection in place of all that were kept before."""
    write(place, _name(inspection), [context, _dumped(rows)])
    with contextlib.suppress(OSError):
        os.unlink(_log(place, inspection))


def add_rows(place: str, inspection: str, context: bytes, new: Rows) -> None:
    """Keep some rows beside those of the same context. Does nothing where that cannot be done."""
    fields = read(place, _name(inspection))
    if fields is None or fields[:1] != [context] or not new:
        return
    piece = packed([digest(*fields), _dumped(new)])
    if _size(place, inspection) + len(piece) > LOG_LIMIT:
        write_rows(place, inspection, context, {**(read_rows(place, inspection, context) or {}), **new})
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(_log(place, inspection), _APPEND, 0o600)
        try:
            os.write(descriptor, len(piece).to_bytes(_LENGTH, "big") + piece)
        finally:
            os.close(descriptor)


def _logged(place: str, inspection: str, base: bytes) -> list[bytes]:
    """What was appended to a file of rows, as far as it is whole; what belongs to another one is left out."""
    try:
        descriptor = os.open(_log(place, inspection), READ)
    except OSError:
        return []
    with open(descriptor, "rb") as file:
        data = file.read(MAX_BYTES)
    found, position = [], 0
    while position < len(data):
        start = position + _LENGTH
        position = start + int.from_bytes(data[position:start], "big")
        fields = unpacked(data[start:position])
        if fields is None:
            break
        if fields[0] == base:
            found.append(fields[1])
    return found


def _size(place: str, inspection: str) -> int:
    try:
        return os.stat(_log(place, inspection)).st_size
    except OSError:
        return 0


def _dumped(rows: Rows) -> bytes:
    listed = [[name, looks, row] for name, (looks, row) in rows.items()]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _name(inspection: str) -> str:
    return BEGINNING + digest(os.fsencode(inspection)).hex()


def _log(place: str, inspection: str) -> str:
    return os.path.join(place, f"{_name(inspection)}.log")
