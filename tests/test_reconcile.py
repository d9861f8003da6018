"""The list that was handed over against the ledger: what was dropped, merged or renumbered on the way."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.errors import CannotRunError
from rectledger.facts.likeness import Wordings
from rectledger.facts.serials import normal_serial, serials_in
from rectledger.intake.handed_over import entries_of
from rectledger.load.taking import take
from rectledger.model.inspection import Inspection
from rectledger.source.sheet import book_of
from tests.ledgers import INSPECTION, base_files, diagnostics
from tests.program import Ran, run, write
from tests.sheets import Value, workbook

Rows = list[list[Value]]
DAY = ("--as-of", "2025-11-05")
HEADINGS = "headings:\n  - {id: h1, text: 会议制度执行不到位}\n  - {id: h2, text: 监督检查不够有力}\n"
WORDS = {
    "1": "会议记录不规范，部分会议没有记录人签字",
    "2": "监督检查流于形式，发现问题不及时督促整改",
    "3": "档案管理混乱，借阅登记缺失",
}


def listing(words: Mapping[str, str] = WORDS, headings: Mapping[str, str] | None = None) -> str:
    """The inspection with a list."""
    under = {serial: f", heading: {heading}" for serial, heading in (headings or {}).items()}
    entries = "".join(f'  - {{serial: "{s}", text: {text}{under.get(s, "")}}}\n' for s, text in words.items())
    return f"{inspection()}list:\n{entries}"


def inspection() -> str:
    kept = base_files()[INSPECTION]
    return kept[: kept.index("headings:")] + HEADINGS


def issue(ident: str, serial: str | None, title: str, heading: str = "h1", more: str = "") -> str:
    number = f'serial: "{serial}"\n' if serial else ""
    return (
        f"id: {ident}\nheading: {heading}\n{number}title: {title}\nowner: office\nmeasures:\n"
        "  - id: rules\n    text: 修订会议制度\n    due: 2026-06-30\n"
        f"    events: [{{date: 2025-10-20, event: progress, note: 一}}]\n{more}"
    )


def ledger(*issues: tuple[str | None, str], text: str | None = None, **more: str) -> dict[str, str]:
    """A ledger with issues of these serials and titles, the last one under h2."""
    files = base_files()
    del files["issues/demo/demo-01.yaml"]
    files[INSPECTION] = listing() if text is None else text
    for number, (serial, title) in enumerate(issues, 1):
        heading = "h2" if number == len(issues) else "h1"
        ident = f"demo-{number:02}"
        files[f"issues/demo/{ident}.yaml"] = issue(ident, serial, title, heading, more.get(ident.replace("-", "_"), ""))
    return files


KEPT = (("1", WORDS["1"]), ("2", WORDS["2"]), ("3", WORDS["3"]))


def codes(files: Mapping[str, str]) -> list[str]:
    return sorted(d.key for d in diagnostics(files) if d.code.startswith("RL11"))


# Serials as people write them


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("1", "1"), (" 1 ", "1"), ("１", "1"), ("1.", "1"), ("1、", "1"), ("（1）", "1"), ("(1)", "1"), ("01", "1"),
        ("问题1", "1"), ("问题 3：", "3"), ("第1项", "1"), ("No.7", "7"), ("10-01", "10-1"), ("3(1)", "3(1)"),
        ("A2", "a2"), ("", ""), ("一", "一"), ("100", "100"),
    ],
)  # fmt: skip
def test_a_serial_is_compared_without_its_frame(written: str, normal: str) -> None:
    assert normal_serial(written) == normal


@pytest.mark.parametrize(
    ("written", "listed", "found"),
    [
        ("3", "1 2 3", ["3"]),
        ("3、4", "", ["3", "4"]),
        ("3，4；5", "", ["3", "4", "5"]),
        ("3和4", "3 4", ["3", "4"]),
        ("3、4", "3、4", ["3、4"]),
        ("3-5", "1 2 3 4 5", ["3", "4", "5"]),
        ("3至4", "3 4", ["3", "4"]),
        ("3-4", "", ["3-4"]),
        ("3-4", "3 4 3-4", ["3-4"]),
        ("3-1", "1 2 3", ["3"]),
        ("3（2）", "1 2 3", ["3"]),
        ("3-1", "3-1 3-2", ["3-1"]),
        ("10-1", "", ["10-1"]),
        ("1-999999999", "1 999999999", ["1"]),
        ("9", "1 2", ["9"]),
    ],
)
def test_what_a_serial_stands_for(written: str, listed: str, found: list[str]) -> None:
    assert list(serials_in(written, set(map(normal_serial, listed.split())))) == found


@given(st.text(max_size=12), st.sets(st.integers(1, 30).map(str)))
def test_a_serial_always_stands_for_something_and_itself_when_it_is_listed(text: str, listed: set[str]) -> None:
    assert serials_in(text, listed)
    assert serials_in(text, {*listed, normal_serial(text)}) == (normal_serial(text),)
    assert normal_serial(normal_serial(text)) == normal_serial(text) or not text.isascii()


# How alike wordings are


@pytest.mark.parametrize(
    ("title", "likeness"),
    [
        (WORDS["1"], 1.0),
        ("会议记录不规范", 1.0),
        ("“会议 记录”不规范。", 1.0),
        ("档案管理混乱", 0.0),
        ("会议", None),
    ],
)
def test_likeness_is_the_share_of_the_shorter_wording(title: str, likeness: float | None) -> None:
    assert Wordings(WORDS).likeness(title, "1") == likeness


def test_the_closest_wording_and_of_equals_the_first() -> None:
    assert Wordings(WORDS).closest("档案借阅登记缺失") == ("3", 6 / 7)
    assert Wordings({"1": "会议记录不规范", "2": "会议记录不规范"}).closest("会议记录不规范")[0] == "1"
    assert Wordings({}).closest("会议记录不规范") == ("", 0.0)


# What the rules say


def test_a_list_that_came_through_has_no_findings() -> None:
    assert diagnostics(ledger(*KEPT)) == []


@pytest.mark.parametrize(
    ("issues", "found"),
    [
        (KEPT[:2], ["RL114"]),
        ((KEPT[0], (None, WORDS["2"]), KEPT[2]), ["RL114", "RL116.none"]),
        ((*KEPT, ("4", "公务用车登记不全")), ["RL116"]),
        ((("1、2", "会议记录和监督检查不到位"), KEPT[2]), ["RL115"]),
        ((("1-2", "会议记录和监督检查不到位"), KEPT[2]), ["RL115"]),
        ((*KEPT, ("3", "借阅登记缺失")), ["RL113"]),
        ((*KEPT[:2], ("3-1", "档案管理混乱"), ("3-2", "借阅登记缺失")), []),
        ((KEPT[0], ("3", WORDS["2"]), ("2", WORDS["3"])), ["RL118", "RL118"]),
        ((KEPT[0], KEPT[1], ("3", WORDS["1"])), ["RL118"]),
        ((KEPT[0], KEPT[1], ("3", "公务用车登记不全")), []),
        ((KEPT[0], KEPT[1], ("3", "公务用车管理不严")), []),
        ((KEPT[0], KEPT[1], ("3", "个别干部作风飘浮")), ["RL119"]),
        ((("问题01", WORDS["1"]), ("（2）", WORDS["2"]), KEPT[2]), []),
    ],
    ids=[
        "dropped", "without its serial", "not on the list", "merged", "a range", "twice", "in parts", "swapped",
        "the words of another", "reworded with a word in common", "reworded with two", "reworded", "framed",
    ],
)  # fmt: skip
def test_what_becomes_of_a_finding(issues: tuple[tuple[str | None, str], ...], found: list[str]) -> None:
    assert codes(ledger(*issues)) == found


def test_without_a_list_only_what_needs_none_is_judged() -> None:
    files = ledger(("1、2", "甲"), ("7", "乙"), ("7", "丙"), (None, "丁"), text=inspection())
    assert codes(files) == ["RL113", "RL115"]


def test_a_heading_without_an_issue_is_named_once_entering_has_begun() -> None:
    files = ledger(KEPT[0], text=inspection())
    assert [(d.key, d.values["heading"]) for d in diagnostics(files)] == [("RL112", "h1")]
    assert codes({path: text for path, text in files.items() if not path.startswith("issues/")}) == []


def test_nothing_is_missing_while_a_file_cannot_be_read() -> None:
    assert codes({**ledger(*KEPT[:2]), "issues/demo/demo-09.yaml": "id: [\n"}) == []


def test_serials_of_two_inspections_are_their_own() -> None:
    other = base_files()[INSPECTION].replace("id: demo", "id: more")
    moved = issue("more-01", "1", WORDS["1"])
    files = {**ledger(*KEPT), "ledger/inspections/more.yaml": other, "issues/more/more-01.yaml": moved}
    assert codes(files) == []


def test_a_heading_of_the_list() -> None:
    under = listing(headings={"1": "h2", "2": "h1", "3": "h9"})
    assert [(d.code, d.file) for d in diagnostics(ledger(*KEPT, text=under))] == [
        ("RL117", "issues/demo/demo-01.yaml"),
        ("RL104", INSPECTION),
    ]


def test_an_approved_merger_is_waived() -> None:
    waiver = "waivers: [{rule: RL115, reason: 经巡察办同意, approved_by: team}]\n"
    found = diagnostics(ledger(("1、2", "会议记录和监督检查不到位"), KEPT[2], demo_01=waiver))
    assert [(d.code, d.waived) for d in found] == [("RL115", "经巡察办同意")]


# Lists as spreadsheets


def entries(rows: Rows, merged: Mapping[str, str] | None = None) -> list[tuple[str, str, str | None, str]]:
    """Serial, text, heading and cell of every entry of a sheet."""
    record = take(
        Inspection,
        {
            "id": "demo",
            "title": "专项巡察",
            "source": "party-inspection",
            "feedback": "2025-01-17",
            "headings": [{"id": "h1", "text": "会议制度执行不到位"}, {"id": "h2", "text": "监督检查不够有力。"}],
        },
    )
    found = entries_of(book_of("清单.xlsx", workbook(rows, merged=merged)), "清单.xlsx", record)
    return [(entry.serial, entry.text, entry.heading, str(entry.at)) for entry in found]


def test_the_header_is_found_by_its_words() -> None:
    rows: Rows = [
        ["某局问题清单"],
        [],
        [None, "问题序号", "责任单位", "存在问题\n（具体表现）"],
        [None, 1, "甲", "乙"],
    ]
    assert entries(rows) == [("1", "乙", None, "台账!B4")]


@pytest.mark.parametrize(
    ("header", "read"),
    [
        (["序号", "反馈问题"], ("甲", None)),
        (["序号", "反馈问题", "问题"], ("乙", None)),
        (["序号", "方面", "反馈问题", "具体问题"], ("丙", None)),
    ],
)
def test_of_two_columns_the_narrower_one_is_the_text(header: list[Value], read: tuple[str, str | None]) -> None:
    row: list[Value] = [1, "甲", "乙", "丙"]
    ((_, text, heading, _),) = entries([header, row[: len(header)]])
    assert (text, heading) == read


def test_headings_stand_beside_above_or_merged() -> None:
    beside: Rows = [
        ["序号", "反馈问题", "问题"],
        [1, "（一）会议制度执行不到位", "甲"],
        [2, None, "乙"],
        [3, "监督检查不够有力", "丙"],
    ]  # fmt: skip
    above: Rows = [["序号", "问题"], ["一、会议制度执行不到位"], [1, "甲"], [], [2, "乙"], [], [3, "丙"]]
    for rows, merged in ((beside, None), (above, {"A6:B6": "（二）监督检查不够有力"})):
        found = entries(rows, merged)
        assert [(serial, text, heading) for serial, text, heading, _ in found] == [
            ("1", "甲", "h1"), ("2", "乙", "h1"), ("3", "丙", "h2"),
        ]  # fmt: skip


def test_rows_of_one_finding_are_one_entry() -> None:
    rows: Rows = [
        ["序号", "问题", "措施"],
        [None, None, "一"],
        [None, None, "二"],
        [2, "乙", "三"],
        [None, None, "四"],
    ]
    assert entries(rows, {"A2:A3": "1", "B2:B3": "甲"}) == [
        ("1", "甲", None, "台账!A2"),
        ("2", "乙", None, "台账!A4"),
    ]


def test_a_header_of_two_rows_and_a_total_are_no_findings() -> None:
    rows: Rows = [[None, None, "整改"], [None, None, "时限"], [1, "甲", "2025"], ["合 计", "1"]]
    assert entries(rows, {"A1:A2": "序号", "B1:B2": "问题"}) == [("1", "甲", None, "台账!A3")]


def test_a_finding_without_a_number_is_not_passed_over() -> None:
    assert entries([["序号", "问题"], [None, "甲"]]) == [("", "甲", None, "台账!A2")]


def test_a_heading_that_could_be_two_is_none() -> None:
    assert entries([["序号", "方面", "问题"], [1, "会议制度执行不到位，监督检查不够有力", "甲"]])[0][2] is None


@pytest.mark.parametrize(
    "rows", [[], [["甲", "乙"]], [["序号", "措施"], [1, "甲"]], [["甲"]] * 20 + [["序号", "问题"]]]
)
def test_a_sheet_without_a_list(rows: Rows) -> None:
    with pytest.raises(CannotRunError) as caught:
        entries(rows)
    assert caught.value.key == "cannot.list-columns"


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger without a list, and the list beside it."""
    omitted = "publish: {omit: true, reason: secret, approved_by: lead}\n"
    files = ledger(KEPT[0], ("2", WORDS["2"]), ("3、4", "档案管理混乱，公务用车登记不全"), ("9", "食堂管理不严"),
                   text=inspection(), demo_02=omitted)  # fmt: skip
    rows: Rows = [["序号", "问题"]]
    rows += [[int(serial), text] for serial, text in WORDS.items()]
    rows += [[4, "公务用车登记不全"], [5, "值班制度未落实"]]
    return write(tmp_path, {**files, "清单.xlsx": workbook(rows, name="清单")})


