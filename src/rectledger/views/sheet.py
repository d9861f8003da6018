"""The columns of a sheet: the one table that export and import share."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.messages import Language, word
from rectledger.model.ledger import Ledger

SHEET = "台账"
"""What the sheet is called, in every language."""


class Shape(StrEnum):
    """What the cells of a column hold, and what becomes of one that was changed."""

    FIXED = "fixed"
    """Computed, or never changed in a sheet."""
    TEXT = "text"
    CHOICE = "choice"
    """One of the words that the catalogue has for the values of a key."""
    HEADING = "heading"
    """The text of a heading."""
    PARTY = "party"
    """The name of a party of any kind."""
    UNIT = "unit"
    """The name of a party that is no person."""
    PERSON = "person"
    """The name of a person."""
    DUE = "due"
    PROGRESS = "progress"
    """What happened, a line an event; a line that is new becomes one."""
    STATE = "state"
    CLOSING = "closing"
    EVIDENCE = "evidence"
    """A line an entry; a line that is new becomes one."""


class Part(StrEnum):
    """The three lists and the ledger that a printed sheet is made of (三清单一台账)."""

    PROBLEMS = "problems"
    TASKS = "tasks"
    DUTIES = "duties"
    LEDGER = "ledger"


class Column(Struct, frozen=True):
    """A column. `field` is the key of the issue's or the measure's record that it shows."""

    key: str
    of: Literal["issue", "measure"]
    field: str
    shape: Shape
    part: Part
    width: int
    """In columns of a character; a Chinese one takes two."""
    synonyms: tuple[str, ...] = ()
    """What others call it, beside the words of the catalogue; the narrower words first."""

    @property
    def editable(self) -> bool:
        """Whether a change of a cell can be taken back."""
        return self.shape is not Shape.FIXED

    def name(self, language: Language) -> str:
        """The usual heading."""
        return word(f"column.{self.key}", language)

    def plain(self, text: str) -> str:
        """A cell's text as cells are compared: without what only the look of a line adds, a state without its days."""
        lines = [line.rstrip() for line in text.replace("\r", "\n").split("\n")]
        whole = "\n".join(line for line in lines if line).strip()
        return whole.partition("（")[0].partition(" (")[0].strip() if self.shape is Shape.STATE else whole


_ISSUE: Literal["issue"] = "issue"
_MEASURE: Literal["measure"] = "measure"
DEFAULT = (
    Column("number", _MEASURE, "", Shape.FIXED, Part.PROBLEMS, 6, ("编号", "问题序号", "问题编号", "no", "no.")),
    Column(
        "heading",
        _ISSUE,
        "heading",
        Shape.HEADING,
        Part.PROBLEMS,
        18,
        ("反馈的问题", "方面", "问题类别", "类别", "来源"),
    ),
    Column(
        "title",
        _ISSUE,
        "title",
        Shape.TEXT,
        Part.PROBLEMS,
        26,
        ("问题描述", "问题内容", "问题表现", "存在问题", "存在的问题", "问题清单", "主要问题"),
    ),
    Column("goal", _ISSUE, "goal", Shape.TEXT, Part.TASKS, 18, ("目标", "整改目标要求", "目标要求")),
    Column(
        "text",
        _MEASURE,
        "text",
        Shape.TEXT,
        Part.TASKS,
        34,
        ("措施", "具体措施", "具体整改措施", "整改任务", "整改内容"),
    ),
    Column("leader", _ISSUE, "leader", Shape.PARTY, Part.DUTIES, 10, ("分管领导", "牵头领导", "包案领导", "领导")),
    Column(
        "owner",
        _MEASURE,
        "owner",
        Shape.UNIT,
        Part.DUTIES,
        16,
        ("牵头单位", "责任部门", "责任科室", "责任处室", "整改单位", "主责单位"),
    ),
    Column(
        "person", _MEASURE, "owner", Shape.PERSON, Part.DUTIES, 10, ("具体责任人", "直接责任人", "经办人", "承办人")
    ),
    Column(
        "due",
        _MEASURE,
        "due",
        Shape.DUE,
        Part.TASKS,
        15,
        ("整改时限", "时限", "整改期限", "完成期限", "期限", "完成时间", "整改时间"),
    ),
    Column(
        "progress",
        _MEASURE,
        "events",
        Shape.PROGRESS,
        Part.LEDGER,
        36,
        ("进展情况", "整改情况", "整改落实情况", "进展", "完成情况"),
    ),
    Column("state", _MEASURE, "events", Shape.STATE, Part.LEDGER, 18, ("整改状态", "完成状态", "是否完成", "进度")),
    Column("closing", _ISSUE, "events", Shape.CLOSING, Part.LEDGER, 12, ("是否销号", "销号", "销号状态", "销号时间")),
    Column(
        "evidence", _MEASURE, "events", Shape.EVIDENCE, Part.LEDGER, 24, ("证明材料", "印证材料", "佐证", "支撑材料")
    ),
)
"""The columns of a sheet without a view."""
FURTHER = (
    Column("serial", _ISSUE, "serial", Shape.TEXT, Part.PROBLEMS, 8, ("原序号", "清单编号")),
    Column("subtitle", _MEASURE, "title", Shape.TEXT, Part.PROBLEMS, 20, ("问题具体表现", "具体表现", "子问题")),
    Column("requirement", _ISSUE, "requirement", Shape.CHOICE, Part.TASKS, 10, ("整改类型", "问题性质")),
    Column("cause", _ISSUE, "cause", Shape.TEXT, Part.PROBLEMS, 24, ("产生原因", "问题原因", "原因")),
    Column("standard", _ISSUE, "standard", Shape.TEXT, Part.TASKS, 20, ("销号标准", "整改标准", "验收标准")),
    Column("also_checked", _ISSUE, "also_checked", Shape.TEXT, Part.TASKS, 20, ("举一反三情况",)),
    Column("public", _MEASURE, "public", Shape.TEXT, Part.LEDGER, 34, ("公开内容", "公示内容")),
    Column("support", _ISSUE, "", Shape.FIXED, Part.DUTIES, 16, ("配合部门", "协助单位")),
    Column("deadline", _MEASURE, "", Shape.FIXED, Part.TASKS, 12, ("延期后时限",)),
    Column("days_left", _MEASURE, "", Shape.FIXED, Part.LEDGER, 8, ()),
    Column("issue", _ISSUE, "", Shape.FIXED, Part.PROBLEMS, 12, ()),
    Column("measure", _MEASURE, "", Shape.FIXED, Part.TASKS, 10, ()),
)
"""The columns that only a view brings."""
COLUMNS: Mapping[str, Column] = {column.key: column for column in (*DEFAULT, *FURTHER)}


class Shown(Struct, frozen=True):
    """A column and what a sheet calls it."""

    column: Column
    heading: str


def shown_columns(ledger: Ledger, view: str | None, language: Language) -> tuple[Shown, ...]:
    """The columns of a view, or the usual ones. Raises CannotRunError for a view that is not there."""
    if view is None:
        return tuple(Shown(column, column.name(language)) for column in DEFAULT)
    if view not in ledger.layouts:
        raise CannotRunError("cannot.no-view", view=view, known="、".join(sorted(ledger.layouts)) or "—")
    named = ((COLUMNS[column.column], column.heading) for column in ledger.layouts[view].columns)
    return _distinct(tuple(Shown(column, heading or column.name(language)) for column, heading in named), view)


def _distinct(columns: tuple[Shown, ...], view: str) -> tuple[Shown, ...]:
    names = [column.heading for column in columns]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise CannotRunError("cannot.view-heading", view=view, heading=twice)
    return columns
