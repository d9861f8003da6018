"""A sheet that comes back: what was changed is changed, what cannot be taken is named by its cell, all or nothing.

RECTLEDGER_SHEETS says how many random sheets are sent back, 10 where it is not set; RECTLEDGER_SHEET_ISSUES how many
issues the generated ledger has, 60 where it is not set.
"""

import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rectledger.source.bounded import MAX_BYTES
from tests.cells import FILES, Rows, place, put, resaved
from tests.ledgers import INSPECTION, ISSUE, PARTIES, base_files
from tests.program import REPOSITORY, Ran, git, run_here, write
from tests.sheets import edited
from tests.test_edit import read

DAY = ("--as-of", "2025-11-05")
ISSUES = int(os.environ.get("RECTLEDGER_SHEET_ISSUES", "60"))
EXAMPLES = int(os.environ.get("RECTLEDGER_SHEETS", "10"))
KEYS = (
    *("number", "heading", "title", "goal", "text", "leader", "owner", "person", "due", "progress", "state"),
    *("closing", "evidence"),
)
VIEW = "ledger/views/short.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def export(folder: Path, *options: str) -> bytes:
    """The sheet that goes out."""
    ran = run_here(folder, "export", "xlsx", "-o", "台账.xlsx", *options, *DAY)
    assert ran.code == 0, ran.err
    return (folder / "台账.xlsx").read_bytes()


def send(folder: Path, data: bytes, *options: str) -> Ran:
    """What the import of a sheet says."""
    write(folder, {"台账.xlsx": data})
    return run_here(folder, "import", "sheet", "台账.xlsx", *DAY, *options)


def change(folder: Path, cells: Mapping[str, str], *options: str) -> Ran:
    """What the import says of a sheet in which some cells were changed."""
    return send(folder, resaved(export(folder), lambda rows: fill(rows, cells)), *options)


def fill(rows: Rows, cells: Mapping[str, str]) -> None:
    for cell, text in cells.items():
        put(rows, cell, text)


def said(ran: Ran) -> list[tuple[str, str]]:
    """The codes and cells of what an import found."""
    return [(d["code"], d.get("cell", d["file"])) for d in json.loads(ran.out)["diagnostics"]]


def record(folder: Path, file: str = ISSUE) -> Any:
    """The data of a file."""
    return read((folder / file).read_text(encoding="utf-8"))


def state_of(folder: Path) -> dict[str, bytes]:
    """Every record as it is."""
    return {str(path): path.read_bytes() for top in ("ledger", "issues") for path in (folder / top).rglob("*.yaml")}


# Nothing changed


def test_a_sheet_that_nobody_changed_changes_nothing(folder: Path) -> None:
    before = state_of(folder)
    assert send(folder, export(folder)) == Ran(0, "", "")
    assert change(folder, {}) == Ran(0, "", "")
    assert state_of(folder) == before


def test_the_worked_ledger_comes_back_as_it_went_out(tmp_path: Path) -> None:
    for top in ("ledger", "issues"):
        shutil.copytree(REPOSITORY / top, tmp_path / top)
    before = state_of(tmp_path)
    for options in ([], ["--as-of", "2026-03-01"]):
        data = export(tmp_path, *options)
        assert send(tmp_path, data, "--as-of", "2026-05-05") == Ran(0, "", "")
    assert state_of(tmp_path) == before


def test_generated_ledgers_come_back_as_they_went_out(tmp_path: Path) -> None:
    from bench.ledger import write_ledger

    write_ledger(tmp_path, ISSUES)
    before = state_of(tmp_path)
    assert send(tmp_path, export(tmp_path)) == Ran(0, "", "")
    assert state_of(tmp_path) == before


# What was changed is changed


def test_a_changed_cell_changes_its_value_and_no_other_byte(folder: Path) -> None:
    write(
        folder,
        {ISSUE: FILES[ISSUE].replace("due: 2026-06-30\n    events", "due: 2026-06-30   # 经会议确定\n    events")},
    )
    before = (folder / ISSUE).read_text(encoding="utf-8")
    ran = change(folder, {"I2": "2026年底前"})
    assert (ran.code, ran.out, ran.err) == (0, f"改了 {ISSUE}\n", "")
    after = (folder / ISSUE).read_text(encoding="utf-8")
    assert after == before.replace("due: 2026-06-30   # 经会议确定", "due: 2026   # 经会议确定")


