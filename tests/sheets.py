"""Spreadsheets for tests, written by a writer that is not ours."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter

Value = str | int | float | bool | datetime | None
SHEET = "xl/worksheets/sheet1.xml"


def workbook(rows: Sequence[Sequence[Value]], *, name: str = "台账", merged: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet; of a merged range, its text."""
    return workbook_of({name: rows}, merged=merged)


def workbook_of(
    sheets: Mapping[str, Sequence[Sequence[Value]]],
    *,
    merged: Mapping[str, str] | None = None,
    hidden: Sequence[str] = (),
) -> bytes:
    """A workbook of several sheets; the merged ranges are of the first."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for number, (name, rows) in enumerate(sheets.items()):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
            for place, text in (merged or {}).items() if number == 0 else ():
                sheet.merge_range(place, text)
            if name in hidden:
                sheet.hide()
            else:
                sheet.activate()
    return data.getvalue()


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with other words in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            text = before.read(info).decode()
            assert info.filename != part or old in text, text
            after.writestr(info.filename, text.replace(old, new) if info.filename == part else text)
    return out.getvalue()
