"""What lines of a notice begin with: `二、`, `（一）反馈问题：`, `问题1：`, `整改情况：`, `1.`."""

import re
from enum import Enum
from typing import NamedTuple

from rectledger.intake.passage import Passage
from rectledger.model.words import whole_number

_CHINESE = "[一二三四五六七八九十百]{1,4}"
_DIGITS = "[0-9０-９]{1,3}"


class Label(Enum):
    """What a line is by its beginning."""

    SECTION = "section"
    CHINESE = "chinese"
    """`（一）`."""
    BRACKETED = "bracketed"
    """`（1）`."""
    ISSUE = "issue"
    POINT = "point"
    """`1.`."""
    FIELD = "field"
    NONE = "none"


class Labelled(NamedTuple):
    """A line, its label and what follows it."""

    label: Label
    line: Passage
    rest: Passage
    number: int = 0
    written: str = ""
    """The label as it stands there, without white space."""
    field: str = ""
    """Of a field, the key of its record."""


FIELDS = {
    "progress": (
        *(
            "整改情况",
            "整改进展",
            "整改进展情况",
            "整改落实情况",
            "整改完成情况",
            "整改措施及成效",
            "整改成效",
            "整改结果",
        ),
        *("完成情况", "落实情况", "进展情况", "目前进展"),
    ),
    "plan": ("整改措施", "具体措施", "整改举措"),
    "due": ("整改时限", "完成时限", "整改期限", "完成时间", "时限要求"),
    "owner": ("责任单位", "牵头单位", "整改责任单位", "责任部门"),
    "support": ("配合单位", "协办单位", "配合部门"),
    "leader": ("责任领导", "牵头领导", "责任人", "分管领导", "整改责任人"),
    "goal": ("整改目标",),
    "standard": ("完成标准", "验收标准"),
    "cause": ("原因分析", "问题原因"),
    "also_checked": ("举一反三",),
}
"""The labels inside an issue, by the key of the record that each stands for; `progress` and `plan` are measures."""
MEASURES = frozenset(("progress", "plan"))
_FIELD_OF = {word: key for key, words in FIELDS.items() for word in words}
FIELD = re.compile(rf"(?P<name>{'|'.join(sorted(_FIELD_OF, key=len, reverse=True))})\s*(?P<mark>[:：])\s*")
HEADED = re.compile(r"反馈(?:的)?问题\s*(?P<mark>[:：])\s*")
_PATTERNS = (
    (Label.SECTION, re.compile(rf"(?P<number>{_CHINESE})\s*、\s*")),
    (Label.CHINESE, re.compile(rf"[（(]\s*(?P<number>{_CHINESE})\s*[)）]\s*、?\s*")),
    (Label.BRACKETED, re.compile(rf"[（(]\s*(?P<number>{_DIGITS})\s*[)）]\s*、?\s*")),
    (
        Label.ISSUE,
        re.compile(rf"问题\s*(?:(?P<number>{_DIGITS})(?:\s*[:：.．、]|\s+)|(?P<chinese>{_CHINESE})\s*[:：、])\s*"),
    ),
    (Label.POINT, re.compile(rf"(?P<number>{_DIGITS})\s*[.．、](?![0-9０-９])\s*")),
)


def labelled(line: Passage) -> Labelled:
    """A line by its beginning."""
    line = line.cut(0)
    for label, pattern in _PATTERNS:
        if found := pattern.match(line.text):
            groups = found.groupdict()
            number = whole_number(groups["number"] or groups.get("chinese") or "") or 0
            return Labelled(label, line, line.cut(found.end()), number, _written(found[0]))
    if found := FIELD.match(line.text):
        return Labelled(Label.FIELD, line, line.cut(found.end()), 0, _written(found[0]), _FIELD_OF[found["name"]])
    return Labelled(Label.NONE, line, line)


def field_key(name: str) -> str:
    """The key of the record that a label inside an issue stands for."""
    return _FIELD_OF[name]


def _written(label: str) -> str:
    return "".join(label.replace("\x1c", "").split())