def reconciled(root: Path, *arguments: str, file: str = "清单.xlsx") -> Ran:
    return run("lint", "--reconcile", file, *arguments, *DAY, folder=root)


def as_json(ran: Ran) -> Any:
    return json.loads(ran.out)


def test_the_table_shows_each_finding_on_its_way(root: Path) -> None:
    ran = reconciled(root)
    assert ran.code == 1
    table, _, rest = ran.out.partition("\n\n")
    assert table.splitlines() == [
        "序号  移交的清单               台账                     通报          结论",
        "1     会议记录不规范，部分会…  demo-01 会议记录不规范…  1             一致",
        "2     监督检查流于形式，发现…  demo-02 监督检查流于形…  不公开：涉密  一致",
        "3     档案管理混乱，借阅登记…  demo-03 档案管理混乱，…  2             合并",
        "4     公务用车登记不全         demo-03 档案管理混乱，…  2             合并",
        "5     值班制度未落实           —                        —             遗漏",
        "9     —                        demo-04 食堂管理不严     3             不在清单上",
        "清单 5 条：一致 2 · 遗漏 1 · 合并 2 · 不在清单上 1",
    ]
    assert "清单.xlsx:清单!A6 错误 RL114 serial-without-an-issue\n  清单上的 5 在台账里没有：值班制度未落实\n" in rest


