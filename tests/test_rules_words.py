"""The rules on the words of the notice: what they find, and the false friends that they leave alone."""

import json
from datetime import date

import pytest

from rectledger.diagnostics import Diagnostic
from rectledger.facts.document_number import misbracketed
from rectledger.facts.personal import masked, personal_data
from rectledger.facts.residue import garbage
from rectledger.messages import Language, hint, say
from tests.ledgers import DAY, INSPECTION, ISSUE, PARTIES, base_files, diagnostics

PROGRESS = "{date: 2025-10-20, event: progress, note: 初稿已成}"
DONE = "{date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办〔2025〕1号}]}"
PARTIAL = "{date: 2025-10-20, event: completed, extent: partial, left: 培训, evidence: [{document: 示办〔2025〕1号}]}"
MOVED = "{date: 2025-10-20, event: transferred, to: receiver, document: 示办〔2025〕1号}"
DEFERRED = "{date: 2025-10-20, event: deferred, reason: 停工, approved_by: lead}"
REQUESTED = "{date: 2025-10-25, event: closure-requested, by: office}"
CLOSED = "{date: 2025-10-30, event: closed, by: team, evidence: [{document: 示办〔2025〕2号}]}"


def issue(
    public: str | None = None,
    *events: str,
    text: str = "修订会议制度",
    title: str = "会议记录不规范",
    of_issue: tuple[str, ...] = (),
    more: str = "",
    name: str = "demo-01",
) -> str:
    words = f"    text: {json.dumps(text, ensure_ascii=False)}\n"
    if public is not None:
        words += f"    public: {json.dumps(public, ensure_ascii=False)}\n"
    own = "".join(f"      - {event}\n" for event in events or (PROGRESS,))
    closing = "".join(f"  - {event}\n" for event in of_issue)
    return (
        f"id: {name}\nheading: h1\ntitle: {json.dumps(title, ensure_ascii=False)}\nleader: lead\nowner: office\n"
        f"measures:\n  - id: rules\n{words}    due: 2026-06-30\n{more}    events:\n{own}events:\n{closing}"
    )


def found(text: str, day: date = DAY, **files: str) -> list[Diagnostic]:
    """What is found of RL5 in an issue's file, with other files replaced by their last name."""
    named = {"parties": PARTIES, "inspection": INSPECTION}
    replaced = {named[name]: content for name, content in files.items()}
    everything = diagnostics({**base_files(), ISSUE: text, **replaced}, day)
    return [d for d in everything if d.code.startswith("RL5")]


def codes(text: str, day: date = DAY, **files: str) -> list[str]:
    return [d.code for d in found(text, day, **files)]


def inspection(**words: object) -> str:
    """The base inspection with other words of the notice; `None` leaves a key out."""
    head, _, notice = base_files()[INSPECTION].partition("notice:\n")
    kept = [line for line in notice.splitlines() if line.strip().partition(":")[0] not in words]
    new = [f"  {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in words.items() if value is not None]
    return head + "notice:\n" + "\n".join([*kept, *new]) + "\n"


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("今年已修订制度", ["2025年"]),
        ("今年以来修订制度", ["2025年"]),
        ("去年下半年起修订制度", ["2024年下半年"]),
        ("制度明年上半年施行", ["2026年上半年"]),
        ("工程已立项，下半年实施", ["2025年下半年"]),
        ("修订列入本年度计划", ["2025年度"]),
        ("本季度印发制度", ["2025年第四季度"]),
        ("本月印发，下月施行", ["2025年11月", "2025年12月"]),
        ("上个月已印发制度", ["2025年10月"]),
        ("目前批复未下达", ["截至2025年11月5日"]),
        ("截至目前，批复未下达", ["截至2025年11月5日"]),
        ("到目前为止批复未下达", ["截至2025年11月5日"]),
        ("2023年督察反馈后，下半年修订制度", ["2025年下半年"]),
        ("今年修订，今年印发", ["2025年"]),
    ],
)
def test_relative_times_and_what_they_are_on_the_day_of_the_notice(text: str, hints: list[str]) -> None:
    assert [(d.code, d.values["absolute"]) for d in found(issue(text))] == [("RL502", form) for form in hints]


