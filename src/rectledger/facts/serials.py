"""Numbers of a list that was handed over, as people copy them: which findings an issue's serial stands for."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

_FRAME = re.compile(r"^(?:问题|第|no\.?)+|[号项条、.:]+$")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
# texts, which `re` compiles when it first needs them: in many ledgers never
_SEPARATOR = r"[、,;/&+和及与]"
_RANGE = r"(\d+)[-~–—至到](\d+)"
_PART = r"(\d+)(?:[-._·–]\d+|[-._]?\([^()]+\)|[a-z])"


@lru_cache(4096)
def normal_serial(serial: str) -> str:
    """A serial as serials are compared: `问题01`, `(1)` and `1.` are `1`."""
    text = "".join(unicodedata.normalize("NFKC", serial).casefold().split())
    text = _FRAME.sub("", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return _ZEROS.sub("", text)


def serials_in(serial: str, listed: Collection[str]) -> tuple[str, ...]:
    """The findings that a serial stands for, in their normal form; `listed` are the normal forms of the list.

    `3、4` stands for two. So does `3-4` where the list has 3 and 4, while `3-1` is a part of 3 where the
    list has 3: what the list itself has is never taken apart.
    """
    own = normal_serial(serial)
    if own in listed or own.isdecimal():
        return (own,)
    several = tuple(part for part in map(normal_serial, re.split(_SEPARATOR, own)) if part)
    if len(several) > 1:
        return several
    if covered := _covered(own, listed):
        return covered
    part = re.fullmatch(_PART, own)
    return (part[1],) if part and part[1] in listed else (own,)


def _covered(serial: str, listed: Collection[str]) -> tuple[str, ...]:
    """The findings from one to another, where the list has both."""
    ends = re.fullmatch(_RANGE, serial)
    if ends is None or ends[1] not in listed or ends[2] not in listed:
        return ()
    first, last = int(ends[1]), int(ends[2])
    return tuple(str(n) for n in range(first, last + 1)) if first < last <= first + len(listed) else ()
