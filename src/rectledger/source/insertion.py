"""Whether a new version of an issue's file can have moved a deadline, told from its lines alone."""

import re

_OTHERS = rb"(?:progress|completed|supervised|warned|handed-over|transferred|followed-up)"
"""Events that move no deadline."""
_DAY = rb"date:[ ]\d{4}-\d\d-\d\d"
_BEGIN = rb"""[^\s"'|>&*!%@`\[\]{},:\#?-]"""
"""How a plain value begins, which ends with its line."""
_BLOCK = (
    rb"(?P<indent>[ ]+)-[ ]" + _DAY + rb"\n(?P=indent)[ ][ ]event:[ ]" + _OTHERS + rb"\n"
    rb"(?:(?P=indent)[ ][ ](?:note|by|to|document|extent|left|counts|level):[ ]" + _BEGIN + rb"[^\n:\#]*\n)*"
)
_FLOW = (
    rb"[ ]+-[ ]\{" + _DAY + rb",[ ]event:[ ]" + _OTHERS + rb"(?:,[ ][a-z]+:[ ]" + _BEGIN + rb"[^\n\[\]{},:\#]*)*\}\n"
)
_EVENTS = re.compile(rb"(?:" + _BLOCK + rb"|" + _FLOW + rb")+")
_HIDDEN = b"\\"
"""With it a quoted word can be written so that nobody finds it."""


def moves_no_deadline(before: bytes | None, after: bytes) -> bool:
    """Whether a version certainly moved none: it only inserts events that do not, or is new and has no extension.

    In doubt it says no. Lines that stand inside of a text make it no other deadline either; lines that tear a record
    apart leave a file that cannot be read.
    """
    if before is None:
        return b"extended" not in after and _HIDDEN not in after
    inserted = _inserted(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return inserted is not None and _EVENTS.fullmatch(inserted) is not None


def _inserted(before: list[bytes], after: list[bytes]) -> bytes | None:
    """The lines that were put into others; None where that is not all that differs."""
    length = len(after) - len(before)
    if length <= 0:
        return None
    start = next((n for n, line in enumerate(before) if line != after[n]), len(before))
    return b"".join(after[start : start + length]) if before[start:] == after[start + length :] else None