@pytest.mark.parametrize("word", ["近期", "近日"])
def test_nobody_can_say_when_lately_was(word: str) -> None:
    assert [d.key for d in found(issue(f"制度{word}已印发"))] == ["RL502.open"]


def test_without_a_date_of_the_notice_nothing_is_computed() -> None:
    assert [d.key for d in found(issue("今年已修订制度"), inspection=inspection(date=None))] == ["RL502.open"]


@pytest.mark.parametrize(
    "text",
    [
        "于2025年下半年组织实施",
        "2025年度下半年组织实施",
        "2025年上半年和下半年各修订制度",
        "2025年上半年拟稿，下半年印发制度",
        "每年上半年、下半年修订制度",
        "每月5日前报送上月台账",
        "历年台账已核对，每年核对制度",
        "项目前期工作和栏目前置审核写入制度",
        "如今年轻干部参与修订制度",
        "设施至今年久失修，写入制度",
        "按中远期规划修订制度",
        "按近期目标和远期目标修订制度",
        "临近期满时修订制度",
        "印发《今年重点工作制度》",
        "对照“目前存在差距”的意见修订制度",
        "科目前后一致，文明年度评选制度印发",
        "以上月份的台账纳入制度",
    ],
)
def test_times_that_mean_the_same_on_every_day(text: str) -> None:
    assert codes(issue(text)) == []


def test_headings_are_the_inspectors_words_and_all_others_are_ours() -> None:
    other = base_files()[INSPECTION].replace("会议制度执行不到位", "今年会议制度执行不到位")
    assert codes(issue(), inspection=other) == []
    words = inspection(basis="今年的安排", organisation=["目前已部署。"], next_steps=["明年继续推进。"])
    assert codes(issue(title="今年会议记录不规范"), inspection=words) == ["RL502"] * 4


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("修订制度,组织学习", "修订制度，组织学习"),
        ("问题7:2023年反馈的制度", "问题7：2023年反"),
        ("修订制度;组织学习", "修订制度；组织学习"),
        ("制度执行了没有?", "度执行了没有？"),
        ("修订制度(试行)", "修订制度（试行）"),
        ("挥发性有机物(VOCs)治理制度", "挥发性有机物（VOCs)治"),
        ("《排水规划(2021-2035)》制度", "《排水规划（2021-2"),
        ("修订制度.", "修订制度。"),
        ("“第一议题”:学习制度", "“第一议题”：学习制度"),
        ("修订制度,组织学习;检查", "修订制度，组织学习；检"),
    ],
)
def test_half_width_marks_beside_chinese(text: str, right: str) -> None:
    wanted = right.replace("VOCs)", "VOCs）")
    assert [(d.code, d.values["right"]) for d in found(issue(text))] == [("RL503", wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "8:30至12:00开放，制度印发",
        "罚款1,234.5元，制度印发",
        "PM2.5与COD, BOD(mg/L)监测制度",
        "见 https://example.org/制度?a=1 的制度",
        "1)修订制度",
        "1.修订制度",
        "比例为3:7的制度",
        "修订制度（试行）：分三步，先拟稿。",
        "等等...制度印发",
        "《排水规划（2021-2035）》制度",
    ],
)
def test_half_width_marks_where_they_belong(text: str) -> None:
    assert codes(issue(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("按益办发[2024]70号修订制度", "〔2024〕70号"),
        ("按益办发【2024】70号修订制度", "〔2024〕70号"),
        ("按益办发（2024）70号修订制度", "〔2024〕70号"),
        ("按益办发(2024)70号修订制度", "〔2024〕70号"),
        ("按益办发﹝2024﹞70号修订制度", "〔2024〕70号"),
        ("按益办发〔2024)70号修订制度", "〔2024〕70号"),
        ("按益办发［2024］第 70 号修订制度", "〔2024〕第70号"),
    ],
)
def test_document_numbers_in_other_brackets(text: str, right: str) -> None:
    assert [(d.code, d.values["right"]) for d in found(issue(text))] == [("RL504", right)]
    assert say("RL504", Language.ZH, {"found": "x"}).endswith("“x”")


@pytest.mark.parametrize("opening", "[［【(（﹝〔〈<{")
def test_document_numbers_in_every_pair_of_brackets(opening: str) -> None:
    right = [closing for closing in "]］】)）﹞〕〉>}" if not list(misbracketed(f"示办发{opening}2024{closing}70号"))]
    assert right == (["〕"] if opening == "〔" else [])


