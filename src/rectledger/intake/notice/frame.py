"""The parts around the sections of a notice: its title above them, the contact block and the sign-off below."""

import re
from collections.abc import Sequence

from rectledger.intake.notice.days import DAY, day_at
from rectledger.intake.notice.shape import NoticeWords
from rectledger.intake.passage import Passage

_TITLE = re.compile(r"关于.*(?:通报|公告|公示|报告|情况)$")
_BEGINS_A_TITLE = re.compile(r"(?:^|.*[^，。；])关于")
_CONTACT = re.compile(
    r"(?:(?:联系|监督|举报|咨询)?电话|电子邮[件箱]|邮政信箱|(?:通讯|邮寄|联系)?地址|邮箱|邮政编码|邮编)\s*[:：]"
)
_OPENS_CONTACT = re.compile(r"欢迎.*监督")
LONGEST_NAME = 40
"""Characters of a line that may be somebody's name."""


def take_frame(lines: Sequence[Passage], words: NoticeWords) -> list[Passage]:
    """Take title, contact block and sign-off out of the lines of a notice; what is left."""
    left = [line for line in lines if line]
    left = _without_title(left, words)
    left = _without_signature(left, words)
    return _without_contact(left, words)


def _without_title(lines: list[Passage], words: NoticeWords) -> list[Passage]:
    """The title may take two or three lines, the first of them the issuer's."""
    for count in (1, 2, 3, 4):
        joined = "".join(line.value for line in lines[:count])
        if _TITLE.search(joined) and len(joined) <= 4 * LONGEST_NAME and "。" not in joined:
            words.title = lines[:count]
            return lines[count:]
    return lines


def _without_signature(lines: list[Passage], words: NoticeWords) -> list[Passage]:
    """The last line that is nothing but a day, and the name above it."""
    at = next((n for n in reversed(range(len(lines))) if _is_day(lines[n])), None)
    if at is None:
        return lines
    name = at - 1 if at and _is_name(lines[at - 1]) else at
    words.signed = lines[name : at + 1]
    return lines[:name] + lines[at + 1 :]


def _is_day(line: Passage) -> bool:
    found = DAY.fullmatch(line.value)
    return found is not None and day_at(found) is not None


def _is_name(line: Passage) -> bool:
    return len(line.value) <= LONGEST_NAME and not re.search("[，。；：:？！]", line.value)


def _without_contact(lines: list[Passage], words: NoticeWords) -> list[Passage]:
    """The contact block, from the line that opens it to the last one that names a way."""
    ways = [n for n, line in enumerate(lines) if _CONTACT.search(line.value) and not _is_in_a_sentence(line)]
    if not ways:
        return lines
    last = first = ways[-1]
    while first and (first - 1 in ways or _OPENS_CONTACT.match(lines[first - 1].value)):
        first -= 1
    words.contact = lines[first : last + 1]
    return lines[:first] + lines[last + 1 :]


def _is_in_a_sentence(line: Passage) -> bool:
    """Whether the words stand in a text about something else: a label comes first in them."""
    return bool(re.match(r"\s*(?:[（(]?[0-9一二三四五六七八九十]+[）)、.．]|整改|问题)", line.text))
