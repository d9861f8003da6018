"""Whatever a notice or a table holds: records or problems, each at a place that is there, and no traceback.

`RECTLEDGER_INTAKES=3000 pytest tests/test_intake_fuzz.py` looks longer.
"""

import os
import random
from collections.abc import Callable, Mapping

import pytest

from rectledger.diagnostics import Cell, Problem, Span
from rectledger.errors import CannotRunError
from rectledger.load.kinds import kind_of
from rectledger.load.record import read_record
from rectledger.render.plain import plain
from rectledger.source.prose import prose_of
from tests import documents, tables
from tests.sheets import Value, workbook
from tests.test_notice_intake import NOTICE
from tests.test_table_intake import FIRST, HEAD

ROUNDS = int(os.environ.get("RECTLEDGER_INTAKES", "150"))
TOKENS = (
    *("（1）", "（2）", "(3)", "（一）", "（十）", "一、", "九、", "1.", "2、", "问题1：", "问题9:", "反馈问题："),
    *("整改情况：", "责任单位：", "整改时限：", "，已完成。", "，阶段性完成。", "已移交示例县。", "关于“”问题的整改"),
    *("一是", "二是", "①", "②", "2025年2月30日", "2025年11月5日", "二〇二五年十一月五日", "联系电话：", "[bookmark:"),
    *("\x00", "\x1c", "\ufeff", "\u2028", "\ud7ff", "😀", "\t", "\n", "\n\n", "#", "**", "|", "%s", "{", "}", "“", "”"),
    *("《", "》", "。", "：", ":", "小计", "45838", "立行立改", "清泉厂", "- 1 -", "今年", "下一步", "欢迎监督"),
)


def mutated(text: str, chance: random.Random) -> str:
    """A text cut short, with pieces put in, taken out, moved or doubled."""
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randint(0, len(text)), chance.randint(0, 60)
        piece, rest = text[at : at + length], text[:at] + text[at + length :]
        other = chance.randint(0, len(rest))
        text = chance.choice(
            [
                text[:at] + chance.choice(TOKENS) + text[at:],
                rest,
                rest[:other] + piece + rest[other:],
                text[:at] + piece + text[at:],
                text[:at],
                text[at:],
            ]
        )
    return text


@pytest.mark.parametrize("start", range(3))
def test_a_notice_that_is_no_longer_one(start: int) -> None:
    chance = random.Random(start)
    for _ in range(ROUNDS):
        text = mutated(NOTICE, chance)
        data = text.encode(chance.choice(["utf-8", "gb18030"]), "replace")
        got = documents.taken(data, chance.choice(["a.txt", "a.md"]))
        lines = text.count("\n") + text.count("\r") + 1
        assert all(_is_placed(problem, lines) for problem in got.problems)
        assert _broken(got.files) == [], text


@pytest.mark.parametrize("start", range(3))
def test_a_table_that_is_no_longer_one(start: int) -> None:
    chance = random.Random(start)
    more = ["2", "", "学习不深", "轮训", "示例局办公室", "2025年6月底前", "2025-03-04 动工", "已完成"]
    rows: list[list[Value]] = [[*HEAD], FIRST, [*more], ["", "", "", "补课", "", "长期坚持", "", ""]]
    text = "\n".join(",".join(str(cell) for cell in row) for row in rows)
    for _ in range(ROUNDS):
        try:
            got = tables.taken(mutated(text, chance).encode("utf-8", "replace"))
        except CannotRunError:
            continue
        assert all(isinstance(problem.at, Cell) for problem in got.problems)
        assert _broken({file: made for file, (made, _) in got.issues.items()}) == []


@pytest.mark.parametrize(
    ("name", "data", "read"),
    [
        ("a.docx", documents.word(NOTICE.split("\n")), lambda name, data: prose_of(name, data, plain)),
        ("a.xlsx", workbook([HEAD, FIRST]), lambda name, data: tables.taken(data, name)),
    ],
)
def test_files_that_are_damaged(name: str, data: bytes, read: Callable[[str, bytes], object]) -> None:
    chance = random.Random(0)
    for _ in range(ROUNDS):
        harmed = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        try:
            read(name, bytes(harmed[: chance.choice([len(harmed), chance.randrange(len(harmed))])]))
        except CannotRunError:
            continue


def _is_placed(problem: Problem, lines: int) -> bool:
    return isinstance(problem.at, Span) and 1 <= problem.at.line <= lines and problem.at.column >= 1


def _broken(files: Mapping[str, str]) -> list[Problem]:
    """What keeps the files that were made from being records."""
    found: list[Problem] = []
    for file, text in files.items():
        kind = kind_of(file)
        assert kind is not None
        found += read_record(kind, file, text.encode()).problems
    return found