@pytest.mark.parametrize(
    "text",
    [
        "按益办发〔2024〕70号修订制度",
        "《排水规划（2021-2035）》制度",
        "（2024）湘01民初12号案件制度",
        "会议（2024年）3号文件制度",
        "一期（2024）3号楼制度",
        "《清单（第二批）》70号制度",
        "155号制度",
        "（2024）制度",
    ],
)
def test_what_is_no_document_number_in_other_brackets(text: str) -> None:
    assert codes(issue(text)) == []


def test_document_numbers_of_events_evidence_and_limits() -> None:
    event = (
        "{date: 2025-10-20, event: progress, note: 见(2025)1号, document: 示办(2025)2号,"
        " evidence: [{document: 示办(2025)3号}]}"
    )
    clock = base_files()[INSPECTION].replace("done: 2025-02-08", "done: 2025-02-08, document: 示办(2025)4号")
    of_issue = ("{date: 2025-10-21, event: supervised, by: lead, document: 示办(2025)5号}",)
    every = found(issue(None, event, of_issue=of_issue), inspection=clock)
    assert [(d.code, d.values["right"]) for d in every] == [("RL504", f"〔2025〕{n}号") for n in (2, 3, 5, 4)]


@pytest.mark.parametrize(
    ("text", "residue"),
    [
        ("[bookmark: _GoBack]修订制度", "[bookmark: _GoBack]"),
        ("修订_GoBack制度", "_GoBack"),
        ('HYPERLINK "制度"', 'HYPERLINK "'),
        ("PAGEREF _Toc12345678 制度", "PAGEREF 、_Toc12345678"),
        ("见错误!未找到引用源的制度", "错误!未找到引用源"),
        ("Error! Reference source not found. 制度", "Error! Reference"),
        ("制度{ PAGE }印发", "{ PAGE }"),
        ("制度\ufffc印发", "U+FFFC"),
        ("制度\ufffd印发", "U+FFFD"),
        ("\uf0b7修订制度", "U+F0B7"),
        ("修订&nbsp;制度", "&nbsp;"),
    ],
)
def test_residue_of_a_word_processor(text: str, residue: str) -> None:
    only = [d for d in found(issue(text)) if d.code == "RL505"]
    assert [d.values["found"] for d in only] == [residue]


def test_a_bookmark_without_its_end_is_told_up_to_a_length() -> None:
    assert garbage(f"修订[bookmark:{'会' * 1000}") == [f"[bookmark:{'会' * 400}"]
    assert garbage(f"修订[bookmark:{'会' * 400}]制度") == [f"[bookmark:{'会' * 400}]"]


@pytest.mark.parametrize(
    "text",
    [
        "修订PAGE页制度",
        "HYPERLINK制度",
        "书签制度[1]",
        "{制度}",
        "错误！已改正制度",
        "bookmark制度",
        "A_B制度",
        "REF-12制度",
    ],
)
def test_what_is_no_residue(text: str) -> None:
    assert codes(issue(text)) == []


@pytest.mark.parametrize("code", ["00A0", "00AD", "200B", "200D", "200E", "202E", "2060", "FEFF"])
def test_characters_that_nobody_sees(code: str) -> None:
    character = chr(int(code, 16))
    every = found(issue(f"修订{character}会议{character}制度"))
    assert [(d.code, d.values["character"], d.values["around"]) for d in every] == [
        ("RL506", f"U+{code}", "修订␣会议制度")
    ]


