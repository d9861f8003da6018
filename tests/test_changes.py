"""What differs between two ledgers, in words: every kind of difference, and none where there is none."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rectledger.changes.values import plain
from rectledger.changes.wording import MOST_WORDS, Part, Wording
from rectledger.load.taking import take
from rectledger.messages import Language, catalogue
from rectledger.model.inspection import Inspection
from tests.ledgers import INSPECTION, ISSUE, PARTIES, SETTINGS, base_files
from tests.records import issue_data
from tests.revisions import compared, told

DONE = "{date: 2025-10-20, event: progress, note: 初稿已成}"
PAPERS = "{document: 示〔2025〕1号}, {document: 示〔2025〕2号}"
PROVED = f"{{date: 2025-11-01, event: completed, extent: full, evidence: [{PAPERS}]}}"
EXTENDED = "{date: 2025-11-01, event: extended, until: 2026-12-31, reason: 汛期, approved_by: lead}"
CALENDAR = "ledger/calendars/cn-2026.yaml"
CLOSED = "events: [{date: 2025-10-25, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}]\n"
TWO = "  - {id: air, text: 甲, due: 2026-06-30}\n  - {id: water, text: 乙, due: 2026-06-30}\n"

Case = tuple[str, str, str, tuple[str, str, str]]
CASES: list[Case] = [
    # file, what stands there, what stands there instead, what is told
    (ISSUE, DONE, f"{DONE}\n      - {{date: 2025-11-01, event: completed, extent: partial, left: 培训}}",
     ("1.1", "state", "正在推进 → 阶段性完成")),
    (ISSUE, DONE, f"{DONE}\n      - {PROVED}",
     ("1.1", "state", "正在推进 → 已完成（佐证 2 份）")),
    (ISSUE, "$", CLOSED, ("1", "state", "正在推进 → 已销号（佐证 1 份）")),
    (ISSUE, DONE, f"{DONE}\n      - {EXTENDED}",
     ("1.1", "extended", "时限 2026-06-30 → 2026-12-31（第 1 次延期，最多 2 次，张某某 批准：汛期）")),
    (ISSUE, "$", f"events: [{EXTENDED}]\n",
     ("1.1", "extended", "时限 2026-06-30 → 2026-12-31（第 1 次延期，最多 2 次，张某某 批准：汛期）")),
    (ISSUE, "$", f"events: [{EXTENDED.replace('11', '12', 1)}]\n",
     ("1", "event-added", "新记 2025-12-01 延期 至 2026-12-31；原因 汛期；批准 张某某")),
    (ISSUE, "due: 2026-06-30", "due: 2026-12-31", ("1.1", "due", "计划时限 2026-06-30 → 2026-12-31（不是延期）")),
    (ISSUE, "due: 2026-06-30", "due: 2026-06", ("1.1", "due", "计划时限 2026-06-30 → 2026-06（不是延期）")),
    (ISSUE, "owner: office", "owner: office\ndue: feedback+12m",
     ("1", "due", "计划时限 — → feedback+12m（不是延期）")),
    (ISSUE, "title: 会议记录不规范", "title: 会议记录很不规范", ("1", "title", "问题改了文字：会议记录{+很+}不规范")),
    (ISSUE, "修订会议制度", "修改会议制度", ("1.1", "text", "措施内容改了文字：修[-订-]{+改+}会议制度")),
    (ISSUE, "owner: office", "owner: finance", ("1", "owner", "责任单位（牵头）：示例局办公室 → 示例局财务科")),
    (ISSUE, "leader: lead\n", "", ("1", "leader", "责任领导：张某某 → —")),
    (ISSUE, "owner: office", "owner: office\nsupport: [finance, lead]",
     ("1", "support", "配合单位：— → 示例局财务科、张某某")),
    (ISSUE, "owner: office", "owner: office\nrequirement: phased", ("1", "requirement", "整改要求：— → 分阶段")),
    (ISSUE, "owner: office", "owner: office\npublish: {omit: true, reason: secret, approved_by: lead}",
     ("1", "publish", "是否公开：— → omit: true, reason: secret, approved_by: lead")),
    (ISSUE, "    text:", "    sustained: true\n    text:", ("1.1", "sustained", "长期坚持：false → true")),
    (ISSUE, "    text:", "    quota: {at_least: 2, per: year}\n    text:",
     ("1.1", "quota", "次数要求：— → at_least: 2, per: year")),
    (ISSUE, "$", "  - {id: air, text: 添置设备, due: 2026-06-30}\n", ("1.2", "measure-added", "新增措施：添置设备")),
    (ISSUE, DONE, f"{DONE}\n      - {{date: 2025-11-01, event: supervised, by: team, answer_by: 2025-11-20}}",
     ("1.1", "event-added", "新记 2025-11-01 督办 由 示例巡察组；限期答复 2025-11-20")),
    (ISSUE, f"    events:\n      - {DONE}\n", "", ("1.1", "event-removed", "删去记录 2025-10-20 进展 初稿已成")),
    (ISSUE, "初稿已成", "二稿已成",
     ("1.1", "event-edited", "改了 2025-10-20 的记录（进展），备注：初稿已成 → 二稿已成")),
    (ISSUE, "date: 2025-10-20", "date: 2025-09-20",
     ("1.1", "event-edited", "改了 2025-10-20 的记录（进展），日期：2025-10-20 → 2025-09-20")),
    (ISSUE, "初稿已成}", "初稿已成, evidence: [{document: 示〔2025〕1号}]}",
     ("1.1", "evidence-added", "2025-10-20 的记录（进展）添了佐证 示〔2025〕1号")),
    (PARTIES, "name: 张某某", "name: 张三", ("lead", "party-renamed", "改名：张某某 → 张三")),
    (PARTIES, "$", "- {id: new, name: 新来的, kind: person}\n", ("new", "party-added", "新增 新来的")),
    (PARTIES, "- {id: finance, name: 示例局财务科, kind: section}\n", "",
     ("finance", "party-removed", "删去 示例局财务科")),
    (PARTIES, "public: 某企业", "public: 某公司", ("plant", "public", "公开名称改了文字：某[-企业-]{+公司+}")),
    (SETTINGS, "$", "policy: {max_extensions: 3}\n", ("ledger/ledger.yaml", "max_extensions", "延期次数上限：2 → 3")),
    (SETTINGS, "$", "policy: {four_eyes: false}\n", ("ledger/ledger.yaml", "four_eyes", "办销分离：true → false")),
    (SETTINGS, "$", "rules: {RL301: 'off'}\n", ("ledger/ledger.yaml", "rules", "规则 RL301：— → 不报告")),
    (SETTINGS, "unit: office", "unit: finance",
     ("ledger/ledger.yaml", "unit", "整改单位：示例局办公室 → 示例局财务科")),
    (INSPECTION, "{due: feedback+3m, done: 2025-04-10}", "{due: feedback+6m}",
     ("clock.concentrated", "clock", "集中整改期：feedback+3m = 2025-04-17; 2025-04-10 → feedback+6m = 2025-07-17")),
    (INSPECTION, "  plan: {due: feedback+15wd, done: 2025-02-08}\n", "",
     ("clock.plan", "clock", "整改方案：feedback+15wd = 2025-02-13; 2025-02-08 → —")),
    (INSPECTION, "会议制度执行不到位", "会议制度执行不够到位",
     ("h1", "heading", "反馈问题改了文字：会议制度执行不{+够+}到位")),
    (INSPECTION, "notice:", "  - {id: h2, text: 监督不力}\nnotice:", ("h2", "heading-added", "新增反馈问题：监督不力")),
    (INSPECTION, "title: 专项巡察", "title: 专项督察", ("demo", "title", "名称改了文字：专项[-巡-]{+督+}察")),
    (INSPECTION, "phone: 000-0000000", "phone: 000-1111111", ("demo", "phone", "联系电话：000-0000000 → 000-1111111")),
    (INSPECTION, "[继续推进尚未完成的整改。]", "[继续推进。]",
     ("demo", "next_steps", "下一步：继续推进尚未完成的整改。 → 继续推进。")),
]  # fmt: skip


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The base ledger with a text put in another's place; `$` is the file's end."""
    files = base_files()
    if old == "$":
        return files | {file: files[file] + new}
    assert files[file].count(old) == 1, old
    return files | {file: files[file].replace(old, new)}


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES, ids=[f"{n}-{c[3][1]}" for n, c in enumerate(CASES)])
def test_difference(file: str, old: str, new: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(base_files(), changed(file, old, new))
    assert told(changed(file, old, new), base_files())


def test_an_event_alone_is_one_difference() -> None:
    assert len(told(base_files(), changed(ISSUE, "初稿已成", "二稿已成"))) == 1


def with_measures(measures: str) -> dict[str, str]:
    text = base_files()[ISSUE]
    return base_files() | {ISSUE: text[: text.index("  - id: rules")] + measures}


def test_measures_gone_and_in_another_order() -> None:
    first, second = TWO.splitlines(keepends=True)
    assert told(with_measures(TWO), with_measures(second)) == [("demo-01/air", "measure-removed", "删去措施：甲")]
    expected = ("1", "measures-reordered", "措施顺序变了，编号随之变动：air、water → water、air")
    assert told(with_measures(TWO), with_measures(second + first)) == [expected]


def test_evidence_gone_and_changed() -> None:
    def proved(pieces: str) -> dict[str, str]:
        return changed(ISSUE, "初稿已成}", f"初稿已成, evidence: [{pieces}]}}")

    old = proved(f"{{file: evidence/a.pdf, sha256: {'a' * 64}}}, {{document: 示〔2025〕1号}}")
    gone, other = proved("{document: 示〔2025〕1号}"), old[ISSUE].replace("a" * 64, "b" * 64)
    assert told(old, gone) == [
        ("1.1", "evidence-removed", "2025-10-20 的记录（进展）少了佐证 evidence/a.pdf"),
    ]
    moved, noted = old[ISSUE].replace("/a.pdf", "/甲.pdf"), old[ISSUE].replace("1号}", "1号, note: 原件}")
    assert told(old, old | {ISSUE: moved}) == [
        ("1.1", "evidence-changed", "2025-10-20 的记录（进展）的佐证换了位置：evidence/a.pdf → evidence/甲.pdf"),
    ]
    assert told(old, old | {ISSUE: noted}) == [
        ("1.1", "evidence-changed", "2025-10-20 的记录（进展）的佐证 示〔2025〕1号，备注：— → 原件"),
    ]
    assert told(old, old | {ISSUE: other}) == [
        ("1.1", "evidence-changed", "2025-10-20 的记录（进展）的佐证 evidence/a.pdf 变了 aaaaaaaaaaaa → bbbbbbbbbbbb"),
    ]


def test_issues_and_inspections_come_and_go() -> None:
    files = base_files()
    more = files | {"issues/demo/demo-02.yaml": files[ISSUE].replace("demo-01", "demo-02")}
    assert told(files, more) == [("2", "issue-added", "新增问题（措施 1 项）：会议记录不规范")]
    assert told(more, files) == [("demo-02", "issue-removed", "删去问题（措施 1 项）：会议记录不规范")]
    second = files | {"ledger/inspections/other.yaml": files[INSPECTION].replace("id: demo", "id: other")}
    assert told(files, second) == [("other", "inspection-added", "新增巡察/督察：专项巡察")]
    assert told(second, files) == [("other", "inspection-removed", "删去巡察/督察：专项巡察")]


def test_what_came_says_what_its_file_says() -> None:
    record = {"id": "other", "title": "专项巡察", "source": "audit", "feedback": "2025-01-17", "headings": []}
    assert plain(take(Inspection, record)) == {**record, "headings": None}


def test_headings_gone_and_in_another_order() -> None:
    two = changed(INSPECTION, "notice:", "  - {id: h2, text: 监督不力}\nnotice:")
    text = two[INSPECTION]
    first = "  - {id: h1, text: 会议制度执行不到位}\n"
    swapped = text.replace(first, "").replace("notice:", f"{first}notice:")
    assert told(two, base_files()) == [("h2", "heading-removed", "删去反馈问题：监督不力")]
    expected = ("demo", "headings-reordered", "反馈问题顺序变了，编号随之变动：h1、h2 → h2、h1")
    assert told(two, two | {INSPECTION: swapped}) == [expected]


def test_an_issue_is_the_same_in_another_file() -> None:
    files = base_files()
    moved = {path: text for path, text in files.items() if path != ISSUE}
    moved["issues/demo/elsewhere.yaml"] = files[ISSUE].replace("不规范", "很不规范")
    assert told(files, moved) == [
        ("1", "file", "文件移动：issues/demo/demo-01.yaml → issues/demo/elsewhere.yaml"),
        ("1", "title", "问题改了文字：会议记录{+很+}不规范"),
    ]


def test_an_inspection_is_the_same_in_another_file() -> None:
    files = base_files()
    moved = {path: text for path, text in files.items() if path != INSPECTION}
    moved["ledger/inspections/other.yaml"] = files[INSPECTION]
    assert told(files, moved)[0] == ("demo", "file", f"文件移动：{INSPECTION} → ledger/inspections/other.yaml")


def test_a_calendar_of_its_own() -> None:
    own = base_files() | {CALENDAR: "year: 2026\nholidays: [2026-03-02]\n"}
    assert told(base_files(), own) == [("ledger/ledger.yaml", "calendar", "2026 年的工作日历变了")]


@pytest.mark.parametrize(("before", "after", "side"), [
    ("id: [\n", None, "从前的读不了，无从比较"),
    (None, "id: [\n", "现在的读不了，无从比较"),
    ("id: [\n", "id: {\n", "前后都读不了，无从比较"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_is_named(before: str | None, after: str | None, side: str) -> None:
    old, new = (base_files() | ({ISSUE: text} if text else {}) for text in (before, after))
    assert told(old, new) == [(ISSUE, "unreadable", side)]


def test_what_is_unreadable_in_both_and_the_same_is_no_difference() -> None:
    broken = base_files() | {ISSUE: "id: [\n"}
    assert told(broken, broken) == []


def test_order_and_layout_are_no_difference() -> None:
    lines = base_files()[ISSUE].splitlines(keepends=True)
    text = "".join([*lines[2:5], lines[1], lines[0], *lines[5:]]).replace(DONE, DONE.replace(", ", ",  "))
    assert told(base_files(), base_files() | {ISSUE: f"# 备注\n{text}"}) == []


def test_events_in_another_order_are_no_difference() -> None:
    second = "{date: 2025-10-21, event: progress, note: 二稿}"
    one = changed(ISSUE, DONE, f"{DONE}\n      - {second}")
    other = changed(ISSUE, DONE, f"{second}\n      - {DONE}")
    assert told(one, other) == []


def test_english() -> None:
    found = told(base_files(), changed(ISSUE, "title: 会议记录不规范", "title: 会议记录乱"), Language.EN)
    assert found == [("1", "title", "title reworded: 会议记录[-不规范-]{+乱+}")]


def test_every_kind_of_difference_is_tested() -> None:
    kinds = {case[3][1] for case in CASES} | {
        "issue-added", "issue-removed", "measure-removed", "measures-reordered", "evidence-removed",
        "evidence-changed", "inspection-added", "inspection-removed", "heading-removed", "headings-reordered",
        "file", "calendar", "unreadable",
    }  # fmt: skip
    words = {key.split(".")[1] for key in catalogue() if key.startswith("change.")} - {"key", "field", "reworded"}
    assert words <= kinds


@given(issue_data())
def test_nothing_differs_from_itself(data: Mapping[str, Any]) -> None:
    files = base_files() | {ISSUE: yaml.safe_dump(data, allow_unicode=True)}
    assert compared(files, files) == []


@given(issue_data(), issue_data())
def test_what_differs_is_told(one: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    before, after = (base_files() | {ISSUE: yaml.safe_dump(data, allow_unicode=True)} for data in (one, other))
    found = compared(before, after)
    assert bool(found) == (events_sorted(one) != events_sorted(other))


def events_sorted(data: Mapping[str, Any]) -> Any:
    """An issue's data without what has no meaning: the order of events, defaults."""
    measures = [{**m, "events": sorted(map(meaning, m["events"]))} for m in data["measures"]]
    return [data["title"], measures, sorted(map(meaning, data["events"]))]


def meaning(event: Mapping[str, Any]) -> str:
    return str(sorted(event.items()))


@given(st.text("甲乙ab ，", max_size=12), st.text("甲乙ab ，", max_size=12))
def test_both_texts_come_back_from_the_marked_words(before: str, after: str) -> None:
    parts = list(Wording(before, after).parts())
    assert "".join(part.before for part in parts) == before
    assert "".join(part.after for part in parts) == after


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    before, after = "甲乙" * MOST_WORDS, "甲丙" * MOST_WORDS
    assert list(Wording(before, after).parts()) == [Part(before, after)]
