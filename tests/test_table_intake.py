"""Tables of others: columns by their words, rows as issues and measures, and what cells say."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.errors import CannotRunError
from rectledger.facts.state import State
from rectledger.intake.foreign.columns import layout_of, said_columns
from rectledger.intake.foreign.taking import TakenTable
from rectledger.intake.foreign.values import Term, state_of, term_of
from rectledger.load.kinds import Kind
from rectledger.load.record import read_record
from rectledger.model.issue import Issue
from rectledger.source.sheet import book_of
from tests.ledgers import base_files
from tests.program import Ran, run_here, write
from tests.sheets import Value, workbook
from tests.tables import taken

Rows = Sequence[Sequence[Value]]
HEAD = ["序号", "反馈问题", "问题", "整改措施", "责任单位", "完成时限", "整改进展", "状态"]
FIRST: list[Value] = ["1", "会议制度执行不到位", "记录不全", "补齐会议记录", "示例局财务科", "2026-06-30", "", "未启动"]
DAY = ("--as-of", "2026-01-05")


def table(*rows: Sequence[Value], head: Sequence[Value] = HEAD, merged: Mapping[str, str] | None = None) -> TakenTable:
    return taken(workbook([head, *rows], merged=merged), "a.xlsx")


def row(**cells: Value) -> list[Value]:
    """The first row with other cells, by the heading."""
    return [cells.get(heading, cell) for heading, cell in zip(HEAD, FIRST, strict=True)]


def issues(got: TakenTable) -> list[Issue]:
    readings = [read_record(Kind.ISSUE, file, text.encode()) for file, (text, _) in got.issues.items()]
    assert [problem for reading in readings for problem in reading.problems] == []
    return [reading.record for reading in readings]


def told(got: TakenTable) -> list[tuple[str, str]]:
    return [(problem.key, str(problem.at)) for problem in got.problems]


# Columns


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (["序号", "问题", "措施", "责任单位"], ["number", "title", "text", "owner"]),
        (["方面", "存在的问题", "具体措施", "牵头单位", "时限"], ["heading", "title", "text", "owner", "due"]),
        (["序号", "反馈问题", "整改措施"], ["number", "title", "text"]),
        (["序号", "反馈问题", "具体问题", "整改措施"], ["number", "heading", "title", "text"]),
        (["序号", "问题", "具体问题", "整改措施"], ["number", "title", "subtitle", "text"]),
        (["序 号", "问题\n描述", "整改措施（含举措）", "责任人"], ["number", "title", "text", "person"]),
        (["no", "title", "measure text", "owner"], ["number", "title", "text", "owner"]),
        (["问题", "整改措施", "配合单位", "完成日期", "是否销号"], ["title", "text", "support", "done", "closing"]),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_words(head: list[str], fields: list[str]) -> None:
    book = book_of("a.xlsx", workbook([["某某台账"], head, ["1"] * len(head)]))
    layout = layout_of(book.sheets, {})
    assert layout is not None
    assert list(layout.fields.values()) == fields


def test_two_rows_of_headers() -> None:
    rows: Rows = [
        ["整改台账", "", "", "", ""],
        ["序号", "问题", "责任", "", "措施"],
        ["", "", "牵头单位", "责任领导", ""],
        ["1", "记录不全", "示例局财务科", "张某某", "补齐记录"],
    ]
    merged = {"A1:E1": "整改台账", "A2:A3": "序号", "B2:B3": "问题", "C2:D2": "责任", "E2:E3": "措施"}
    for data in (workbook(rows, merged=merged), workbook(rows)):
        got = taken(data, "a.xlsx")
        (issue,) = issues(got)
        assert (issue.title, issue.owner, issue.leader, issue.measures[0].text) == (
            "记录不全", "finance", "lead", "补齐记录",
        )  # fmt: skip
        assert ("RL674", "台账!A3") not in told(got)


def test_what_somebody_says_about_a_column() -> None:
    data = "序号,问题,怎么改,谁,经费\n1,记录不全,补齐记录,示例局财务科,2万元\n".encode()
    assert {key for key, _ in told(taken(data))} == {"RL671", "RL676", "RL680", "RL681.own"}
    got = taken(data, said=["怎么改=text", "D=owner", "经费=-"])
    assert {key for key, _ in told(got)} == {"RL681.own"}
    assert issues(got)[0].measures[0].text == "补齐记录"


@pytest.mark.parametrize("option", ["经费", "经费=money", "=", ""])
def test_what_is_no_field(option: str) -> None:
    with pytest.raises(CannotRunError) as error:
        said_columns([option])
    assert error.value.key == "cannot.map"


def test_an_empty_column_is_not_missed_and_a_full_one_is() -> None:
    assert told(table([*FIRST, ""], head=[*HEAD, "经费"])) == []
    assert told(table([*FIRST, "2万元"], head=[*HEAD, "经费"])) == [("RL671", "台账!I1")]


# Rows


def test_rows_that_are_merged_and_rows_that_are_left_blank() -> None:
    second: list[Value] = ["", "", "", "组织学习", "示例局办公室", "2026-07", "", "未启动"]
    blank = table(FIRST, second)
    both = table(FIRST, second, merged={"A2:A3": "1", "B2:B3": "会议制度执行不到位", "C2:C3": "记录不全"})
    again = table(FIRST, ["1", "会议制度执行不到位", "记录不全", *second[3:]])
    for got in (blank, both, again):
        (issue,) = issues(got)
        assert [(m.text, m.owner) for m in issue.measures] == [("补齐会议记录", None), ("组织学习", "office")]
        assert issue.serial == "1"
        assert told(got) == []


def test_totals_captions_repeated_headers_and_notes() -> None:
    head = ["序号", "问题", "整改措施", "责任单位"]
    got = table(
        ["一、会议制度执行不到位", "", "", ""],
        ["1", "记录不全", "补齐记录", "示例局财务科"],
        ["小计", "1", "", ""],
        head,
        ["二、财务管理不严格", "", "", ""],
        ["2", "报销不规范", "修订办法", "示例局财务科"],
        ["合计", "2", "", ""],
        ["填表人：张某某", "", "", ""],
        head=head,
        merged={"A2:D2": "一、会议制度执行不到位"},
    )
    assert [(i.title, i.heading, i.serial) for i in issues(got)] == [("记录不全", "h1", "1"), ("报销不规范", "h2", "2")]
    assert told(got) == [
        ("RL675", "台账!A4"), ("RL675", "台账!A5"), ("RL675", "台账!A8"), ("RL675", "台账!A9"), ("RL681", "台账!A6"),
    ]  # fmt: skip


def test_an_issue_that_cannot_be_read_is_left_out_whole() -> None:
    got = table(row(完成时限="尽快"), row(序号="2", 问题="学习不深", 整改措施="轮训"))
    assert [issue.title for issue in issues(got)] == ["学习不深"]
    assert told(got) == [("RL672", "台账!F2")]


def test_rows_that_disagree() -> None:
    head = ["序号", "问题", "整改措施", "责任单位", "责任领导"]
    got = table(["1", "记录不全", "补齐", "示例局财务科", "张某某"], ["", "", "学习", "", "李某某"], head=head)
    assert issues(got) == []
    assert ("RL677", "台账!E3") in told(got)


def test_one_measure_of_two_rows_says_one_thing() -> None:
    got = table(FIRST, row(序号="", 反馈问题="", 问题="", 整改措施="", 责任单位="示例局办公室"))
    assert told(got) == [("RL674", "台账!E3")]


# What cells say


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("2025.6.30", Term("2025-06-30")),
        ("2025/6/30", Term("2025-06-30")),
        ("2025-06-30", Term("2025-06-30")),
        ("2025年6月30日前", Term("2025-06-30")),
        ("2025年6月底前", Term("2025-06")),
        ("2025年6月", Term("2025-06")),
        ("2025年底前", Term("2025")),
        ("45838", Term("2025-06-30")),
        ("立行立改", Term(None, "immediate")),
        ("立行立改，2025年3月底前", Term("2025-03", "immediate")),
        ("长期坚持", Term(None, "sustained", sustained=True)),
        ("2024年底前，并长期坚持", Term("2024", sustained=True)),
        ("反馈后15个工作日", Term("feedback+15wd")),
        ("反馈后3个月内", Term("feedback+3m")),
        ("尽快", None),
        ("6月底前", None),
        ("2025年2月30日", None),
        ("2025年13月", None),
        ("已完成", None),
        ("2025年6月至12月", None),
        ("12", None),
    ],
)
def test_deadlines(text: str, term: Term | None) -> None:
    assert term_of(text) == term


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("已完成", State.COMPLETE), ("完成整改。", State.COMPLETE), ("是", State.COMPLETE), ("√", State.COMPLETE),
        ("已完成（2025.6.12）", State.COMPLETE), ("2025年6月12日已完成", State.COMPLETE), ("100%", State.COMPLETE),
        ("阶段性完成", State.PARTIAL), ("基本完成", State.PARTIAL), ("正在推进", State.IN_PROGRESS),
        ("整改中", State.IN_PROGRESS), ("未启动", State.NOT_STARTED), ("未完成", State.NOT_STARTED),
        ("已销号", State.CLOSED), ("已移交", State.TRANSFERRED), ("差不多", None), ("", None),
    ],
)  # fmt: skip
def test_states(text: str, state: State | None) -> None:
    assert state_of(text) == state


@given(st.text(max_size=20))
def test_no_text_is_a_deadline_by_default(text: str) -> None:
    term = term_of(text)
    assert term is None or term != Term() or not any(character.isalnum() for character in text.replace("并且", ""))


@pytest.mark.parametrize(
    ("cells", "events"),
    [
        ({"状态": "未启动"}, []),
        ({"状态": "已完成（2025.6.12）"}, [("2025-06-12", "completed", False)]),
        ({"状态": "已完成"}, [("2026-01-05", "completed", True)]),
        ({"状态": "正在推进"}, [("2026-01-05", "progress", True)]),
        ({"状态": "正在推进", "整改进展": "2025-10-20 初稿已成"}, [("2025-10-20", "progress", False)]),
        (
            {"状态": "已完成", "整改进展": "2025年3月4日：动工\n2025年5月6日：建成"},
            [("2025-03-04", "progress", False), ("2025-05-06", "progress", False), ("2026-01-05", "completed", True)],
        ),
        ({"状态": "", "整改进展": "初稿已成"}, [("2026-01-05", "progress", True)]),
        ({"状态": "已完成", "整改进展": "已完成"}, [("2026-01-05", "completed", True)]),
    ],
)
def test_what_a_row_says_happened(cells: dict[str, Value], events: list[tuple[str, str, bool]]) -> None:
    (issue,) = issues(table(row(**cells)))
    found = issue.measures[0].events
    assert [(str(e.date), e.event, "【待核】" in (e.note or "")) for e in found] == events


def test_the_day_that_a_table_is_of() -> None:
    got = taken(workbook([["整改台账（截至2025年6月30日）"], HEAD, row(状态="已完成")]), "a.xlsx")
    assert [str(event.date) for event in issues(got)[0].measures[0].events] == ["2025-06-30"]


def test_real_dates_and_numbers_of_excel() -> None:
    got = table(row(完成时限=datetime(2025, 9, 30)), row(序号=2, 问题="学习不深", 完成时限=45838))  # noqa: DTZ001
    assert [str(issue.measures[0].due) for issue in issues(got)] == [
        str(read_record(Kind.ISSUE, "", _due(day)).record.measures[0].due) for day in ("2025-09-30", "2025-06-30")
    ]


def _due(day: str) -> bytes:
    return f"id: a\nheading: h1\ntitle: a\nowner: a\nmeasures: [{{id: a, text: a, due: {day}}}]\n".encode()


def test_names_and_new_parties() -> None:
    head = [*HEAD, "责任人", "配合单位"]
    first = [*row(责任单位="示例局财务科、示例局办公室"), "张某某", "示例县档案局"]
    second = [*row(序号="2", 问题="学习不深", 责任单位=""), "王小明", "/"]
    got = table(first, second, head=head)
    one, two = issues(got)
    assert (one.owner, one.support) == ("finance", ("office", "lead", "示例县档案局"))
    assert two.owner == "王小明"
    assert [(p["id"], p["kind"]) for p in got.parties] == [("示例县档案局", "authority"), ("王小明", "person")]
    assert all("【待核】" in str(p["role"]) for p in got.parties)
    assert told(got) == [("RL657", "台账!J2"), ("RL657", "台账!I3")]


def test_a_measure_without_a_deadline_where_no_limit_is_known() -> None:
    files = base_files()
    file = "ledger/inspections/demo.yaml"
    files[file] = files[file].replace("  concentrated: {due: feedback+3m, done: 2025-04-10}\n", "")
    (issue,) = issues(taken(workbook([HEAD, row(完成时限="")]), "a.xlsx", files=files))
    assert "【待核】" in str(issue.due)


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, base_files())


def take(root: Path, file: str, *more: str) -> Ran:
    return run_here(root, "import", "sheet", file, "--new", *DAY, *more)


def as_json(ran: Ran) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_what_it_prints_and_writes(root: Path) -> None:
    rows: Rows = [HEAD, row(问题="学习不深", 反馈问题="学习制度不落实", 状态="已完成")]
    write(root, {"a.xlsx": workbook(rows)})
    dry = take(root, "a.xlsx", "--dry-run")
    assert (dry.code, "+++ b/issues/demo/demo-02.yaml" in dry.out) == (0, True)
    assert not (root / "issues/demo/demo-02.yaml").exists()
    ran = take(root, "a.xlsx", "--format", "json")
    found = as_json(ran)
    assert (ran.code, found["created"], found["changed"]) == (
        0, ["issues/demo/demo-02.yaml"], ["ledger/inspections/demo.yaml"],
    )  # fmt: skip
    assert [(d["code"], d["cell"]) for d in found["diagnostics"] if d["code"].startswith("RL6")] == [
        ("RL681", "台账!B2"), ("RL679", "台账!H2"),
    ]  # fmt: skip
    assert "台账!D1 整改措施 → text" in ran.err
    inspection = (root / "ledger/inspections/demo.yaml").read_text(encoding="utf-8")
    assert "  - {id: h1, text: 会议制度执行不到位}\n  - {id: h2, text: 学习制度不落实}\n" in inspection
    assert "- file: a.xlsx" in inspection
    linted = as_json(run_here(root, "lint", *DAY, "--format", "json"))
    assert linted["summary"]["error"] == 0
    assert "RL655" in {d["code"] for d in linted["diagnostics"]}


def test_all_or_nothing(root: Path) -> None:
    write(root, {"a.csv": "问题,整改措施,完成时限,责任单位\n甲事,改,尽快,示例局财务科\n乙事,改,2026-06,示例局财务科\n"})
    ran = take(root, "a.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "a.csv:a!C2 错误 RL672" in ran.err
    assert [path.name for path in (root / "issues/demo").iterdir()] == ["demo-01.yaml"]
    ran = take(root, "a.csv", "--partial")
    assert (ran.code, ran.out.splitlines()) == (
        1,
        ["新建 issues/demo/demo-02.yaml", "改了 ledger/inspections/demo.yaml"],
    )


def test_what_the_rules_refuse_is_named_by_its_cell(root: Path) -> None:
    write(root, {"a.xlsx": workbook([HEAD, row(完成时限="2024-01-01", 问题="另一事")])})
    ran = take(root, "a.xlsx", "--format", "json")
    assert ran.code == 1
    assert [(d["code"], d["cell"]) for d in as_json(ran)["diagnostics"] if d["severity"] == "error"] == [
        ("RL202", "台账!C2"),
    ]  # fmt: skip


def test_a_csv_in_gbk_and_a_sheet_that_is_not_read(root: Path) -> None:
    from tests.sheets import workbook_of

    rows: Rows = [HEAD, row(问题="学习不深")]
    write(root, {"a.csv": "问题,整改措施,责任单位\n甲事,改,示例局财务科\n".encode("gbk")})
    ran = take(root, "a.csv")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "a.csv 不是 UTF-8，按 GBK 读取")
    write(root, {"b.xlsx": workbook_of({"说明": [["本表说明"]], "台账": rows})})
    assert "工作表“说明”没有读" in take(root, "b.xlsx").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["none.xlsx", "--new"], 2),
        (["a.csv", "--new", "--map", "甲"], 2),
        (["a.csv", "--new", "--inspection", "none"], 2),
        (["a.csv", "--inspection", "demo"], 2),
        (["a.csv", "--map", "甲=title"], 2),
        (["b.csv", "--new"], 2),
        (["a.csv", "--new"], 1),
    ],
)
def test_what_cannot_be_run(root: Path, arguments: list[str], code: int) -> None:
    write(root, {"a.csv": "问题,整改措施\n", "b.csv": "甲,乙\n"})
    ran = run_here(root, "import", "sheet", *arguments)
    assert (ran.code, ran.out) == (code, "")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_a_table_that_libreoffice_has_saved(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("office")
    rows: Rows = [HEAD, row(完成时限=datetime(2026, 9, 30)), ["", "", "", "学习", "", "2026年底前", "", ""]]  # noqa: DTZ001
    merged = {"A2:A3": "1", "B2:B3": "会议制度执行不到位", "C2:C3": "记录不全"}
    (folder / "a.xlsx").write_bytes(workbook(rows, merged=merged))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", "out", "a.xlsx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=120)
    saved = taken((folder / "out/a.xlsx").read_bytes(), "a.xlsx")
    assert saved == taken((folder / "a.xlsx").read_bytes(), "a.xlsx")
    assert [str(measure.due) for measure in issues(saved)[0].measures] == ["2026-09-30", "2026-12-31"]
    assert date(2026, 9, 30).isoformat() in next(iter(saved.issues.values()))[0]