def test_every_column_that_may_be_changed(folder: Path) -> None:
    write(
        folder, {INSPECTION: FILES[INSPECTION].replace("headings:\n", "headings:\n  - {id: h0, text: 监督 检查不力}\n")}
    )
    cells = {
        "B2": "监督检查不力",
        "C2": "会议记录不全",
        "D2": "每次会议都有记录",
        "E2": "修订制度\n\n并培训",
        "F3": "李某某",
        "G2": "示例局财务科",
        "G3": "",
        "H3": "李某某",
        "I3": "反馈后15个工作日内",
    }
    ran = change(folder, cells)
    assert ran.code == 0, ran.err
    assert record(folder) == {
        "id": "demo-01",
        "heading": "h0",
        "title": "会议记录不全",
        "leader": "deputy",
        "owner": "office",
        "goal": "每次会议都有记录",
        "measures": [
            {
                "id": "rules",
                "text": "修订制度\n\n并培训",
                "owner": "finance",
                "due": "2026-06-30",
                "events": [{"date": "2025-10-20", "event": "progress", "note": "初稿已成"}],
            },
            {"id": "check", "text": "逐次检查会议记录", "owner": "deputy", "due": "feedback+15wd"},
        ],
    }


def test_an_emptied_cell_removes_its_key(folder: Path) -> None:
    write(folder, {ISSUE: FILES[ISSUE].replace("owner: office\n", "owner: office\ngoal: 有记录\n")})
    assert change(folder, {"D2": "", "F2": ""}).code == 0
    assert record(folder).keys() == {"id", "heading", "title", "owner", "measures"}


def test_new_lines_of_progress_become_events(folder: Path) -> None:
    text = "2025-10-01 已动员\n2025-10-20 初稿已成\n征求意见\n共三条\n2025年11月3日：已上会"
    assert change(folder, {"J2": text}).code == 0
    assert record(folder)["measures"][0]["events"] == [
        {"date": "2025-10-01", "event": "progress", "note": "已动员"},
        {"date": "2025-10-20", "event": "progress", "note": "初稿已成"},
        {"date": "2025-11-03", "event": "progress", "note": "已上会"},
        {"date": "2025-11-05", "event": "progress", "note": "征求意见\n共三条"},
    ]


def test_a_sheet_taken_twice_is_taken_once(folder: Path) -> None:
    cells = {
        "J2": "2025-10-20 初稿已成\n已上会",
        "D2": "有记录",
        "K2": "已完成",
        "M2": "示〔2025〕3号",
        "L2": "申请销号",
    }
    data = resaved(export(folder), lambda rows: fill(rows, cells))
    assert send(folder, data).code == 0
    before = state_of(folder)
    assert send(folder, data) == Ran(0, "", "")
    assert state_of(folder) == before


@pytest.mark.parametrize(
    ("line", "day", "note"),
    [
        ("2025.11.3 开会", "2025-11-03", "开会"),
        ("2025年11月3日上午，开会", "2025-11-03", "上午，开会"),
        ("2025-11-03-11-05 培训", "2025-11-05", "2025-11-03-11-05 培训"),
        ("2025年11月3日至5日培训", "2025-11-05", "2025年11月3日至5日培训"),
        ("2025年12月31日前完成验收", "2025-11-05", "2025年12月31日前完成验收"),
        ("2025年已开会3次", "2025-11-05", "2025年已开会3次"),
        ("一、开会", "2025-11-05", "一、开会"),
    ],
)
def test_a_line_is_dated_by_the_day_that_it_begins_with(folder: Path, line: str, day: str, note: str) -> None:
    ran = change(folder, {"J3": line})
    assert ran.code == 0, ran.err
    assert record(folder)["measures"][1]["events"] == [{"date": day, "event": "progress", "note": note}]