@pytest.mark.parametrize(
    "text", ["修订 制度", "修订\u3000制度", "修订－制度", "VOCs 制度", "修订…制度", "①制度", "℃制度", "10㎡制度"]
)
def test_characters_that_are_seen(text: str) -> None:
    assert codes(issue(text)) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("已完成。制度开始执行。", (PROGRESS,)),
        ("该问题已完成整改，制度开始执行。", (PROGRESS,)),
        ("该项措施已全部完成，制度开始执行。", (PARTIAL,)),
        ("制度修订滞后，已完成。", (PROGRESS,)),
        ("制度修订滞后，阶段性完成。其余推进。", (PROGRESS,)),
        ("整改到位。", (PARTIAL,)),
        ("修订制度。现已整改到位。", (PROGRESS,)),
        ("修订制度。已销号。", (DONE,)),
        ("已移交。", (PROGRESS,)),
        ("已完成整改。", (DEFERRED,)),
    ],
)
def test_texts_that_are_ahead_of_the_state(text: str, events: tuple[str, ...]) -> None:
    assert codes(issue(text, *events)) == ["RL507"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("已完成。制度开始执行。", (DONE,)),
        ("阶段性完成。", (PARTIAL,)),
        ("基本完成整改，其余推进。", (DONE,)),
        ("已移交。", (MOVED,)),
        ("已完成。", (MOVED,)),
        ("某公司的改造已经完成，系统配套到位；相关问题已被立案查处，整改到位。", (PROGRESS,)),
        ("某公司完成尾气改造；对有关问题已立案查处并整改到位。", (PROGRESS,)),
        ("已完成《管理办法》修订并印发。", (PROGRESS,)),
        ("已完成80%的制度修订。", (PROGRESS,)),
        ("任务已完成的，适时“回头看”，制度照旧。", (PROGRESS,)),
        ("确保整改到位，修订制度。", (PROGRESS,)),
        ("一是修订制度，已完成。二是组织培训，继续推进。", (PROGRESS,)),
        ("2024年11月，风险管控措施落实完成。", (PROGRESS,)),
        ("已移交案件3起，制度印发。", (PROGRESS,)),
        ("尚未完成整改。", (PROGRESS,)),
    ],
)
def test_texts_that_claim_no_more_than_the_state(text: str, events: tuple[str, ...]) -> None:
    assert codes(issue(text, *events)) == []


def test_claims_about_an_issue_that_is_closed_or_asked_to_be() -> None:
    assert codes(issue("已销号。", DONE, of_issue=(REQUESTED,))) == ["RL507"]
    assert codes(issue("已销号。", DONE, of_issue=(REQUESTED, CLOSED))) == []
    assert codes(issue("已完成整改。", DONE, of_issue=(REQUESTED,))) == []


def test_a_measure_is_not_as_far_as_its_issue() -> None:
    second = f"  - id: train\n    text: 组织培训\n    events:\n      - {PARTIAL}\nevents:\n"
    head, _, _ = issue("阶段性完成。").rpartition("events:\n")
    assert codes(head + second) == ["RL507"]


@pytest.mark.parametrize(
    ("title", "ahead"),
    [
        ("会议记录不规范（已完成）", True),
        ("会议记录不规范，已销号", True),
        ("会议记录不规范——阶段性完成", True),
        ("整改任务未全部完成", False),
        ("部分整改虽称已完成，实际没有落实", False),
        ("已完成项目的档案不规范", False),
        ("虚报已完成", False),
        ("移交手续不全", False),
    ],
)
def test_a_title_claims_what_stands_behind_a_mark_at_its_end(title: str, ahead: bool) -> None:
    assert codes(issue(title=title)) == (["RL507"] if ahead else [])
    assert codes(issue(more=f"    title: {title}\n")) == (["RL507"] if ahead else [])


