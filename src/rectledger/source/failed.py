"""The cells of a workbook whose formula has failed (`#N/A`): the reader gives them as empty, and they are not."""

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial

from rectledger.source.workbook import places

_FAILED = re.compile(
    rb"""(<(?:\w+:)?c\b[^<>]{0,300}\bt\s*=\s*["']e["'][^<>]{0,300}(?<!/)>)(.{0,9000}?)</(?:\w+:)?c>""", re.DOTALL
)
"""Bounded, because a part may be anything."""
_WORDS = re.compile(rb"<(?:\w+:)?v>([^<]{0,20})<")
_ELEMENT = {name: re.compile(rf"<(?:\w+:)?{name}\b([^>]*)>") for name in ("sheet", "Relationship")}
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def failed_cells(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """What such cells show, by row and column from 0, of each sheet by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {
            name: dict(_in_part(archive.read(part))) for name, part in _parts(archive) if part in archive.namelist()
        }
    return {name: cells for name, cells in found.items() if cells}


def _in_part(part: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _FAILED.finditer(part):
        words = _WORDS.search(match[2])
        for row, column, _ in places(match[1]):
            yield (row - 1, column - 1), words[1].decode("utf-8", "replace") if words else "#"


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets, and the parts that hold them."""
    text = partial(_text, archive)
    targets = {
        about.get("Id"): about.get("Target", "")
        for about in _elements("Relationship", text("xl/_rels/workbook.xml.rels"))
    }
    for about in _elements("sheet", text("xl/workbook.xml")):
        target = targets.get(next((value for key, value in about.items() if key.endswith(":id")), None), "")
        yield about.get("name", ""), target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _text(archive: zipfile.ZipFile, part: str) -> str:
    return archive.read(part).decode("utf-8", "replace") if part in archive.namelist() else ""


def _elements(name: str, text: str) -> Iterator[Mapping[str, str]]:
    for match in _ELEMENT[name].finditer(text):
        yield {key: html.unescape(one or other) for key, one, other in _ATTRIBUTE.findall(match[1])}