def test_a_state_in_another_word_becomes_the_event_that_makes_it(folder: Path) -> None:
    write(folder, {"evidence/检查单.txt": "已查"})
    cells = {
        "K2": "已完成",
        "M2": "示〔2025〕3号\nevidence/检查单.txt",
        "J3": "首次检查",
        "K3": "正在推进",
        "L3": "申请销号",
    }
    ran = change(folder, cells)
    assert ran.code == 0, ran.err
    rules, check = record(folder)["measures"]
    assert rules["events"][1] == {
        "date": "2025-11-05",
        "event": "completed",
        "extent": "full",
        "evidence": [
            {"document": "示〔2025〕3号"},
            {
                "file": "evidence/检查单.txt",
                "sha256": "67981d70925dcd029df1b756bff2456a3f14edfaea178615c0530c39039ba112",
            },
        ],
    }
    assert check["events"] == [{"date": "2025-11-05", "event": "progress", "note": "首次检查"}]
    assert record(folder)["events"] == [{"date": "2025-11-05", "event": "closure-requested", "by": "office"}]


def test_a_new_row_is_a_measure_of_the_issue_that_it_names(folder: Path) -> None:
    cells = {
        "B5": "会议制度执行不到位",
        "C5": "会议记录 不规范",
        "E5": "建立台账",
        "H5": "李某某",
        "I5": "2026-03",
        "J5": "已建",
    }
    ran = change(folder, cells)
    assert ran.code == 0, ran.err
    assert record(folder)["measures"][2] == {
        "id": "m1",
        "text": "建立台账",
        "owner": "deputy",
        "due": "2026-03",
        "events": [{"date": "2025-11-05", "event": "progress", "note": "已建"}],
    }


def test_new_rows_of_other_words_are_a_new_issue(folder: Path) -> None:
    git(folder, "init", "-q")
    shared = {"B": "会议制度执行不到位", "C": "=监督检查流于形式", "D": "有检查", "F": "张某某", "I": "2026-06-30"}
    first = {**shared, "E": "制定计划", "G": "示例局财务科"}
    second = {**shared, "E": "开展检查", "H": "李某某"}
    cells = {f"{column}{row}": text for row, line in ((4, first), (5, second)) for column, text in line.items()}
    ran = change(folder, cells, "--format", "json")
    made = "issues/demo/demo-02.yaml"
    assert (ran.code, json.loads(ran.out)["created"], json.loads(ran.out)["changed"]) == (0, [made], [])
    assert (folder / made).read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../ledger/schema/issue.json\n"
        "id: demo-02\n"
        "heading: h1\n"
        'title: "=监督检查流于形式"\n'
        "leader: lead\n"
        "owner: finance\n"
        "goal: 有检查\n"
        "measures:\n"
        "  - id: m1\n"
        "    text: 制定计划\n"
        "    due: 2026-06-30\n"
        "  - id: m2\n"
        "    text: 开展检查\n"
        "    owner: deputy\n"
        "    due: 2026-06-30\n"
    )


def test_new_rows_that_cannot_be_taken_are_named(folder: Path) -> None:
    shared = {"B": "会议制度执行不到位", "C": "监督检查流于形式", "G": "示例局财务科"}
    first = {**shared, "D": "有检查", "E": "制定计划"}
    second = {**shared, "D": "检查有结果", "E": "开展检查", "L": "申请销号"}
    third = {**shared, "C": "会议记录不规范", "D": "有检查", "E": "建立台账"}
    fourth = {**shared, "D": "有记录", "E": "定期通报"}
    rows = ((4, first), (5, second), (6, third), (7, fourth))
    cells = {f"{column}{row}": text for row, line in rows for column, text in line.items()}
    before = state_of(folder)
    ran = change(folder, cells, "--format", "json")
    assert (ran.code, said(ran)) == (1, [("RL609", "台账!L5"), ("RL607", "台账!D6"), ("RL607", "台账!D7")])
    assert state_of(folder) == before


def test_a_new_row_leaves_locked_cells_empty(folder: Path) -> None:
    write(
        folder,
        {VIEW: "columns:\n  - {column: number}\n  - {column: title}\n  - {column: text}\n  - {column: deadline}\n"},
    )
    cells = {"A4": "9", "B4": "会议记录不规范", "C4": "建立台账", "D4": "2026-01-01"}
    data = resaved(export(folder, "--view", "short"), lambda rows: fill(rows, cells))
    ran = send(folder, data, "--format", "json")
    assert (ran.code, said(ran)) == (1, [("RL604", "台账!D4")])