@pytest.mark.parametrize(
    "text",
    [
        "正在修订制度。",
        "初稿已拟，正在征求意见。",
        "拟于年底修订制度。",
        "经评估拟暂缓修订。",
        "制度修订推进中。",
        "计划于年底印发制度。",
        "将于年底印发制度。",
        "拟组织修订制度。",
    ],
)
def test_texts_that_are_behind_the_state(text: str) -> None:
    assert codes(issue(text, DONE)) == ["RL508"]
    assert codes(issue(text)) == []
    assert codes(issue(text, DONE, more="    sustained: true\n")) == []
    assert codes(issue(text, DONE, more="    quota: {at_least: 1, per: year, from: 2026-01-01}\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "将会议纪律纳入必学内容，制度印发。",
        "对正在施工的工地加强巡查，制度印发。",
        "模拟演练，草拟制度。",
        "对拟处罚案件集体审议，制度印发。",
        "印发《正在推进事项制度》。",
        "下一步将于每季度通报，正在细化表格。",
        "原正在修订，已全部完成，制度印发。",
        "年度计划在会上通过，制度印发。",
        "正在修订的制度已完成。",
        "将继续巩固，制度印发。",
    ],
)
def test_texts_that_are_not_behind_the_state(text: str) -> None:
    assert codes(issue(text, DONE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "共发出整改通知13份。",
        "2025年已召开2次专题党组会，记录规范。",
        "已培训三期八十六人，制度印发。",
        "累计开展检查5次。",
        "先后约谈12次，督促整改。",
        "开展两轮排查，修订制度。",
        "应急演练已开展3次。",
        "举办培训班2期。",
    ],
)
def test_numbers_without_papers(text: str) -> None:
    assert codes(issue(text)) == ["RL509"]
    assert codes(issue(text, DONE)) == []
    assert codes(issue(text, PROGRESS.replace("}", ", counts: 13}"))) == []
    assert codes(issue(text, PROGRESS.replace("}", ", counts: 1}"))) == ["RL509"]
    assert codes(issue(text, PROGRESS.replace("}", ", document: 示办〔2025〕1号}"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "每年至少两次专题研究意识形态工作。",
        "党员大会每季度至少召开1次。",
        "案情复杂的，可依法延期2次。",
        "每月调度一次进展并通报结果。",
        "开展第2次检查，修订制度。",
        "园区管网二期已组织实施。",
        "防治二次污染，组织学习制度。",
        "检查不少于5次，写入制度。",
        "计划召开会议3次，写入制度。",
        "召开一次专题会议。",
        "记录24小时内签字，制度印发。",
        "首次召开会议，分两期组织实施制度。",
        "印发《召开3次会议制度》。",
    ],
)
def test_numbers_that_claim_nothing(text: str) -> None:
    assert codes(issue(text)) == []


def test_the_words_of_a_plan_report_only_what_they_say_has_happened() -> None:
    assert codes(issue(text="召开2次专题会议")) == []
    assert codes(issue(text="已召开2次专题会议")) == ["RL509"]


@pytest.mark.parametrize(
    "text",
    [
        "进一步加强组织领导，狠抓落实。",
        "不断提高思想认识。",
        "持续深化作风建设，切实加强监督。",
        "高度重视，认真落实整改要求。",
        "大力推进作风转变。",
        "加大力度，常抓不懈。",
        "切实履行主体责任。",
        "进一步提升执法素养。",
    ],
)
def test_commitments_with_nothing_to_check(text: str) -> None:
    assert codes(issue(text=text)) == ["RL510"]
    assert codes(issue(text=text, more="    quota: {at_least: 1, per: year, from: 2026-01-01}\n")) == []
    assert codes(issue(text=text, more="    title: 修订会议制度\n")) == []
    assert codes(issue(text=text) + "standard: 考核合格\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "进一步加强管理，建立台账。",
        "每年至少两次专题研究，持续深化常态化管理。",
        "高度重视，第一时间印发方案。",
        "不断提高认识，组织学习《管理办法》。",
        "切实加强巡查，11月底前拆除围挡。",
        "持续推进雨污分流工程。",
        "进一步完善长效机制。",
        "加强队伍建设。",
        "加大力度，检查企业三家。",
    ],
)
def test_commitments_that_can_be_checked(text: str) -> None:
    assert codes(issue(text=text)) == []


@pytest.mark.parametrize(
    ("text", "shown", "line"),
    [
        ("联系张某13800138000办理", "138****8000", "联系张某138****8000办理"),
        ("联系张某138 0013 8000办理", "138****8000", "联系张某138******8000办理"),
        ("联系张某138-0013-8000办理", "138****8000", "联系张某138******8000办理"),
        ("联系张某１３８００１３８０００办理", "138****8000", "联系张某１３８****８０００办理"),
        ("联系张某+8613800138000办理", "138****8000", "联系张某+86*******8000办理"),
        ("张某11010519491231002X参与", "110105**********2X", "张某110105**********2X参与"),
        ("张某11010519491231002x参与", "110105**********2X", "张某110105**********2x参与"),
        ("退回6222021234567890128账户", "6222***********0128", "退回6222***********0128账户"),
        ("退回6222 0212 3456 7890 128账户", "6222***********0128", "退回6222*************** 128账户"),
        ("寄zhang.san@example.com收", "z***@example.com", "寄z********@example.com收"),
    ],
)
def test_personal_data_is_found_and_not_repeated(text: str, shown: str, line: str) -> None:
    every = found(issue(f"{text}，修订制度"))
    assert [(d.code, d.values["shown"]) for d in every] == [("RL511", shown)]
    assert [datum.masked for datum in personal_data(text)] == [shown]
    assert masked(text) == line
    assert list(personal_data(masked(text))) == []
    said = say("RL511", Language.ZH, every[0].values) + hint("RL511", Language.EN, every[0].values)
    assert list(personal_data(said)) == []


