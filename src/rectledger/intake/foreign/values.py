"""What cells of a table say: deadlines, states and days, as people write them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from rectledger.facts.state import State
from rectledger.model.words import canonical_day, canonical_due
from rectledger.views.progress import WORDS

EMPTY = frozenset(("", "/", "\\", "-", "--", "—", "——", "无", "暂无", "n/a"))
_SERIAL = re.compile(r"[2-6][0-9]{4}")
"""A day as Excel counts them: from 1954 to 2091."""
_EPOCH = date(1899, 12, 30)
_AT_ONCE = re.compile("立行立改|立即整改|即知即改|立整立改")
_FOREVER = re.compile("长期坚持|长期整改|持续坚持|常态化|长期保持|长期推进")
_AROUND = " ，,、；;。并且()（）"
_STATES: Mapping[State, tuple[str, ...]] = {
    State.COMPLETE: (
        "完成",
        "已完成整改",
        "完成整改",
        "整改完成",
        "已整改",
        "已整改到位",
        "整改到位",
        "已办结",
        "办结",
        "是",
        "√",
        "100%",
        "1",
    ),
    State.PARTIAL: ("基本完成", "部分完成", "取得阶段性成效", "阶段完成"),
    State.IN_PROGRESS: (
        "推进中",
        "整改中",
        "正在整改",
        "正在办理",
        "进行中",
        "持续推进",
        "长期坚持",
        "持续整改",
        "正在进行",
    ),
    State.NOT_STARTED: ("未完成", "未开始", "未整改", "否", "×", "尚未完成", "0"),
    State.CLOSED: ("销号", "同意销号", "完成销号"),
    State.CLOSURE_REQUESTED: ("申请销号", "拟销号", "待销号"),
    State.TRANSFERRED: ("移交",),
    State.DEFERRED: ("暂缓", "已暂缓", "延期", "销号方案调整待批复", "暂缓/调整"),
}
_BY_WORD = {word: state for state, words in _STATES.items() for word in words} | {v: k for k, v in WORDS.items()}
_DAY = re.compile(r"([0-9]{4})\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*日?")
_AS_OF = re.compile(r"(?:截[至止]|填报|制表|更新|统计)[^0-9]{0,8}" + _DAY.pattern)


class Term(Struct, frozen=True):
    """A deadline: canonical, or none where only its class is said."""

    due: str | None = None
    requirement: str | None = None
    sustained: bool = False


def term_of(text: str) -> Term | None:
    """What a cell for the deadline says; None where it cannot be read."""
    plain = unicodedata.normalize("NFKC", text).strip()
    at_once, forever = bool(_AT_ONCE.search(plain)), bool(_FOREVER.search(plain))
    left = _FOREVER.sub("", _AT_ONCE.sub("", plain)).strip(_AROUND)
    due = _due(left) if left else None
    if left and due is None:
        return None
    requirement = "immediate" if at_once else ("sustained" if forever and due is None else None)
    return Term(due, requirement, sustained=forever)


def _due(text: str) -> str | None:
    if _SERIAL.fullmatch(text):
        return (_EPOCH + timedelta(days=int(text))).isoformat()
    text = re.sub(r"[T ]00:00(?::00)?$", "", text)
    return canonical_due(text.removeprefix("于"))


def state_of(text: str) -> State | None:
    """The state that a cell names, with a day or without one; None for words that are none."""
    plain = _DAY.sub("", unicodedata.normalize("NFKC", text)).partition("(")[0]
    return _BY_WORD.get(plain.strip(" 。，；;,.:：于\t\n"))


def day_of(text: str) -> date | None:
    """The one day that a cell names, whatever stands around it; None where it names none or several."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _SERIAL.fullmatch(plain):
        return _EPOCH + timedelta(days=int(plain))
    days = {day for _, day in days_in(plain)}
    return days.pop() if len(days) == 1 else None


def days_in(text: str) -> Iterator[tuple[str, date]]:
    """Every real day of a text, as it is written."""
    for found in _DAY.finditer(text):
        if canonical := canonical_day(found[0]):
            yield found[0], date.fromisoformat(canonical)


def day_of_table(texts: Iterator[str]) -> date | None:
    """The day that the words above a table say it is of: `截至2025年6月30日`."""
    for text in texts:
        if found := _AS_OF.search(unicodedata.normalize("NFKC", text)):
            return next((day for _, day in days_in(found[0])), None)
    return None


def names_in(text: str) -> list[str]:
    """The names in a cell, each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[、，,；;\n/]|\s{2,}", text))
    return list(dict.fromkeys(part for part in parts if part.casefold() not in EMPTY))
