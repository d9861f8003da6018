"""Bytes to text: UTF-8 or a problem that says what the bytes are instead."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct, field

from rectledger.diagnostics import START_OF_FILE, Span

MAX_BYTES = 4 * 1024 * 1024
"""A record is some kilobytes; a file above this is not one, and is not read."""

_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL_BYTES = bytes(n for n in (*range(32), 127) if n not in b"\t\n\r")
_AFTER_DELETE = 0xC2
"""The byte that U+0080 to U+009F begin with in UTF-8; with another byte behind it, it is `·`, or so."""
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"
"""With the line breaks of YAML 1.1 that no editor breaks lines at."""


class Finding(Struct, frozen=True):
    """Something wrong in the text itself: message key, place and values."""

    key: str
    span: Span = START_OF_FILE
    values: Mapping[str, object] = field(default_factory=dict)


class UnreadableError(Exception):
    """A file has no data to read; the findings say why and where."""

    def __init__(self, *findings: Finding) -> None:
        """Keep what was found."""
        super().__init__(*findings)
        self.findings = findings


class Lines:
    """Turns offsets in a text into lines and columns. Only line feeds and carriage returns break lines."""

    def __init__(self, text: str) -> None:
        """Note where each line begins."""
        self._starts = [0, *map(re.Match.end, re.finditer("\r\n?|\n", text))]

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets, counted from 0 in characters."""
        return Span(*self._place(start), *self._place(max(start, end)))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self._starts[line - 1] + column - 1

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def decode(data: bytes) -> str:
    """The text of a file, without a byte order mark. Raises UnreadableError for anything but clean UTF-8."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(Finding("RL020", values={"limit": MAX_BYTES // 1024}))
    if data.startswith(_UTF16_BOMS) or (0 in data and _looks_like_utf16(data)):
        raise UnreadableError(Finding("RL013"))
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data.removeprefix(codecs.BOM_UTF8), error.start) from None
    if bad := _may_have_control(data, text) and re.search(_CONTROL, text):
        key = "RL014" if bad[0] == "\0" else "RL015"
        span = Lines(text).span(bad.start(), bad.end())
        raise UnreadableError(Finding(key, span, {"character": f"U+{ord(bad[0]):04X}"}))
    return text


def _may_have_control(data: bytes, text: str) -> bool:
    """Whether it is worth looking for control characters, which takes longer than all the rest."""
    if len(data.translate(None, _CONTROL_BYTES)) < len(data):
        return True
    if _AFTER_DELETE in data and re.search(rb"\xc2[\x80-\x9f]", data):
        return True
    return "\u2028" in text or "\u2029" in text or "\ufffe" in text or "\uffff" in text


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:256]
    even, odd = sorted((head[::2].count(0), head[1::2].count(0)))
    return len(head) >= 8 and odd * 4 > len(head) >= even * 4


def _not_utf8(data: bytes, offset: int) -> UnreadableError:
    text = data[:offset].decode("utf-8")
    span = Lines(text).span(len(text), len(text))
    key = "RL012.gbk" if _looks_like_gbk(data, text) else "RL012"
    return UnreadableError(Finding(key, span, {"byte": f"0x{data[offset]:02X}"}))


def _looks_like_gbk(data: bytes, good: str) -> bool:
    """Whether GBK gives a text. Where Chinese was read as UTF-8 before the bad byte, the file is damaged UTF-8."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return max(good, default="") < "\u0800"
