"""A document as the bytes of a file: the same for the same."""

import io
import zipfile

from docx.document import Document

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can name."""


def packed(document: Document) -> bytes:
    """The bytes, with no trace of when or where they were made."""
    out, clean = io.BytesIO(), io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as made, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in made.infolist():
            entry = zipfile.ZipInfo(part.filename, _OLDEST)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, made.read(part))
    return clean.getvalue()
