"""The paragraphs about an issue cut into measures: at （1）, （2）… or 一是, 二是… where these count on."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from rectledger.intake.passage import GONE, Passage, Report
from rectledger.model.words import whole_number

_STARTS = f"(?:^|(?<=[。；;！？!?：:，,、”』」）)》\n{GONE}]))[ \\t\u3000{GONE}]*"
_C = "一二三四五六七八九十"


class _Way(Struct, frozen=True):
    """A way to number what stands in one text."""

    pattern: re.Pattern[str]
    number: Callable[[str], int | None]
    fewest: int
    """How many there must be for it to be one."""


_WAYS = (
    _Way(re.compile(_STARTS + r"[（(]\s*(?P<n>[0-9０-９]{1,3})\s*[)）]\s*"), whole_number, 1),
    _Way(re.compile(_STARTS + f"(?P<n>[{_C}]{{1,3}})是[，：]?"), whole_number, 2),
    _Way(re.compile(_STARTS + "(?P<n>[①-⑳])\\s*"), lambda sign: ord(sign) - ord("①") + 1, 2),
    _Way(re.compile(r"(?m:^)\s*(?P<n>[0-9０-９]{1,2})\s*[.．、](?![0-9０-９])\s*"), whole_number, 2),
)
_BRACKETS, _WORDS = _WAYS[0], _WAYS[1]


def cut_measures(body: Passage, report: Report) -> tuple[Passage, list[Passage]]:
    """What stands before the first number, and the measures; without numbers there is one."""
    for way in _WAYS:
        places = list(_counting(way, body.text))
        if len(places) >= way.fewest:
            if way is not _BRACKETS:
                report.tell("RL653", body.cut(places[0].start(), places[0].end()), found=places[0][0].strip())
            _tell_left_over(way, places, body, report)
            return _pieces(places, body)
    return body.cut(0, 0), [body]


def _counting(way: _Way, text: str) -> Iterator[re.Match[str]]:
    """The numbers that count on from 1; any other number is part of the text."""
    wanted = 1
    for found in way.pattern.finditer(text):
        if way.number(found["n"]) == wanted:
            yield found
            wanted += 1


def _pieces(places: list[re.Match[str]], body: Passage) -> tuple[Passage, list[Passage]]:
    ends = [place.start() for place in places[1:]] + [len(body.text)]
    pieces = [body.cut(place.end(), end) for place, end in zip(places, ends, strict=True)]
    return body.cut(0, places[0].start()), [piece for piece in pieces if piece]


def _tell_left_over(way: _Way, places: list[re.Match[str]], body: Passage, report: Report) -> None:
    """Say which numbers look like those of measures and do not count on."""
    taken = {place.start() for place in places}
    for found in way.pattern.finditer(body.text):
        if found.start() not in taken and (way.number(found["n"]) or 0) <= len(places) + 9:
            label = found[0].strip(f" \t\u3000{GONE}")
            report.tell("RL640.left", body.cut(found.start(), found.end()), found=label, after=len(places))
