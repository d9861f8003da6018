"""Spreadsheets to text: what a person reads in a cell, and files that nobody should open."""

import contextlib
import io
import os
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from rectledger.diagnostics import Cell
from rectledger.errors import CannotRunError
from rectledger.source.bounded import MAX_BYTES
from rectledger.source.sheet import Sheet, book_of, read_book
from tests.program import REPOSITORY
from tests.sheets import SHEET, Value, edited, workbook, workbook_of


def sheet(data: bytes, name: str = "a.xlsx") -> Sheet:
    return book_of(name, data).sheets[0]


def refused(data: bytes, name: str = "a.xlsx") -> str:
    with pytest.raises(CannotRunError) as caught:
        book_of(name, data)
    return caught.value.key


# What is read


def test_every_cell_is_text_as_a_person_reads_it() -> None:
    days = [datetime.fromisoformat("2025-06-30"), datetime.fromisoformat("2025-06-30T09:15:00")]
    row: list[Value] = ["序号", 3, 3.5, -0.25, "007", " 空 格 ", True, *days]
    assert sheet(workbook([row])).rows == (
        ("序号", "3", "3.5", "-0.25", "007", "空 格", "TRUE", "2025-06-30", "2025-06-30T09:15:00"),
    )


def test_a_table_that_begins_further_down_keeps_its_places() -> None:
    found = sheet(workbook([[], [None, None, "丙2"]]))
    assert found.text(1, 2) == "丙2"
    assert found.cell(1, 2) == Cell("台账", 2, 3)
    assert found.text(0, 0) == found.text(1, 0) == found.text(99, 99) == ""


def test_merged_cells_have_the_text_of_the_first() -> None:
    rows = [["序号", "问题", "备注"], [], [], ["2", "乙", "丙"]]
    found = sheet(workbook(rows, merged={"A2:A3": "1", "B2:C3": "甲"}))
    assert [[found.text(row, column) for column in range(3)] for row in range(1, 4)] == [
        ["1", "甲", "甲"],
        ["1", "甲", "甲"],
        ["2", "乙", "丙"],
    ]
    assert (found.origin(2, 2), found.origin(3, 0)) == ((1, 1), (3, 0))