def test_the_row_of_an_issue_without_measures_takes_its_first(folder: Path) -> None:
    write(folder, {ISSUE: FILES[ISSUE].partition("measures:")[0] + "measures: []\n"})
    ran = change(folder, {"E2": "修订会议制度", "I2": "2026-06-30", "D2": "有记录"})
    assert ran.code == 0, ran.err
    assert record(folder)["goal"] == "有记录"
    assert record(folder)["measures"] == [{"id": "m1", "text": "修订会议制度", "due": "2026-06-30"}]


def test_a_sheet_of_a_view_comes_back_as_well(folder: Path) -> None:
    write(folder, {VIEW: "columns:\n  - {column: text, heading: 具体措施}\n  - {column: cause}\n"})
    data = resaved(export(folder, "--view", "short"), lambda rows: fill(rows, {"A3": "每月检查", "B2": "无人负责"}))
    write(folder, {VIEW: "columns:\n  - {column: cause}\n"})
    assert send(folder, data).code == 0
    assert (record(folder)["cause"], record(folder)["measures"][1]["text"]) == ("无人负责", "每月检查")


def test_a_sheet_in_english_comes_back_as_well(folder: Path) -> None:
    assert run_here(folder, "--lang", "en", "export", "xlsx", "-o", "台账.xlsx", *DAY).code == 0
    cells = {"K2": "complete", "M2": "No. 3", "I3": "2026"}
    data = resaved((folder / "台账.xlsx").read_bytes(), lambda rows: fill(rows, cells))
    assert send(folder, data).code == 0
    assert [m["due"] for m in record(folder)["measures"]] == ["2026-06-30", "2026"]


def test_columns_may_be_moved_and_rows_sorted(folder: Path) -> None:
    def shuffle(rows: Rows) -> None:
        put(rows, "E3", "每月检查")
        rows[1:3] = reversed(rows[1:3])
        rows[:] = [["", *reversed(row)] for row in [[""] * 14, *rows]]

    assert send(folder, resaved(export(folder), shuffle)).code == 0
    assert [m["text"] for m in record(folder)["measures"]] == ["修订会议制度", "每月检查"]


# Others have changed the ledger meanwhile


def test_edits_of_different_cells_both_land(folder: Path) -> None:
    one = resaved(
        export(folder), lambda rows: fill(rows, {"I2": "2026-03-31", "D2": "有记录", "J2": "2025-10-20 初稿已成\n甲"})
    )
    two = resaved(
        export(folder), lambda rows: fill(rows, {"I3": "2026-04-30", "E2": "修订制度", "J2": "2025-10-20 初稿已成\n乙"})
    )
    assert [send(folder, data).code for data in (one, two)] == [0, 0]
    found = record(folder)
    assert [m["due"] for m in found["measures"]] == ["2026-03-31", "2026-04-30"]
    assert (found["goal"], found["measures"][0]["text"]) == ("有记录", "修订制度")
    assert [event["note"] for event in found["measures"][0]["events"]] == ["初稿已成", "甲", "乙"]


def test_edits_of_one_cell_conflict(folder: Path) -> None:
    one = resaved(export(folder), lambda rows: fill(rows, {"I2": "2026-03-31", "D2": "有记录"}))
    two = resaved(export(folder), lambda rows: fill(rows, {"I2": "2026-04-30", "D2": "记录齐全", "E3": "每月检查"}))
    assert send(folder, one).code == 0
    before = state_of(folder)
    ran = send(folder, two, "--format", "json")
    assert (ran.code, said(ran)) == (1, [("RL600", "台账!D2"), ("RL600", "台账!I2")])
    assert state_of(folder) == before
    ran = send(folder, two, "--partial", "--format", "json")
    assert (ran.code, json.loads(ran.out)["changed"]) == (1, [ISSUE])
    assert record(folder)["measures"][1]["text"] == "每月检查"


# All or nothing, or what can be


BAD = {"I2": "2026-03-31", "I3": "尽快"}