@pytest.mark.parametrize(
    "text",
    [
        "拨打12345办理",
        "拨打0737-6100771办理",
        "统一社会信用代码91430900MA4L1234XX",
        "张某110105194912310021参与",
        "张某110105194913310026参与",
        "账户6222021234567890120",
        "投资13800138000元",
        "代码2020-430903-77-03-012345",
        "圆周率3.14159265358",
        "益办发〔2024〕70号",
        "编号138001380001",
        "占地15000000000平方米",
    ],
)
def test_numbers_that_are_nobodys(text: str) -> None:
    assert codes(issue(f"{text}，修订制度")) == []


def test_what_the_notice_gives_as_its_contact_is_published_on_purpose() -> None:
    words = inspection(contact={"phone": "138 0013 8000", "email": "Office@example.org"})
    text = "来电13800138000或来信office@example.org索取制度"
    assert codes(issue(text), inspection=words) == []
    assert codes(issue(text)) == ["RL511"]
    other = inspection(contact={"mail": "示例路1号张某13800138000收"})
    assert codes(issue(), inspection=other) == ["RL511"]


def test_notes_are_not_published_and_neither_is_an_omitted_issue() -> None:
    assert codes(issue(None, PROGRESS.replace("初稿已成", "电13800138000"))) == []
    omitted = issue("电13800138000，制度印发") + "publish: {omit: true, reason: other, approved_by: lead}\n"
    assert codes(omitted) == []


def parties(*names: str) -> str:
    lines = base_files()[PARTIES].splitlines()
    kept = "\n".join(line for line in lines if line.startswith("- {")) + "\n"
    return kept + "".join(
        f"- {{id: firm{n}, name: 第{n}家{'甲乙丙丁戊'[n]}厂, kind: company, public: {name}}}\n"
        for n, name in enumerate(names)
    )


@pytest.mark.parametrize(
    ("names", "support", "found_at"),
    [
        (("某企业", "某企业"), "[firm0, firm1]", [("某企业甲", "某企业乙")]),
        (("某企业", "某企业", "某企业"), "[firm0, firm1, firm2]", [("某企业甲", "某企业乙"), ("某企业甲", "某企业丙")]),
        (("某企业", "某企业", "某企业"), "[firm0, firm2]", [("某企业甲", "某企业丙")]),
        (("某企业", "某企业"), "[firm0]", []),
        (("某企业", "某公司"), "[firm0, firm1]", []),
        (("某企业甲", "某企业乙"), "[firm0, firm1]", []),
        (("某企业", "某企业"), "[]", []),
    ],
)
def test_parties_that_a_reader_cannot_tell_apart(
    names: tuple[str, ...], support: str, found_at: list[tuple[str, str]]
) -> None:
    every = found(issue() + f"support: {support}\n", parties=parties(*names))
    assert [(d.code, d.values["one"], d.values["other"]) for d in every] == [("RL512", *pair) for pair in found_at]
    assert {d.file for d in every} <= {PARTIES}


def test_one_mask_in_two_issues_is_confusing_and_in_one_is_not() -> None:
    files = {**base_files(), PARTIES: parties("某企业", "某企业"), ISSUE: issue(title="某企业异味扰民")}
    assert diagnostics(files) == []
    second = {"issues/demo/demo-02.yaml": issue(title="某企业噪声扰民", name="demo-02")}
    assert [d.code for d in diagnostics({**files, **second})] == ["RL512"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("反馈的7个问题全部认领。", "2"),
        ("反馈的三类问题全部认领。", "2"),
        ("细化为5项具体措施。", "2"),
        ("制定19项整改措施。", "2"),
        ("明确整改措施共3项。", "2"),
        ("反馈的7个方面问题全部认领。", "2"),
        ("问题整改有序，已完成2个。", "1"),
        ("整改完成率71.4%。", "50.0%"),
        ("截至2025年11月5日，整改任务阶段性完成3项。", "0"),
    ],
)
def test_figures_that_disagree(text: str, counted: str) -> None:
    assert figures(text) == [("RL513", counted)]