def test_the_table_as_json(root: Path) -> None:
    found = as_json(reconciled(root, "--format", "json"))
    assert (found["schema"], found["inspection"]) == ("rectledger.reconcile/1", "demo")
    assert [(line["serial"], line["verdict"]) for line in found["lines"]] == [
        ("1", "kept"), ("2", "kept"), ("3", "merged"), ("4", "merged"), ("5", "dropped"), ("9", "unlisted"),
    ]  # fmt: skip
    assert found["lines"][1] == {
        "serial": "2",
        "text": WORDS["2"],
        "in_list": None,
        "issues": [
            {"id": "demo-02", "number": "4", "title": WORDS["2"], "published": False, "omitted": "secret"},
        ],
        "verdict": "kept",
    }
    places = [(d["code"], d["file"], d.get("cell"), d["line"]) for d in found["diagnostics"]]
    assert places == [
        ("RL115", "issues/demo/demo-03.yaml", None, 3),
        ("RL116", "issues/demo/demo-04.yaml", None, 3),
        ("RL114", "清单.xlsx", "清单!A6", 1),
    ]


def test_the_other_formats_hold_the_diagnostics(root: Path) -> None:
    ran = reconciled(root, "--format", "github")
    assert ran.code == 1
    assert any("清单.xlsx" in line and "清单!A6" in line for line in ran.out.splitlines())