def test_nothing_is_written_where_something_cannot_be_taken(folder: Path) -> None:
    before = state_of(folder)
    ran = change(folder, BAD)
    assert (ran.code, ran.out) == (1, "")
    assert "台账.xlsx:台账!I3 错误 RL608 cell-that-cannot-be-read\n  看不懂的时限“尽快”" in ran.err
    assert state_of(folder) == before


def test_partial_takes_what_can_be_taken(folder: Path) -> None:
    ran = change(folder, BAD, "--partial")
    assert (ran.code, ran.out) == (1, f"改了 {ISSUE}\n")
    assert [m["due"] for m in record(folder)["measures"]] == ["2026-03-31", "2026-06-30"]


def test_a_dry_run_shows_the_diff_and_exits_as_the_import_would(folder: Path) -> None:
    before = state_of(folder)
    ran = change(folder, {"I2": "2026-03-31"}, "--dry-run")
    assert (ran.code, [line for line in ran.out.splitlines() if line[:1] in "+-"]) == (
        0,
        [f"--- a/{ISSUE}", f"+++ b/{ISSUE}", "-    due: 2026-06-30", "+    due: 2026-03-31"],
    )
    assert change(folder, BAD, "--dry-run").code == 1
    assert state_of(folder) == before


def test_json_says_what_was_made_and_found(folder: Path) -> None:
    data = json.loads(change(folder, BAD, "--format", "json").out)
    assert data == {
        "schema": "rectledger.import/1",
        "created": [],
        "changed": [],
        "diagnostics": [
            {
                "code": "RL608",
                "name": "cell-that-cannot-be-read",
                "severity": "error",
                "file": "台账.xlsx",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "cell": "台账!I3",
                "message": "看不懂的时限“尽快”",
                "hint": "如 2025-12-31、2025-12、2025年底前、反馈后15个工作日内",
            }
        ],
    }


def test_what_the_rules_refuse_is_named_by_its_cell(folder: Path) -> None:
    before = state_of(folder)
    ran = change(folder, {"K2": "已完成", "I3": "2024-12-31", "J3": "2027-01-01 开会"}, "--format", "json")
    assert (ran.code, said(ran)) == (1, [("RL401", "台账!K2"), ("RL202", "台账!I3"), ("RL307", "台账!J3")])
    assert state_of(folder) == before


def test_partial_leaves_out_the_files_that_the_rules_refuse(folder: Path) -> None:
    other = ISSUE.replace("01", "02")
    write(folder, {other: FILES[ISSUE].replace("demo-01", "demo-02").replace("会议记录", "会议纪要")})
    ran = change(folder, {"K2": "已完成", "D2": "有记录", "D4": "有纪要"}, "--partial", "--format", "json")
    assert (ran.code, said(ran), json.loads(ran.out)["changed"]) == (1, [("RL401", "台账!K2")], [other])
    assert "goal" not in record(folder)


def test_a_place_that_cannot_be_edited_is_named_by_its_cell(folder: Path) -> None:
    alias = FILES[ISSUE].replace("due: 2026-06-30\n", "due: &d 2026-06-30\n", 1)
    write(folder, {ISSUE: alias.replace("due: 2026-06-30\n", "due: *d\n")})
    before = state_of(folder)
    ran = change(folder, {"I2": "2026-03-31", "D2": "有记录"}, "--format", "json")
    assert (ran.code, said(ran)) == (1, [("RL616", "台账!I2")])
    assert state_of(folder) == before
    assert change(folder, {"I2": "2026-03-31", "D2": "有记录"}, "--partial").code == 1
    assert record(folder)["goal"] == "有记录"


# What never went out, or is not what it was