def figures(text: str, day: date = DAY, **words: object) -> list[tuple[str, object]]:
    """What is said of a figure in the paragraph about organisation; two headings, two issues, one complete."""
    files = {
        **base_files(),
        ISSUE: issue("制度修订完毕。", DONE),
        "issues/demo/demo-02.yaml": issue(name="demo-02").replace("heading: h1", "heading: h2"),
        INSPECTION: inspection(organisation=[text], **words),
    }
    return [(d.code, d.values.get("counted")) for d in diagnostics(files, day) if d.code.startswith("RL5")]


@pytest.mark.parametrize(
    "text",
    [
        "反馈的2个问题全部认领。",
        "反馈的两类问题全部认领。",
        "细化为2项具体措施。",
        "截至2025年11月5日，问题整改已完成1个，完成率50%。",
        "从四个方面组织落实。",
        "采取三项措施推进整改。",
        "2023年省督察反馈的12个问题一并整改。",
        "上一轮反馈的9个问题未反弹。",
        "立行立改问题已完成5个。",
        "问题整改已完成5个工地的巡查。",
        "截至2025年6月30日，问题整改已完成2个。",
        "考核完成率98%。",
        "印发《反馈的9个问题整改方案》。",
        "建立一套台账，召开三次会议。",
    ],
)
def test_figures_that_agree_or_are_about_something_else(text: str) -> None:
    assert figures(text) == []


def test_figures_of_a_notice_that_was_signed_before_the_day_are_those_of_then() -> None:
    assert figures("问题整改已完成2个。", date=None) == [("RL513", "1")]
    assert [code for code, _ in figures("问题整改已完成2个。", date="2025-10-10")] == []


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ({"date": "2025-10-19", "statuses": "all"}, True),
        ({"date": "2025-10-20", "statuses": "all"}, False),
        ({"date": "2025-10-19", "statuses": "titled"}, False),
        ({"date": "2025-10-19", "statuses": "none"}, False),
        ({"date": "2025-10-19", "statuses": "none", "statistics": "measures"}, True),
        ({"date": "2025-11-30", "statuses": "all"}, False),
        ({"date": None, "statuses": "all"}, False),
    ],
)
def test_a_notice_is_older_than_the_states_it_would_print(words: dict[str, str], changed: bool) -> None:
    assert codes(issue("制度修订完毕。", DONE), inspection=inspection(**words)) == (["RL514"] if changed else [])


def test_only_a_change_of_state_makes_a_notice_old() -> None:
    words = inspection(date="2025-10-21", statuses="all")
    assert codes(issue(None, PROGRESS, PROGRESS.replace("10-20", "10-30")), inspection=words) == []
    every = found(issue("制度修订完毕。", PROGRESS, DONE.replace("10-20", "10-30")), inspection=words)
    assert [(d.code, d.file, d.values["refs"]) for d in every] == [("RL514", INSPECTION, "1.1")]
    closing = inspection(date="2025-10-21", statuses="none", statistics="issues")
    assert codes(issue("制度修订完毕。", DONE, of_issue=(CLOSED,)), inspection=closing) == ["RL514"]


def test_the_words_found_are_shown_with_what_follows_them() -> None:
    (behind,) = found(issue("初稿已拟，正在征求意见，另行通知。", DONE))
    (vague,) = found(issue(text="进一步压实工作责任，抓好落实"))
    (count,) = found(issue("共发出整改通知13份；管网工程已经立项。"))
    assert [d.values["words"] for d in (behind, vague, count)] == [
        "正在征求意见",
        "进一步压实工作",
        "共发出整改通知13份",
    ]


def test_the_slips_of_a_real_notice_in_other_words() -> None:
    text = issue(
        "2.整改通知已发出13份，今年下半年实施改造。[bookmark: _GoBack]",
        title="问题7:督察指出的清泉厂整改迟缓",
    )
    words = inspection(next_steps=["盯住清泉厂的销号任务，完善制度。"])
    assert sorted(codes(text, inspection=words)) == ["RL501", "RL501", "RL502", "RL503", "RL505", "RL509"]