def test_what_is_asked_for_decides_what_is_reported(root: Path) -> None:
    only = as_json(reconciled(root, "--select", "RL116", "--format", "json"))
    assert {d["code"] for d in only["diagnostics"]} == {"RL116"}
    assert reconciled(root, "--fail-on", "never").code == 0
    assert reconciled(root, "--select", "RL116").code == 0
    assert reconciled(root, "--select", "RL116", "--fail-on", "warning").code == 1
    assert reconciled(root, "issues").code == 2


def test_a_list_that_came_through_and_one_that_is_renumbered(tmp_path: Path) -> None:
    rows: Rows = [["序号", "问题"]]
    rows += [[serial, text] for serial, text in WORDS.items()]
    write(tmp_path, {**ledger(*KEPT, text=inspection()), "a.xlsx": workbook(rows)})
    ran = reconciled(tmp_path, file="a.xlsx")
    assert (ran.code, ran.err) == (0, "")
    assert "清单 3 条：一致 3\n" in ran.out
    write(tmp_path, ledger(KEPT[0], ("3", WORDS["2"]), ("2", WORDS["3"]), text=inspection()))
    ran = reconciled(tmp_path, file="a.xlsx")
    assert ran.code == 1
    assert "改号 2" in ran.out


def test_the_list_of_the_inspection_itself(tmp_path: Path) -> None:
    write(tmp_path, ledger(*KEPT[:2]))
    ran = reconciled(tmp_path, "--format", "json", file=INSPECTION)
    assert ran.code == 1
    assert [(line["serial"], line["in_list"], line["verdict"]) for line in as_json(ran)["lines"]] == [
        ("1", True, "kept"), ("2", True, "kept"), ("3", True, "dropped"),
    ]  # fmt: skip
    assert [(d["code"], d["file"]) for d in as_json(ran)["diagnostics"]] == [("RL114", INSPECTION)]


