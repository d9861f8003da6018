"""The notice: computed numbers, statuses, honest statistics, clauses that are left out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from rectledger.errors import CannotRunError
from rectledger.facts.assess import assess
from rectledger.load.taking import take
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.ledger import Filed, Ledger
from rectledger.model.party import Party
from rectledger.model.settings import Settings
from rectledger.views.notice import Notice, notice_view
from rectledger.views.subject import subject_of
from rectledger.workdays import WorkingDays

DAY = date(2025, 11, 5)


def measure(identifier: str, *events: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": identifier, "text": f"做{identifier}", "events": list(events), **more}


def done(extent: str = "full") -> dict[str, Any]:
    return {"date": "2025-02-01", "event": "completed", "extent": extent, "left": "余项"}


def issue(number: int, *measures: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {"id": f"d-{number}", "heading": "h1", "serial": str(number), "title": f"问题之{number}", "owner": "office"}
    return {**base, "measures": list(measures), **more}


def view(
    issues: Sequence[dict[str, Any]], decimals: int = 1, headings: int = 1, count_omitted: str = "false", **words: Any
) -> Notice:
    inspection = {
        "id": "demo",
        "title": "专项巡察",
        "source": "party-inspection",
        "feedback": "2025-01-17",
        "headings": [{"id": f"h{n}", "text": f"标题{n}。"} for n in range(1, headings + 1)],
        **words.pop("inspection", {}),
        "notice": words,
    }
    settings = {
        "schema": "rectledger/1",
        "unit": "office",
        "policy": {"percent_decimals": str(decimals), "count_omitted": count_omitted},
    }
    office = take(Party, {"id": "office", "name": "第三办公室", "kind": "unit", "public": "某办"})
    ledger = Ledger(
        settings=take(Settings, settings),
        parties=(office,),
        inspections=(Filed("ledger/inspections/demo.yaml", take(Inspection, inspection)),),
        issues=tuple(Filed(f"issues/demo/{one['id']}.yaml", take(Issue, one)) for one in issues),
        working_days=WorkingDays(frozenset()),
    )
    return notice_view(subject_of(assess(ledger, DAY), "demo"))


def sentences(notice: Notice) -> list[str]:
    return [m.sentence for heading in notice.progress.headings for i in heading.issues for m in i.measures]


def test_statuses() -> None:
    records = [issue(1, measure("甲", done("partial"), title="大气。"), measure("乙", done()))]
    assert sentences(view(records, statuses="none")) == ["大气。做甲。", "做乙。"]
    assert sentences(view(records, statuses="titled")) == ["大气，阶段性完成。做甲。", "做乙。"]
    assert sentences(view(records, statuses="all")) == ["大气，阶段性完成。做甲。", "做乙。该项措施已完成。"]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"event": "deferred", "reason": "停工", "approved_by": "office"}, "已暂缓"),
        ({"event": "plan-changed", "request": "调整"}, "销号方案调整待批复"),
        ({"event": "plan-changed", "request": "调整", "decision": "approved"}, "销号方案已调整"),
        ({"event": "plan-changed", "request": "调整", "decision": "refused"}, "正在推进"),
    ],
)
def test_what_is_put_off_is_said_exactly(event: dict[str, Any], said: str) -> None:
    records = [issue(1, measure("甲", {"date": "2025-02-01", **event}, title="大气"))]
    assert sentences(view(records)) == [f"大气，{said}。做甲。"]


def test_the_only_measure_has_no_number() -> None:
    parts = [
        part.measures
        for part in view([issue(1, measure("甲")), issue(2, measure("甲"), measure("乙"))]).progress.headings[0].issues
    ]
    assert [[m.label for m in measures] for measures in parts] == [[""], ["（1）", "（2）"]]


def test_what_is_omitted_leaves_no_gap() -> None:
    omit = {"publish": {"omit": "true", "reason": "secret", "approved_by": "office"}}
    records = [issue(1, measure("甲"), **omit), issue(2, measure("乙"), heading="h2"), issue(3, heading="h2", **omit)]
    notice = view(records, headings=3, statistics="issues")
    shown = [(h.label, h.title, [i.number for i in h.issues]) for h in notice.progress.headings]
    assert shown == [("（一）", "标题2", [1]), ("（二）", "标题3", [])]
    assert "反馈的1个问题" in notice.progress.statistics


def test_what_is_omitted_is_counted_where_the_policy_says_so() -> None:
    omit = {"publish": {"omit": "true", "reason": "secret", "approved_by": "office"}}
    records = [issue(1, measure("甲", done()), heading="h2"), issue(2, measure("密"), measure("密", done()), **omit)]

    def sentence(level: str) -> str:
        return view(records, headings=2, count_omitted="true", statistics=level).progress.statistics

    assert sentence("headings").startswith("截至2025年11月5日，反馈的2类问题（含按规定不公开的1类），已完成1类，")
    assert sentence("issues").startswith("截至2025年11月5日，反馈的2个问题（含按规定不公开的1个），已完成1个，")
    assert sentence("measures").startswith("截至2025年11月5日，3项整改措施（含按规定不公开的2项），已完成2项，")
    assert "密" not in repr(view(records, headings=2, count_omitted="true"))


def test_an_issue_of_an_unknown_heading_is_not_dropped() -> None:
    notice = view([issue(1, measure("甲"), heading="h9"), issue(2, measure("乙"))])
    assert [(h.title, [i.number for i in h.issues]) for h in notice.progress.headings] == [("标题1", [1]), ("h9", [2])]


def test_statistics_name_their_level() -> None:
    records = [
        issue(1, measure("甲", done()), measure("乙", done("partial"))),
        issue(2, measure("丙", done()), events=[{"date": "2025-03-01", "event": "closed", "by": "office"}]),
        issue(3, measure("丁"), heading="h2"),
    ]

    def sentence(level: str) -> str:
        return view(records, headings=2, statistics=level).progress.statistics

    assert sentence("none") == ""
    assert sentence("headings") == "截至2025年11月5日，反馈的2类问题，已完成0类，阶段性完成1类，未启动1类，完成率0.0%。"
    assert sentence("issues") == (
        "截至2025年11月5日，反馈的3个问题，已完成1个（其中已销号1个），阶段性完成1个，未启动1个，完成率33.3%。"
    )
    assert sentence("measures") == (
        "截至2025年11月5日，4项整改措施，已完成2项，阶段性完成1项，未启动1项，完成率50.0%。"
    )


def test_what_was_withdrawn_is_not_counted_as_complete() -> None:
    closed = {"date": "2025-03-01", "event": "closed", "by": "office", "outcome": "withdrawn"}
    assert (
        "已完成0个，未启动1个"
        in view([issue(1, measure("甲"), events=[closed])], statistics="issues").progress.statistics
    )


def test_nothing_published_nothing_counted() -> None:
    assert view([], statistics="issues").progress.statistics == ""


def test_clauses_without_data_are_left_out() -> None:
    notice = view([])
    assert notice.preamble == "对某办开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。"
    assert (notice.contact, notice.date, notice.issuer) == ("", "2025年11月5日", "某办")
    assert (notice.organisation.label, notice.progress.label, notice.next_steps.label) == ("", "一、", "")


def test_clauses_with_data() -> None:
    more = {
        "authority": "office",
        "period": {"from": "2024-12-22", "to": "2025-01-09"},
        "handed_over": "《清单》。",
    }
    contact = {"phone": "1", "email": "a@b.c"}
    notice = view([], inspection=more, basis="工作安排。", contact=contact, next_steps=["巩固"], organisation=["部署"])
    assert notice.preamble == (
        "根据工作安排，2024年12月22日至2025年1月9日，某办对某办开展了专项巡察。"
        "2025年1月17日反馈意见，并移交《清单》。现将整改进展情况予以公布。"
    )
    assert notice.contact == "联系电话：1；电子邮件：a@b.c。"
    assert (notice.progress.label, notice.next_steps.label, notice.next_steps.paragraphs) == (
        "二、",
        "三、",
        ("巩固。",),
    )
    assert "第三办公室" not in repr(notice)


def test_an_inspection_that_is_not_there() -> None:
    empty = Ledger(take(Settings, {"schema": "rectledger/1", "unit": "office"}), (), (), (), WorkingDays())
    with pytest.raises(CannotRunError):
        subject_of(assess(empty, DAY), "demo")