def refused(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    return ran.err


def test_a_sheet_that_never_went_out_is_refused(folder: Path) -> None:
    assert run_here(folder, "export", "xlsx", "--print", "-o", "台账.xlsx", *DAY).code == 0
    assert "不是本工具导出的可编辑表格" in refused(send(folder, (folder / "台账.xlsx").read_bytes()))
    csv = run_here(folder, "export", "csv", *DAY).out.encode()
    write(folder, {"a.csv": csv})
    assert "不是本工具导出的可编辑表格" in refused(run_here(folder, "import", "sheet", "a.csv"))


def test_a_sheet_that_went_out_is_not_taken_as_new(folder: Path) -> None:
    data = export(folder)
    assert "再收一遍" in refused(send(folder, data, "--new"))
    settings, other = "ledger/ledger.yaml", "ledger/inspections/other.yaml"
    write(
        folder, {settings: FILES[settings].replace("demo", "other"), other: FILES[INSPECTION].replace("demo", "other")}
    )
    (folder / INSPECTION).unlink()
    assert send(folder, data, "--new", "--map", "标识=-", "--dry-run").code in {0, 1}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: put(rows, "B9", "9.9"),
        lambda rows: put(rows, "B1", "0" * 64),
        lambda rows: put(rows, "A1", "rectledger.sheet/2"),
        lambda rows: rows.pop(),
        lambda rows: rows.pop(2),
        lambda rows: rows.clear(),
        lambda rows: rows.append(list(rows[-1])),
    ],
)
def test_a_stamp_that_is_not_what_it_was_is_refused(folder: Path, spoil: Callable[[Rows], object]) -> None:
    data = resaved(export(folder), lambda rows: (spoil(rows), None)[1], sheet="_rectledger")
    assert "底稿损坏了，或被改过" in refused(send(folder, data))


def test_a_stamp_that_lies_is_refused_or_harmless(folder: Path) -> None:
    """Whoever can compute a digest can forge a stamp, and gains no more than by editing the cells."""
    from rectledger.views.stamp import _digest

    def forge(rows: Rows) -> None:
        rows[6][1] = "__class__"
        rows[0][1] = _digest(rows[1:])

    assert "底稿损坏了" in refused(send(folder, resaved(export(folder), forge, sheet="_rectledger")))

    def rename(rows: Rows) -> None:
        rows[8][0] = "../../demo-01/rules"
        rows[0][1] = _digest(rows[1:])

    ran = send(folder, resaved(export(folder), rename, sheet="_rectledger"), "--format", "json")
    assert (ran.code, said(ran)) == (1, [("RL605", "台账!A2")])


def test_an_inspection_that_is_gone(folder: Path) -> None:
    data = export(folder)
    (folder / INSPECTION).rename(folder / "ledger/inspections/other.yaml")
    write(folder, {"ledger/inspections/other.yaml": FILES[INSPECTION].replace("id: demo", "id: other")})
    assert "没有巡察/督察“demo”" in refused(send(folder, data))


def test_a_sheet_that_was_renamed_or_has_lost_its_keys(folder: Path) -> None:
    data = export(folder)
    assert "没有叫“台账”的工作表" in refused(
        send(folder, edited(data, "xl/workbook.xml", 'name="台账"', 'name="一月"'))
    )
    assert "没有“标识”这一列" in refused(send(folder, resaved(data, lambda rows: put(rows, "N1", ""))))


