"""The gate: no private name and no personal data gets out, and each is traced to where it came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.diagnostics import START_OF_FILE, Problem
from rectledger.facts.privacy import compatible
from rectledger.render.gate import leaked
from tests.ledgers import INSPECTION, ISSUE, base_files
from tests.papers import facts_of, paper, subject

TEMPLATE = "templates/notice.md.j2"
BETWEEN = (
    "",
    " ",
    "\u3000",
    "\n",
    "\n\n",
    "**",
    "\\_",
    "~~",
    " | ",
    "<b>",
    "</i>",
    "<!-- x -->",
    "](#a)",
    "[",
    "\u200b",
    "\u00ad",
    "\ufe0f",
)
SPELLINGS = ("清泉厂", "清泉污水处理厂")


def found(text: str, *changes: tuple[str, str]) -> list[Problem]:
    """What leaks from a text, the issue of the small ledger being changed."""
    files = base_files()
    for old, new in changes:
        files[ISSUE] = files[ISSUE].replace(old, new)
    return leaked(text, facts_of(files).ledger, TEMPLATE)


def gist(problems: list[Problem]) -> list[tuple[str, object, object]]:
    return [(p.file, p.at, p.values["sentence"]) for p in problems]


@given(st.sampled_from(SPELLINGS), st.lists(st.sampled_from(BETWEEN), min_size=6, max_size=6))
def test_a_name_gets_out_in_no_spelling(name: str, between: list[str]) -> None:
    split = "".join(letter + mark for letter, mark in zip(name, between, strict=False)) + name[len(between) :]
    (problem,) = found(f"督促{split}整改。")
    assert (problem.key, problem.values["name"]) == ("RL501.rendered", name)


@pytest.mark.parametrize("name", ["Ａ Ｂ＿Ｃ公司", "ab_c公司", "A**B\\_C**公司", "&#65;B_C公司", "AB_C公司"])
def test_width_case_entities_and_marks_of_the_name_itself(name: str) -> None:
    files = base_files()
    files["ledger/parties.yaml"] += "- {id: abc, name: AB_C公司, kind: company, public: 某公司}\n"
    assert [p.values["name"] for p in leaked(name, facts_of(files).ledger, TEMPLATE)] == ["AB_C公司"]


@pytest.mark.parametrize(
    "text", ['<a title="清泉厂">', "[见此](https://example.org/清泉厂)", "<清泉厂>", "![清泉厂](x)"]
)
def test_what_tags_and_links_hold_counts(text: str) -> None:
    assert [p.values["name"] for p in found(text)] == ["清泉厂"]


@pytest.mark.parametrize(
    "text",
    [
        "138**0013**8000",
        "1380013\n8000",
        "138\u200b00138000",
        "１３８００１３８０００",
        "138<b>0013</b>8000",
        "138\\_00138000",
    ],
)
def test_personal_data_gets_out_in_no_spelling(text: str) -> None:
    (problem,) = found(f"来电{text}。")
    assert (problem.key, problem.values["shown"]) == ("RL511.rendered", "138****8000")
    assert "0013" not in str(problem.values)


def test_figures_in_neighbouring_cells_are_no_number() -> None:
    assert found("| 138 | 0013 | 8000 |\n| 1 | 13800 |\n| 138000 | 2 |\n") == []


def test_each_hit_has_its_sentence() -> None:
    text = "一是清泉厂。二是整改；三是清泉\n厂，另有清泉污水处理厂。"
    assert gist(found(text)) == [
        (TEMPLATE, START_OF_FILE, "一是清泉厂。"),
        (TEMPLATE, START_OF_FILE, "三是清泉 厂，另有清泉污水处理厂。"),
        (TEMPLATE, START_OF_FILE, "厂，另有清泉污水处理厂。"),
    ]


def test_a_long_sentence_is_shown_around_the_name() -> None:
    (problem,) = found("甲" * 200 + "清泉厂" + "乙" * 200)
    assert problem.values["sentence"] == "甲" * 40 + "清泉厂" + "乙" * 37


def test_a_hit_leads_to_the_record_that_was_printed() -> None:
    files = base_files()
    files[ISSUE] = (
        files[ISSUE].replace("text: 修订会议制度", "text: 督促清 泉厂修订*制度*").replace("初稿已成", "清泉厂初稿已成")
    )
    files[INSPECTION] = files[INSPECTION].replace("立即部署", "对清泉厂立即部署")
    facts = facts_of(files)
    text = paper(subject(facts, "notice"), "notice") + "\n清泉厂监制\n"
    assert gist(leaked(text, facts.ledger, TEMPLATE)) == [
        (INSPECTION, ("notice", "organisation", 0), "收到反馈意见后，示例局对清泉厂立即部署整改。"),
        (ISSUE, ("measures", 0, "text"), "整改情况：督促清 泉厂修订制度。"),
        (TEMPLATE, START_OF_FILE, "清泉厂监制"),
    ]


def test_personal_data_leads_to_its_record() -> None:
    (problem,) = found("整改情况：请拨13800138000。", ("修订会议制度", "请拨13800138000"))
    assert (problem.file, problem.at) == (ISSUE, ("measures", 0, "text"))


def test_the_title_that_is_part_of_a_longer_text_is_not_blamed_for_it() -> None:
    problems = found("督促清泉厂整改。", ("title: 会议记录不规范", "title: 清泉厂"), ("修订会议制度", "督促清泉厂整改"))
    assert [p.at for p in problems] == [("measures", 0, "text")]


@given(text=st.text() | st.text("，：；！？（）％…\u3000１ａe\u0301①㎡甲, "))
def test_the_form_in_which_texts_are_compared_is_nfkc(text: str) -> None:
    assert compatible(text) == unicodedata.normalize("NFKC", text)
