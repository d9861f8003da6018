"""Words for a time that mean another one when they are read on another day."""

import re
from collections.abc import Iterator
from datetime import date

from rectledger.facts.sentences import own_words, sentence_before
from rectledger.model.words import day_words

RELATIVE = re.compile("今年|去年|明年|本年|本季|本月|上月|上个月|下月|下个月|上半年|下半年|近期|近日|目前")
"""What every text with such a word has; alternatives that begin with a character are found fastest."""
# texts, which `re` compiles when it first needs them: in many ledgers never
_WORD = r"""(?x)
    (?:今年|去年|明年(?<![文清声说]明年))(?![均久代轻龄满])(?:[上下]半年)?
    | (?:本年度(?<![基成]本年度)|本季度(?<!基本季度)|本月(?<!基本月)|上月(?<!以上月)|上个月|下月(?<!以下月)|下个月)
    | 上半年 | 下半年
    | 近期(?<![附临接将靠邻逼中最]近期)(?![限满末间]|目标|规划)
    | 近日(?<![附临接将靠邻逼亲]近日)(?![均常])
    | 目前(?<![项栏数科题节条细名纲头账篇书]目前)
"""
_UP_TO_NOW = r"截[至止]到?$|到$"
_PERIODIC = r"[每逐各历]年|[每逐按]月|[每按]季|每半年|当年|次年"
_DATED = r"年度?(?:[上下]半年|[^，。；]*$)"
_QUARTERS = "一二三四"


def relative_times(text: str) -> Iterator[str]:
    """Every such word of a text, outside of titles and quotations, each once.

    Silent about a period that comes again and again, and about half a year whose year is said.
    """
    if RELATIVE.search(text):
        plain = own_words(text)
        found = (match for match in re.finditer(_WORD, plain) if not _is_anchored(plain, match))
        yield from dict.fromkeys(_whole(plain, match) for match in found)


def absolute(word: str, day: date) -> str | None:
    """What such a word means on a day; None where nobody can tell."""
    if "目前" in word:
        return f"截至{day_words(day)}"
    if word[0] in "今去明":
        return f"{day.year + '去今明'.index(word[0]) - 1}年{word[2:]}"
    if word in {"上半年", "下半年"}:
        return f"{day.year}年{word}"
    if word == "本年度":
        return f"{day.year}年度"
    if word == "本季度":
        return f"{day.year}年第{_QUARTERS[(day.month - 1) // 3]}季度"
    return _month(day, "上本下".index(word[0]) - 1) if "月" in word else None


def _month(day: date, offset: int) -> str:
    months = day.year * 12 + day.month - 1 + offset
    return f"{months // 12}年{months % 12 + 1}月"


def _whole(text: str, match: re.Match[str]) -> str:
    """The word with what goes with it: `截至目前`."""
    if match[0] != "目前":
        return match[0]
    before = re.search(_UP_TO_NOW, text[max(match.start() - 3, 0) : match.start()])
    return f"{before[0] if before else ''}目前{'为止' if text.startswith('为止', match.end()) else ''}"


def _is_anchored(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says which period is meant, or that each one is."""
    if match[0][0] in "今去明目近":
        return False
    before = sentence_before(text, match.start())
    return bool(re.search(_PERIODIC, before) or (match[0].endswith("半年") and re.search(_DATED, before)))
