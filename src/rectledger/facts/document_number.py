"""Numbers of official documents: `益办发〔2024〕70号`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

NUMBERED = re.compile(r"[0-9]\s?号")
"""What every text with such a number has."""
_OTHER_BRACKETS = frozenset("[]［］【】()（）﹝﹞〈〉<>{}")
# a text, which `re` compiles when it first needs it: in many ledgers never
NUMBER = (
    r"(?P<open>[\[［【(（﹝〔〈<{])\s?(?P<year>(?:19|20)[0-9]{2})\s?(?P<close>[\]］】)）﹞〕〉>}])"
    r"(?P<rest>\s?第?\s?[0-9]{1,5}\s?号(?![楼线门井泵池炉窑院机]))"
)


class Misbracketed(NamedTuple):
    """Year and number as they are written, and as they should be."""

    found: str
    right: str


def misbracketed(text: str) -> Iterator[Misbracketed]:
    """Every document number of a text whose year does not stand in 〔〕."""
    if NUMBERED.search(text) and not _OTHER_BRACKETS.isdisjoint(text):
        for match in re.finditer(NUMBER, text):
            if match["open"] + match["close"] != "〔〕":
                yield Misbracketed(match[0], f"〔{match['year']}〕{''.join(match['rest'].split())}")
