"""A ledger as a sheet and as a calendar: what stands where, nothing that would be run, the same bytes twice."""

import csv
import io
import json
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from rectledger.source.sheet import Sheet, read_book
from rectledger.views.fitting import LONGEST
from tests.ledgers import INSPECTION, ISSUE, PARTIES, base_files
from tests.program import REPOSITORY, Ran, git, run_here, write
from tests.sheets import SHEET

DAY = ("--as-of", "2025-11-05")
VIEW = "ledger/views/short.yaml"
HEADINGS = (
    *("序号", "反馈问题", "问题", "整改目标", "整改措施", "责任领导", "责任单位", "责任人", "完成时限", "整改进展"),
    *("状态", "销号情况", "佐证材料"),
)
TWO = """\
id: demo-01
heading: h1
serial: "1"
title: 会议记录不规范
leader: lead
owner: office
goal: 会议有记录
due: feedback+12m
measures:
  - id: rules
    text: 修订会议制度
    due: 2025-11
    events:
      - {date: 2025-10-20, event: progress, note: 初稿已成}
      - date: 2025-10-28
        event: completed
        extent: partial
        left: 待印发。
        evidence: [{document: 示〔2025〕3号}]
  - id: check
    text: 逐次检查
    owner: deputy
    events:
      - {date: 2025-10-30, event: completed, extent: full, evidence: [{document: 检查单}]}
events:
  - {date: 2025-11-01, event: closure-requested, by: office}
"""
EVIL = ("=cmd|' /C calc'!A0", "＝1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "＋1", "－1", "＠A1", "=1+1\n=2")


def exported(folder: Path, *options: str | Path) -> bytes:
    """What is exported to a file."""
    ran = run_here(folder, "export", *options, *DAY, "-o", "out")
    assert (ran.code, ran.out) == (0, ""), ran.err
    return (folder / "out").read_bytes()


def sheet_of(folder: Path, *options: str) -> Sheet:
    """The sheet that is exported."""
    ran = run_here(folder, "export", "xlsx", *options, *DAY, "-o", "out.xlsx")
    assert (ran.code, ran.out) == (0, ""), ran.err
    (sheet,) = read_book(folder / "out.xlsx").sheets
    return sheet


def refused(folder: Path, *arguments: str) -> str:
    ran = run_here(folder, *arguments, *DAY)
    assert ran.code == 2
    return ran.err


def part(data: bytes, name: str) -> str:
    """A part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, base_files() | {ISSUE: TWO})


# The editable sheet


def test_a_row_a_measure_with_the_issue_on_each(folder: Path) -> None:
    sheet = sheet_of(folder)
    assert sheet.name == "台账"
    assert sheet.rows == (
        (*HEADINGS, "标识"),
        (
            *(
                "1.1",
                "会议制度执行不到位",
                "会议记录不规范",
                "会议有记录",
                "修订会议制度",
                "张某某",
                "示例局办公室",
                "",
            ),
            *("2025-11", "2025-10-20 初稿已成\n2025-10-28 阶段性完成：尚余：待印发", "阶段性完成", "申请销号"),
            *("示〔2025〕3号", "demo-01/rules"),
        ),
        (
            *("1.2", "会议制度执行不到位", "会议记录不规范", "会议有记录", "逐次检查", "张某某", "", "李某某"),
            *("feedback+12m", "2025-10-30 完成", "已完成", "申请销号", "检查单", "demo-01/check"),
        ),
    )


def test_a_state_says_how_late_or_how_near_its_deadline_is(folder: Path) -> None:
    write(folder, {ISSUE: TWO.partition("events:\n  - {date: 2025-11-01")[0]})
    assert [sheet_of(folder).rows[1][10]] == ["阶段性完成"]
    near = TWO.partition("\nevents:\n  - {date: 2025-11-01")[0].replace("due: 2025-11\n", "due: 2025-11-10\n")
    write(folder, {ISSUE: near})
    assert sheet_of(folder).rows[1][10] == "阶段性完成（还有5天）"
    write(folder, {ISSUE: near.replace("2025-11-10", "2025-10-31")})
    assert sheet_of(folder).rows[1][10] == "阶段性完成（逾期5天）"
    english = run_here(folder, "--lang", "en", "export", "csv", *DAY).out
    assert "partly complete (5 days late)" in english


def test_an_issue_without_measures_has_a_row(folder: Path) -> None:
    write(folder, {ISSUE: TWO.partition("measures:")[0] + "measures: []\n"})
    assert sheet_of(folder).rows[1] == (
        *(
            "1",
            "会议制度执行不到位",
            "会议记录不规范",
            "会议有记录",
            "",
            "张某某",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "demo-01",
        ),
    )


def test_what_may_be_changed_is_unlocked_and_nothing_else(folder: Path) -> None:
    data = exported(folder, "xlsx")
    text, styles = part(data, SHEET), part(data, "xl/styles.xml")
    looks = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])
    unlocked = {str(n) for n, look in enumerate(looks) if 'locked="0"' in look}
    cells = dict(re.findall(r'<c r="([A-Z]+2)" s="(\d+)"', text))
    assert [cell for cell, look in cells.items() if look not in unlocked] == ["A2", "N2"]
    assert "<sheetProtection" in text
    assert '<col min="14" max="14"' in text
    assert 'hidden="1"' in text[text.index('<col min="14"') :].partition("/>")[0]
    assert '<autoFilter ref="A1:N3"/>' in text
    assert 'topLeftCell="D2"' in text
    assert 'orientation="landscape"' in text
    assert "formula" not in text.partition("<conditionalFormatting")[0]


def test_hidden_sheets_hold_the_stamp_and_long_lists(folder: Path) -> None:
    text = part(exported(folder, "xlsx"), "xl/workbook.xml")
    assert re.findall(r'<sheet name="(\S+)"[^>]*?(?: state="(\w+)")? r:id', text) == [
        ("台账", ""),
        ("_lists", "hidden"),
        ("_rectledger", "veryHidden"),
    ]  # fmt: skip


def test_short_lists_stand_in_the_dropdown_and_long_ones_in_a_range(folder: Path) -> None:
    headings = "".join(f"  - {{id: h{n}, text: 第{n}项制度执行不到位，整改要求没有落实}}\n" for n in range(1, 21))
    write(folder, {INSPECTION: re.sub(r"headings:\n.*\n", f"headings:\n{headings}", base_files()[INSPECTION])})
    text = part(exported(folder, "xlsx"), SHEET)
    lists = dict(re.findall(r'type="list"[^>]*sqref="([A-Z]+)2:[A-Z]+\d+"[^>]*><formula1>(.*?)</formula1>', text))
    assert lists["B"] == "_lists!$B$1:$B$20"
    assert lists["K"] == '"正在推进,已完成"'
    assert lists["F"] == lists["H"] == '"张某某,李某某"'
    assert lists["G"] == '"示例局办公室,示例局财务科,示例巡察组,示例县住建局"'


def test_the_same_ledger_is_the_same_bytes(folder: Path) -> None:
    for options in (["xlsx"], ["xlsx", "--print"], ["csv"], ["json"], ["ics"]):
        assert exported(folder, *options) == exported(folder, *options)


def test_a_list_too_long_for_a_cell_keeps_its_end(folder: Path) -> None:
    many = "".join(f"      - {{date: 2025-10-21, event: progress, note: {n}{'长' * 400}}}\n" for n in range(100))
    write(folder, {ISSUE: base_files()[ISSUE] + many})
    cell = sheet_of(folder).rows[1][9]
    assert cell.startswith("……\n2025-10-21 ")
    assert cell.endswith(f"\n2025-10-21 99{'长' * 400}")
    assert LONGEST - 500 < len(cell) <= LONGEST


def test_another_text_too_long_for_a_cell_is_named(folder: Path) -> None:
    write(folder, {ISSUE: TWO.replace("goal: 会议有记录", f"goal: {'长' * (LONGEST + 1)}")})
    ran = run_here(folder, "export", "xlsx", "-o", "out.xlsx", *DAY)
    assert (ran.code, (folder / "out.xlsx").exists()) == (2, False)
    assert "demo-01/rules 的“整改目标”超过 32000 个字符" in ran.err
    assert run_here(folder, "export", "csv", *DAY).code == 0


def test_the_revision_is_stamped_in(folder: Path) -> None:
    assert json.loads(exported(folder, "json"))["revision"] is None
    git(folder, "init", "-q")
    git(folder, "add", "ledger", "issues")
    git(folder, "commit", "-qm", "one")
    head = git(folder, "rev-parse", "HEAD").strip()
    assert json.loads(exported(folder, "json"))["revision"] == head
    assert head in part(exported(folder, "xlsx"), "xl/sharedStrings.xml")
    assert json.loads(exported(folder, "json", "--at", "HEAD"))["revision"] == head


# Nothing that a spreadsheet would run


def evil_files() -> dict[str, str]:
    """A ledger in which every text begins like a formula."""
    issue: dict[str, Any] = {
        "id": "demo-01",
        "heading": "h1",
        "title": EVIL[0],
        "goal": EVIL[1],
        "leader": "lead",
        "owner": "office",
        "measures": [{"id": f"m{n}", "text": text, "due": "2026"} for n, text in enumerate(EVIL)],
    }
    parties = base_files()[PARTIES].replace("张某某", '"=1+1"').replace("示例局办公室", '"@办公室"')
    return base_files() | {ISSUE: json.dumps(issue, ensure_ascii=False), PARTIES: parties}


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    write(tmp_path, evil_files())
    for options in ([], ["--print"]):
        data = exported(tmp_path, "xlsx", *options)
        assert "<f>" not in part(data, SHEET)
        assert "<hyperlink" not in part(data, SHEET)
        looks = part(data, "xl/styles.xml").partition("<cellXfs")[2]
        assert looks.count('numFmtId="49"') == looks.count('quotePrefix="1"') > 0
    assert [row[4] for row in sheet_of(tmp_path).rows[1:]] == [text.strip() for text in EVIL]


def test_no_cell_of_separated_values_is_a_formula(tmp_path: Path) -> None:
    write(tmp_path, evil_files())
    data = exported(tmp_path, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row[4] for row in rows[1:]] == [f"'{text}" for text in EVIL]
    assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))] == []


# Paper


def test_on_paper_an_issue_is_written_once(folder: Path) -> None:
    sheet = sheet_of(folder, "--print")
    assert sheet.rows[0][0] == "示例局办公室专项巡察整改台账（2025-11-05）"
    assert [sheet.text(1, column) for column in range(13)] == [
        *["问题清单"] * 3, *["任务清单"] * 3, *["责任清单"] * 3, *["整改台账"] * 4,
    ]  # fmt: skip
    assert sheet.rows[2] == (
        *("序号", "反馈问题", "问题", "整改目标", "整改措施", "完成时限", "责任领导", "责任单位", "责任人", "整改进展"),
        *("状态", "销号情况", "佐证材料"),
    )
    assert [[sheet.rows[row][column] for column in (0, 1, 2, 4)] for row in (3, 4)] == [
        ["1", "会议制度执行不到位", "会议记录不规范", "修订会议制度"],
        ["", "", "", "逐次检查"],
    ]
    assert [sheet.origin(4, column) for column in (0, 1, 2, 3, 4, 6, 11)] == [
        *[(3, 0), (3, 1), (3, 2), (3, 3), (4, 4), (3, 6), (3, 11)]
    ]


def test_on_paper_no_issue_is_cut_and_each_page_has_its_heading(folder: Path) -> None:
    write(folder, {ISSUE.replace("01", f"{n:02}"): TWO.replace("demo-01", f"demo-{n:02}") for n in range(1, 41)})
    data = exported(folder, "xlsx", "--print")
    pages = [3, *map(int, re.findall(r'<brk id="(\d+)"', part(data, SHEET)))]
    assert len(pages) > 2
    assert {(page - 3) % 2 for page in pages} == {0}
    (folder / "out.xlsx").write_bytes(data)
    (sheet,) = read_book(folder / "out.xlsx").sheets
    assert [n for n, row in enumerate(sheet.rows) if row[1] == "会议制度执行不到位"] == pages


# Views


def test_a_view_chooses_orders_and_renames(folder: Path) -> None:
    write(
        folder, {VIEW: "columns:\n  - {column: text, heading: 具体措施}\n  - {column: number}\n  - {column: serial}\n"}
    )
    assert sheet_of(folder, "--view", "short").rows == (
        ("具体措施", "序号", "清单序号", "标识"),
        ("修订会议制度", "1.1", "1", "demo-01/rules"),
        ("逐次检查", "1.2", "1", "demo-01/check"),
    )
    assert [shown["heading"] for shown in json.loads(exported(folder, "json", "--view", "short"))["columns"]] == [
        *("具体措施", "序号", "清单序号")
    ]
    assert sheet_of(folder, "--print", "--view", "short").rows[2:4] == (
        ("具体措施", "序号", "清单序号"),
        ("修订会议制度", "1", "1"),
    )


def test_every_column_can_be_in_a_view(folder: Path) -> None:
    from typing import get_args

    from rectledger.model.layout import ColumnName
    from rectledger.views.sheet import COLUMNS

    assert list(COLUMNS) == list(get_args(ColumnName))
    page = (REPOSITORY / "docs/sheets.md").read_text(encoding="utf-8")
    assert [key for key in COLUMNS if f"`{key}`" not in page and f"| {key} |" not in page] == []
    write(folder, {VIEW: "columns:\n" + "".join(f"  - {{column: {key}}}\n" for key in COLUMNS)})
    assert sheet_of(folder, "--view", "short").rows[1][13:] == (
        *("1", "", "", "", "", "", "", "", "2025-11-30", "25", "demo-01", "rules", "demo-01/rules"),
    )


def test_a_view_that_is_not_there_or_names_a_heading_twice(folder: Path) -> None:
    assert "没有“long”这个样式" in refused(folder, "export", "csv", "--view", "long")
    write(folder, {VIEW: "columns:\n  - {column: text, heading: 问题}\n  - {column: title}\n"})
    assert "样式 short 里有两列都叫“问题”" in refused(folder, "export", "csv", "--view", "short")


def test_a_broken_view_is_a_finding(folder: Path) -> None:
    write(folder, {VIEW: "columns:\n  - {column: txt}\n  - {colum: title}\n"})
    ran = run_here(folder, "lint", "--format", "json", *DAY)
    found = [(d["code"], d["file"], d["line"]) for d in json.loads(ran.out)["diagnostics"]]
    assert (ran.code, found) == (1, [("RL008", VIEW, 2), ("RL006", VIEW, 3), ("RL005", VIEW, 3)])


# The other formats


def test_json_has_every_cell_by_its_key(folder: Path) -> None:
    data = json.loads(run_here(folder, "export", "json", *DAY).out)
    assert (data["schema"], data["as_of"], data["inspection"]) == ("rectledger.export/1", "2025-11-05", "demo")
    assert [row["ref"] for row in data["rows"]] == ["demo-01/rules", "demo-01/check"]
    assert data["rows"][1]["cells"]["person"] == "李某某"
    assert data["columns"][8] == {"key": "due", "heading": "完成时限"}


def events_of(folder: Path) -> dict[str, Any]:
    calendar: Any = icalendar.Calendar.from_ical(exported(folder, "ics"))
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_deadlines_quotas_and_the_clock_are_a_calendar(folder: Path) -> None:
    quota = "    quota: {at_least: 2, per: quarter, from: 2025-07-01}\n"
    write(
        folder,
        {
            ISSUE: base_files()[ISSUE].replace("    due: 2026", f"{quota}    due: 2026"),
            INSPECTION: base_files()[INSPECTION].replace("clock:", "clock:\n  report: {due: 2026-01-31}"),
        },
    )
    events = events_of(folder)
    days = {uid: event["DTSTART"].dt for uid, event in events.items()}
    assert days == {
        "demo-01/rules/due@rectledger": date(2026, 6, 30),
        "demo-01/rules/quota/2025-10-01@rectledger": date(2025, 12, 31),
        "demo/clock/report@rectledger": date(2026, 1, 31),
    }
    due, quotas, limit = events.values()
    assert str(due["SUMMARY"]) == "到期：1.1 会议记录不规范"
    assert str(due["DESCRIPTION"]) == "修订会议制度\n责任单位：示例局办公室\n责任领导：张某某"
    assert str(quotas["SUMMARY"]) == "还欠 2 次：1.1 会议记录不规范"
    assert str(limit["SUMMARY"]) == "专项巡察：整改报告"
    for event in events.values():
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert event["DTSTAMP"].dt.isoformat() == "2025-11-05T00:00:00+00:00"
        assert [a["TRIGGER"].dt for a in event.walk("VALARM")] == [timedelta(days=-n) for n in (20, 10, 1)]


def test_what_is_done_is_in_no_calendar(folder: Path) -> None:
    assert events_of(folder) == {}


# What cannot be


def test_what_does_not_go_together_is_said(folder: Path) -> None:
    assert "xlsx 要用 -o" in refused(folder, "export", "xlsx")
    assert "--print 只用于 xlsx" in refused(folder, "export", "csv", "--print")
    assert "没有巡察/督察“none”" in refused(folder, "export", "csv", "--inspection", "none")
    assert "写不了" in refused(folder, "export", "csv", "-o", "nowhere/out.csv")


def test_a_ledger_with_a_broken_file_goes_out_with_a_warning(folder: Path) -> None:
    write(folder, {"issues/demo/demo-02.yaml": "id: [\n"})
    ran: Ran = run_here(folder, "export", "csv", *DAY)
    assert (ran.code, ran.out.count("\r\n")) == (1, 3)
    assert "demo-02.yaml" in ran.err


def test_the_worked_ledger_goes_out() -> None:
    rows = list(csv.reader(io.StringIO(run_here(REPOSITORY, "export", "csv", *DAY).out, newline="")))
    assert len(rows) == 20
    assert tuple(rows[0]) == HEADINGS