def test_hidden_sheets_are_passed_over() -> None:
    data = workbook_of({"旧": [["a"]], "新": [["b"]]}, hidden=["旧"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'state="hidden"' in archive.read("xl/workbook.xml").decode()
    assert [found.name for found in book_of("a.xlsx", data).sheets] == ["新"]


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_a_cell_is_named_as_spreadsheets_do(column: int, name: str) -> None:
    assert str(Cell("台账", 12, column)) == f"台账!{name}12"


@pytest.mark.parametrize(
    ("encoding", "guessed"), [("utf-8", False), ("utf-8-sig", False), ("gbk", True), ("gb18030", True)]
)
def test_separated_values(encoding: str, guessed: bool) -> None:
    book = book_of("清单.CSV", '序号,问题\r\n1,"会议记录,不规范\n第二行"\r\n'.encode(encoding))
    assert book.is_guessed == guessed
    assert book.sheets == (Sheet("清单", (("序号", "问题"), ("1", "会议记录,不规范\n第二行"))),)


def test_an_empty_table_has_no_rows() -> None:
    assert book_of("a.csv", b"").sheets[0].rows == ()
    assert sheet(workbook([])).rows == ()


def test_a_formula_that_has_failed_is_not_empty() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.add_worksheet("一").write_formula(0, 0, "=A9", None, "甲")
        page = book.add_worksheet("二 & 三")
        page.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        page.write_string(1, 2, "乙")
    one, two = book_of("a.xlsx", data.getvalue()).sheets
    assert (one.rows, two.rows) == ((("甲",),), (("", "", ""), ("", "#DIV/0!", "乙")))


# What is refused


@pytest.mark.parametrize("data", [b"", b"PK", b"hello" * 100, b"PK\x03\x04" + bytes(100), "序号,问题".encode()])
def test_what_is_no_workbook(data: bytes) -> None:
    assert refused(data) == "cannot.sheet-broken"


def test_what_is_no_text() -> None:
    assert refused(b"\xff\xfe\x00\xff\xff", "a.csv") == "cannot.sheet-encoding"
    assert refused(b'a,"' + b"x" * 200_000, "a.csv") == "cannot.sheet-broken"


def test_a_password_and_the_old_format() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(old) == refused(old, "a.csv") == "cannot.sheet-locked"


@pytest.mark.parametrize("name", ["a.xls", "a.et", "a.ods", "a.numbers", "a.docx", "a"])
def test_other_kinds_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(workbook([["a"]]))
    with pytest.raises(CannotRunError) as caught:
        read_book(tmp_path / name)
    assert (caught.value.key, caught.value.values) == ("cannot.sheet-kind", {"path": name})


@pytest.mark.skipif(sys.platform == "win32", reason="pipes")
def test_what_is_not_there_or_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("none.xlsx", "folder.xlsx", "pipe.csv"):
        with pytest.raises(CannotRunError) as caught:
            read_book(tmp_path / name)
        assert caught.value.key == "cannot.no-path"


def test_a_file_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(CannotRunError) as caught:
        read_book(tmp_path / "a.csv")
    assert caught.value.key == "cannot.sheet-large"


def test_a_file_that_unpacks_to_too_much() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as part:
        for _ in range(201):
            part.write(bytes(1 << 20))
    assert len(data.getvalue()) < 1 << 20
    assert refused(data.getvalue()) == "cannot.sheet-unpacked"


def test_a_part_that_is_there_twice() -> None:
    data = io.BytesIO(workbook([["a"]]))
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, "<worksheet/>")
    assert refused(data.getvalue()) == "cannot.sheet-broken"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('r="B2"', 'r="XFD1048576"', "cannot.sheet-far"),
        ('r="B2"', "r = 'xfd900000'", "cannot.sheet-far"),
        ('<row r="2"', '<row r="1048576"', "cannot.sheet-far"),
        ('r="B2"', 'r="ZZZZZZZ99999999999"', "cannot.sheet-broken"),
        ('r="B2"', 'r="B0"', "cannot.sheet-broken"),
        ('r="B2"', 'r="A1048577"', "cannot.sheet-broken"),
        ("</sheetData>", "", "cannot.sheet-broken"),
        ('t="s"', 't="unknown"', "cannot.sheet-broken"),
    ],
)  # fmt: skip
def test_cells_that_are_nowhere(old: str, new: str, key: str) -> None:
    data = workbook([["a", "b"], ["c", "d"]])
    assert refused(edited(data, SHEET, old, new)) == key


def test_a_range_merged_over_the_whole_sheet_costs_nothing() -> None:
    data = workbook([["a", "b"], ["c", "d"]], merged={"A3:B4": "e"})
    assert len(sheet(edited(data, SHEET, 'ref="A3:B4"', 'ref="A1:XFD1048576"')).merged) == 5


def test_damage_is_told_and_never_a_crash() -> None:
    """In a process of its own: what this is about would take the tests down with it."""
    done = subprocess.run([sys.executable, "-c", DAMAGE], cwd=REPOSITORY, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode().strip()) == (0, "True"), done.stderr.decode()[-2000:]


DAMAGE = """
import random
from rectledger.errors import CannotRunError
from rectledger.source.sheet import book_of
from tests.sheets import SHEET, Value, edited, workbook

chance, read = random.Random(7), 0
data = workbook([["序号", "问题"], [1, "甲"], [2.5, "乙"]], merged={"A4:A5": "3"})
for _ in range(1500):
    harmed = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        harmed[chance.randrange(len(harmed))] = chance.randrange(256)
    old, new = chance.choice(['r="A', "<c ", "<v>", '"', ">", "2"]), chance.choice(["", 'r="A9', "999", "<", "&", "Z"])
    for candidate in (bytes(harmed), edited(data, SHEET, old, new)):
        try:
            read += bool(book_of("a.xlsx", candidate))
        except CannotRunError:
            pass
print(read > 50)
"""


@given(st.binary(max_size=300))
def test_any_bytes_as_separated_values(data: bytes) -> None:
    with contextlib.suppress(CannotRunError):
        assert all(isinstance(cell, str) for row in book_of("a.csv", data).sheets[0].rows for cell in row)
