"""The canonical layout: the same data and comments, the keys in order, and nothing left to do the second time."""

import os
import re
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given

from rectledger.load.kinds import Kind
from rectledger.load.shapes import order_at
from rectledger.source.canonical import canonical
from rectledger.source.edit import LayoutError
from rectledger.source.text import decode
from rectledger.source.yaml import parse
from tests.ledgers import ISSUE, base_files
from tests.program import REPOSITORY, run, run_here, write
from tests.test_edit import ISSUES, SEEDS
from tests.ugly import COMMENTS, ugly

ORDER = ["id", "title", "text", "due", "support", "measures", "date", "event", "note", "events"]
OLD = """\
# 台账：会议
id: demo-01   # 编号


title: 会议记录不规范
heading: h1
owner: office
measures:
- text: 修订会议制度
  # 由办公室办
  id: rules
  events:
      - event: progress   # 初稿
        note: >-
           初稿已成，
           正在征求意见
        date: 2025-10-20
      # 还要记一次
  due: 2026-06-30
"""
NEW = """\
# 台账：会议
id: demo-01   # 编号
heading: h1

title: 会议记录不规范
owner: office
measures:
  # 由办公室办
  - id: rules
    text: 修订会议制度
    due: 2026-06-30
    events:
      - date: 2025-10-20
        event: progress   # 初稿
        note: >-
          初稿已成，
          正在征求意见
      # 还要记一次
"""


def laid_out(text: str) -> str:
    return canonical(text, lambda _route, _data: ORDER)


def comments_of(text: str) -> Counter[str]:
    """The marks that the generator of ugly files puts into its comments."""
    found = Counter({mark: text.count(mark) for mark in COMMENTS if len(mark) > 1})
    return found + Counter({"#": len(re.findall(r"#\r?$", text, re.MULTILINE))})


@given(ISSUES, SEEDS)
def test_the_data_and_the_comments_stay_and_twice_is_once(data: dict[str, Any], seed: int) -> None:
    text = decode(ugly(data, Random(seed), anchors=False))
    new = laid_out(text)
    assert parse(new)[0] == data
    assert comments_of(new) == comments_of(text)
    assert laid_out(new) == new


@given(ISSUES, SEEDS)
def test_the_keys_come_in_order(data: dict[str, Any], seed: int) -> None:
    new = parse(laid_out(decode(ugly(data, Random(seed), anchors=False))))[0]
    assert list(new) == [key for key in ORDER if key in data]  # type: ignore[arg-type]


def test_a_file_by_hand() -> None:
    assert canonical(OLD, lambda route, data: order_at(Kind.ISSUE, route, data)) == NEW


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("{b: 1,a: {d: ,c: 2}}", "{a: {c: 2, d: null}, b: 1}\n"),
        ("b: [1,\n  2]\na: 'x\n  y'\n", "a: 'x\n  y'\nb: [1, 2]\n"),
        ("a: [1,  # eins\n    2]\n", "a: [1,  # eins\n  2]\n"),
        ("a:\r\n- b: 1\r\n\r\n\r\n- b: 2", "a:\r\n  - b: 1\r\n\r\n  - b: 2\r\n"),
        ("a: |\n     x\n      y\nb: 1\n\n# ende\n", "a: |\n  x\n   y\nb: 1\n\n# ende\n"),
        ("a:\n", "a:\n"),
        ("b: 1 # eins\na: # zwei\n  c: 1\n", "a:  # zwei\n  c: 1\nb: 1  # eins\n"),
    ],
)
def test_layouts(text: str, new: str) -> None:
    assert canonical(text, lambda _route, _data: "abcd") == new
    assert canonical(new, lambda _route, _data: "abcd") == new


@pytest.mark.parametrize(
    "text", ["a: &x 1\nb: *x\n", "a: !t 1\n", "a: |2\n   x\n", "a: |+\n  x\n\n", "a: 1\na: 2\n", "? [a]\n: 1\n"]
)
def test_what_is_not_safe_is_refused(text: str) -> None:
    with pytest.raises(LayoutError):
        laid_out(text)


def test_the_worked_ledger_is_in_order() -> None:
    assert run("fmt").code == 0


def test_fmt_shows_and_then_does_it(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), ISSUE: OLD})
    shown = run("fmt", folder=tmp_path)
    assert (shown.code, (tmp_path / ISSUE).read_text(encoding="utf-8")) == (1, OLD)
    assert "-- text: 修订会议制度\n" in shown.out
    done = run("fmt", "--yes", folder=tmp_path)
    assert (done.code, done.out) == (0, f"{ISSUE}\n")
    assert (tmp_path / ISSUE).read_text(encoding="utf-8") == NEW
    assert run("fmt", folder=tmp_path).code == 0


def test_fmt_leaves_what_it_cannot_read_and_does_the_rest(tmp_path: Path) -> None:
    other = "issues/demo/demo-02.yaml"
    write(tmp_path, {**base_files(), ISSUE: OLD, other: "id: [\n"})
    done = run("fmt", "--yes", folder=tmp_path)
    assert (done.code, done.out) == (0, f"{ISSUE}\n")
    assert other in done.err
    assert (tmp_path / other).read_text(encoding="utf-8") == "id: [\n"


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names of files are always Unicode here")
def test_fmt_writes_a_file_whose_name_is_no_utf8(tmp_path: Path) -> None:
    named = tmp_path / os.fsdecode(b"issues/demo/\xff.yaml")
    write(tmp_path, base_files())
    named.write_text(OLD, encoding="utf-8")
    assert run_here(tmp_path, "fmt", "--yes").code == 0
    assert named.read_text(encoding="utf-8") == NEW


def test_every_shipped_record_is_in_order() -> None:
    for path in (REPOSITORY / "src/rectledger/calendars").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert canonical(text, lambda route, data: order_at(Kind.CALENDAR, route, data)) == text