def test_a_finding_that_the_inspections_own_list_lost(tmp_path: Path) -> None:
    text = listing({serial: words for serial, words in WORDS.items() if serial != "3"})
    csv = "序号,问题\n" + "".join(f"{serial},{words}\n" for serial, words in WORDS.items())
    write(tmp_path, {**ledger(*KEPT, text=text), "a.csv": csv})
    ran = reconciled(tmp_path, "--format", "json", file="a.csv")
    assert ran.code == 1
    assert [line["in_list"] for line in as_json(ran)["lines"]] == [True, True, False]
    assert as_json(ran)["diagnostics"] == []
    assert reconciled(tmp_path, file="a.csv").out.splitlines()[3].split()[2] == "没有"


def test_gbk_is_read_and_said_to_be(root: Path) -> None:
    write(root, {"a.csv": "序号,问题\n1,会议记录不规范\n".encode("gbk")})
    ran = reconciled(root, file="a.csv")
    assert ran.err.splitlines()[0] == "a.csv 不是 UTF-8，按 GBK 读取"
    assert "a.csv" not in ran.out


def test_another_inspection_and_a_file_elsewhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = base_files()[INSPECTION].replace("id: demo", "id: more")
    write(root, {"ledger/inspections/more.yaml": other, "issues/more/more-01.yaml": issue("more-01", "1", WORDS["1"])})
    csv = write(tmp_path_factory.mktemp("lists"), {"a.csv": f"序号,问题\n1,{WORDS['1']}\n2,{WORDS['2']}\n"}) / "a.csv"
    found = as_json(reconciled(root, "--inspection", "more", "--format", "json", file=str(csv)))
    assert [line["verdict"] for line in found["lines"]] == ["kept", "dropped"]
    assert [d["file"] for d in found["diagnostics"]] == [csv.as_posix()]


def test_a_file_is_relative_to_the_folder_after_the_option(root: Path) -> None:
    ran = run("-C", root / "issues", "lint", "--reconcile", "../清单.xlsx", *DAY, folder=root.parent)
    assert (ran.code, "清单.xlsx:清单!A6" in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("none.xlsx", None),
        ("a.xls", b"\xd0\xcf\x11\xe0"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0"),
        ("b.xlsx", b"garbage"),
        ("c.csv", b"\xff\xff\xff"),
        ("d.csv", "甲,乙\n".encode()),
        ("e.yaml", b"list: []\n"),
        (INSPECTION, None),
    ],
)
def test_what_cannot_be_compared(root: Path, file: str, content: bytes | None) -> None:
    write(root, {file: content} if content else {})
    ran = reconciled(root, file=file)
    assert (ran.code, ran.out) == (2, "")
    assert "→" in ran.err or file == "none.xlsx"


def test_a_broken_issue_file_makes_the_picture_incomplete(root: Path) -> None:
    write(root, {"issues/demo/demo-05.yaml": "id: [\n"})
    ran = reconciled(root, "--fail-on", "never")
    assert ran.code == 1
    assert "issues/demo/demo-05.yaml" in ran.err
    assert "RL114" not in ran.out
    assert reconciled(root, "--inspection", "none").code == 2