# Harm, through the command


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one more part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_macros_are_refused_by_name(folder: Path) -> None:
    data = export(folder)
    assert "有宏" in refused(send(folder, with_part(data, "xl/vbaProject.bin", b"Attribute VB_Name")))
    write(folder, {"a.xlsm": data})
    assert "a.xlsm 里有宏" in refused(run_here(folder, "import", "sheet", "a.xlsm"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_by_name(folder: Path, encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert "XML 实体" in refused(send(folder, with_part(export(folder), "xl/more.xml", text.encode(encoding))))


def test_a_zip_bomb_is_refused_by_name(folder: Path) -> None:
    bomb = with_part(export(folder), "xl/more.xml", bytes(201 << 20))
    assert len(bomb) < 1 << 20
    assert "解压后超过 200 MB" in refused(send(folder, bomb))


def test_a_sheet_of_500_mb_is_refused_by_name(folder: Path) -> None:
    with (folder / "a.xlsx").open("wb") as file:
        file.truncate(500 << 20)
    assert f"a.xlsx 超过 {MAX_BYTES >> 20} MB" in refused(run_here(folder, "import", "sheet", "a.xlsx"))


def test_a_cell_far_out_is_refused_by_name(folder: Path) -> None:
    data = resaved(export(folder), lambda rows: None)
    far = edited(data, "xl/worksheets/sheet1.xml", 'r="A2"', 'r="XFD1048576"')
    assert "离得太远的单元格 XFD1048576" in refused(send(folder, far))


def test_what_begins_like_a_formula_stays_text_after_an_edit(folder: Path) -> None:
    data = resaved(export(folder), lambda rows: fill(rows, {"D2": "=cmd|' /C calc'!A0", "E3": "@SUM(A1)"}))
    assert send(folder, data).code == 0
    assert record(folder)["goal"] == "=cmd|' /C calc'!A0"
    with zipfile.ZipFile(io.BytesIO(export(folder))) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()
    assert ",'=cmd|' /C calc'!A0," in run_here(folder, "export", "csv", *DAY).out


# Laws


WORDS = st.text(
    st.sampled_from("=＝+-@'\"会议制度，。：#&<>_x0041 \n-[]{}*!|%`~\\/07noyes\U00020000"), min_size=1, max_size=12
)
TEXTS = WORDS.map(lambda text: "\n".join(line.strip() for line in text.strip().split("\n")).strip()).filter(bool)
COLUMNS: Mapping[str, st.SearchStrategy[str]] = {
    "C": TEXTS,
    "D": TEXTS | st.just(""),
    "E": TEXTS,
    "F": st.sampled_from(["张某某", "李某某", ""]),
    "G": st.sampled_from(["示例局办公室", "示例局财务科"]),
    "I": st.sampled_from(["2026-06-30", "2026-07", "2027", "feedback+15wd", "clock.plan", "pending: 批复"]),
}
OF_ISSUE = "CDF"
CELLS = st.lists(
    st.sampled_from(sorted(COLUMNS)).flatmap(
        lambda column: st.tuples(st.just(column), st.sampled_from([2, 3, 4]), COLUMNS[column])
    ),
    max_size=6,
    unique_by=lambda cell: (cell[0], cell[1] in {2, 3} if cell[0] in OF_ISSUE else cell[1]),
)
TWO_ISSUES = FILES | {
    ISSUE.replace("01", "02"): base_files()[ISSUE].replace("demo-01", "demo-02").replace("会议", "监督")
}


def shown(folder: Path) -> list[dict[str, str]]:
    """The cells of the sheet as it would go out now."""
    return [row["cells"] for row in json.loads(run_here(folder, "export", "json", *DAY).out)["rows"]]


def fixed(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row, without the state, which follows from the others."""
    return {key: plain(cell) for key, cell in cells.items() if key != "state"}


def plain(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line)


@settings(max_examples=EXAMPLES)
@given(cells=CELLS)
def test_a_random_set_of_edits_is_exactly_what_changes(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, int, str]]
) -> None:
    folder = write(tmp_path_factory.mktemp("law"), TWO_ISSUES)
    expected = shown(folder)
    ran = change(folder, {f"{column}{row}": text for column, row, text in cells})
    assert ran.code == 0, ran.err
    for column, row, text in cells:
        rows = ([0, 1] if row < 4 else [2]) if column in OF_ISSUE else [row - 2]
        for n in rows:
            expected[n][KEYS[place(f"{column}1")[1]]] = text
    assert list(map(fixed, shown(folder))) == list(map(fixed, expected))
    assert send(folder, export(folder)) == Ran(0, "", "")


@settings(max_examples=EXAMPLES)
@given(one=CELLS, two=CELLS)
def test_two_peoples_edits_land_or_conflict(
    tmp_path_factory: pytest.TempPathFactory, one: list[tuple[str, int, str]], two: list[tuple[str, int, str]]
) -> None:
    folder = write(tmp_path_factory.mktemp("law"), TWO_ISSUES)
    before = shown(folder)
    sent = export(folder)
    edits = [{f"{c}{r}": t for c, r, t in cells} for cells in (one, two)]
    sheets = [resaved(sent, partial(fill, cells=cells)) for cells in edits]
    wanted: list[dict[tuple[str, int], str]] = [
        {
            (c, min(r, 4) // 4 if c in OF_ISSUE else r): plain(t)
            for c, r, t in cells
            if plain(t) != plain(before[r - 2][KEYS[place(f"{c}1")[1]]])
        }
        for cells in (one, two)
    ]
    clash = {cell for cell, text in wanted[0].items() if wanted[1].get(cell, text) != text}
    assert send(folder, sheets[0]).code == 0
    ran = send(folder, sheets[1], "--format", "json")
    assert ran.code == (1 if clash else 0)
    errors = [d["code"] for d in json.loads(ran.out)["diagnostics"] if d["severity"] == "error"]
    assert errors == ["RL600"] * len(clash)


# LibreOffice


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """LibreOffice opening a workbook and saving it again."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("no LibreOffice")
    home = tmp_path_factory.mktemp("office")

    def save(data: bytes) -> bytes:
        folder = tmp_path_factory.mktemp("saved")
        write(folder, {"in/a.xlsx": data})
        command = [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "xlsx"]
        subprocess.run([*command, "--outdir", "out", "in/a.xlsx"], cwd=folder, check=True, capture_output=True)
        return (folder / "out/a.xlsx").read_bytes()

    return save


def test_what_libreoffice_saves_is_the_same(tmp_path: Path, office: Callable[[bytes], bytes]) -> None:
    from bench.ledger import write_ledger
    from tests.test_export import EVIL, evil_files

    evil = write(tmp_path / "evil", evil_files())
    worked = tmp_path / "worked"
    for top in ("ledger", "issues"):
        shutil.copytree(REPOSITORY / top, worked / top)
    write_ledger(tmp_path / "many", ISSUES)
    for folder in (evil, worked, tmp_path / "many"):
        before = state_of(folder)
        saved = office(export(folder))
        assert send(folder, saved) == Ran(0, "", "")
        assert state_of(folder) == before
        with zipfile.ZipFile(io.BytesIO(saved)) as archive:
            assert "<f" not in archive.read("xl/worksheets/sheet1.xml").decode().partition("<conditionalFormatting")[0]
    edits = resaved(export(evil), lambda rows: fill(rows, {f"E{n}": text + "改" for n, text in enumerate(EVIL, 2)}))
    assert send(evil, office(edits)).code == 0
    assert [m["text"] for m in record(evil)["measures"]] == [f"{text.strip()}改" for text in EVIL]


def test_parties_of_one_name_stay_what_they_are(folder: Path) -> None:
    twin = "- {id: finance2, name: 示例局办公室, kind: section}\n"
    write(folder, {PARTIES: FILES[PARTIES] + twin})
    assert send(folder, export(folder)) == Ran(0, "", "")


# Whatever comes back


def shaken(rows: Rows, chance: Random) -> None:
    """Do to a sheet what nobody would."""
    words = [
        "",
        "x",
        "#N/A",
        "1",
        "台账",
        "2025-02-30 甲",
        "已完成",
        "=1+1",
        "\x1b[31m",
        "a" * 300,
        "标识",
        "demo-01/check",
    ]
    for _ in range(chance.randint(1, 6)):
        row = chance.randrange(max(len(rows), 1))
        match chance.randrange(6):
            case 0 if rows:
                del rows[row]
            case 1 if rows:
                rows.insert(chance.randrange(len(rows) + 1), list(rows[row]))
            case 2 if rows:
                rows[row] = rows[row][: chance.randrange(len(rows[row]) + 1)]
            case 3 if rows:
                chance.shuffle(rows[row])
            case _:
                put(rows, f"{chance.choice('ABCDEFGHIJKLMNO')}{row + 1}", chance.choice(words))


@pytest.mark.parametrize("seed", range(EXAMPLES * 2))
def test_whatever_comes_back_is_taken_or_named(folder: Path, seed: int) -> None:
    """And never a crash; what is not taken leaves the ledger as it was."""
    from rectledger.views.stamp import _digest

    def forge(rows: Rows) -> None:
        shaken(rows, chance)
        if chance.random() < 0.7 and rows and len(rows[0]) > 1:
            rows[0][:2] = ["rectledger.sheet/1", _digest(rows[1:])]

    chance = Random(seed)
    data = resaved(export(folder), lambda rows: shaken(rows, chance))
    if seed % 3 == 0:
        data = resaved(data, forge, sheet="_rectledger")
    before = state_of(folder)
    ran = send(folder, data)
    assert ran.code in {0, 1, 2}
    if ran.code:
        assert state_of(folder) == before
    assert run_here(folder, "lint", *DAY).code == 0
