"""Report, plan, ledger and the documents of one issue: figures that agree, nothing omitted that shows."""

import re
from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rectledger.errors import CannotRunError
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.facts.state import CLOSING, State
from rectledger.load.taking import take
from rectledger.model.issue import Issue
from rectledger.model.ledger import Filed
from rectledger.views.one_issue import closure_view, item_view
from rectledger.views.report import report_view
from rectledger.views.status import status
from rectledger.views.subject import subject_of
from rectledger.views.tables import CountRow, count_tables
from tests.ledgers import DAY, ISSUE, SETTINGS, base_files
from tests.papers import facts_of, paper, papers, subject, worked
from tests.program import REPOSITORY
from tests.records import issue_data

GOLDENS = REPOSITORY / "tests" / "goldens"
SECRET = """\
id: demo-02
heading: h1
title: 涉密的标题
requirement: dated
leader: lead
owner: finance
goal: 涉密的目标
standard: 涉密的标准
cause: 涉密的原因
also_checked: 涉密的排查
publish: {omit: true, reason: secret, approved_by: lead}
measures:
  - id: one
    title: 涉密的小标题
    text: 涉密的措施
    public: 涉密的文字
    due: 2025-10-31
    events:
      - {date: 2025-10-20, event: progress, note: 涉密的进展}
events:
  - {date: 2025-10-20, event: closure-requested, by: finance}
  - {date: 2025-10-21, event: closure-rejected, by: lead, reason: 涉密的理由}
"""
WITH_SECRET = {**base_files(), "issues/demo/demo-02.yaml": SECRET}


@pytest.mark.parametrize("name", ["item-notice", "report", "plan", "ledger", "closure", "warning-预警〔2025〕1号"])
def test_the_worked_documents_are_as_they_were(name: str, request: pytest.FixtureRequest) -> None:
    text = dict(papers(worked(), 4))[name]
    golden = GOLDENS / f"{name.partition('-预警')[0]}-2025-11-05.md"
    if request.config.getoption("--update-goldens", default=False):
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()


def test_the_report_counts_as_status_does() -> None:
    facts = worked()
    shown = status(facts).inspections[0]
    tables = {table.by: table.rows[-1] for table in count_tables(subject(facts, "report"))}
    for by, states, late in (
        ("反馈问题", shown.issue_states, shown.overdue_issues),
        ("整改要求", shown.issue_states, shown.overdue_issues),
        ("责任单位", shown.measure_states, len(shown.overdue)),
    ):
        assert _figures(tables[by]) == (*_by_state(states), late)
    assert len(report_view(subject(facts, "report")).late.rows) == len(shown.overdue)


def _by_state(states: Mapping[State, int]) -> tuple[int, ...]:
    done = sum(states.get(state, 0) for state in (State.COMPLETE, *CLOSING))
    others = (State.PARTIAL, State.IN_PROGRESS, State.NOT_STARTED, State.TRANSFERRED, State.DEFERRED)
    return (sum(states.values()), done, states.get(State.CLOSED, 0), *(states.get(state, 0) for state in others))


def _figures(row: CountRow) -> tuple[int, ...]:
    moving = (row.partial, row.in_progress, row.not_started)
    return (row.total, row.done, row.closed, *moving, row.transferred, row.deferred, row.overdue)


@given(st.lists(issue_data(), min_size=1, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4), st.booleans())
def test_every_table_adds_up(data: list[dict[str, object]], omitted: list[bool], counted: bool) -> None:
    """Rows add up to the total; with what is omitted the total is that of `status`."""
    issues = [
        {**one, "id": f"d-{n}", "publish": {"omit": str(hide).lower()}}
        for n, (one, hide) in enumerate(zip(data, omitted, strict=False))
    ]
    facts = _facts(issues, counted=counted)
    shown = status(facts).inspections[0]
    tables = count_tables(subject_of(facts, "demo"))
    visible = [
        one for one, hide in zip(facts.issues, sorted(omitted[: len(issues)]), strict=True) if counted or not hide
    ]
    for table in tables:
        *rows, total = map(_figures, table.rows)
        assert tuple(map(sum, zip(*rows, strict=True))) == total
        level = [m.state for i in visible for m in i.measures] if table.by == "责任单位" else [i.state for i in visible]
        assert total[:-1] == _by_state(Counter(level))
    if counted or not any(omitted[: len(issues)]):
        assert {table.rows[-1].total for table in tables} <= {shown.count, sum(shown.measure_states.values())}


def _facts(issues: list[dict[str, object]], *, counted: bool) -> Facts:
    """The small ledger with other issues."""
    ledger = facts_of(base_files()).ledger
    policy = replace(ledger.settings.policy, count_omitted=counted)
    settings = replace(ledger.settings, policy=policy)
    filed = tuple(Filed(f"issues/demo/{one['id']}.yaml", take(Issue, one)) for one in issues)
    return assess(replace(ledger, issues=filed, settings=settings), DAY)


@pytest.mark.parametrize("counted", [False, True])
def test_what_is_omitted_shows_in_no_document(counted: bool) -> None:
    settings = base_files()[SETTINGS] + f"policy: {{count_omitted: {str(counted).lower()}}}\n"
    found = dict(papers(facts_of({**WITH_SECRET, SETTINGS: settings}), 1))
    assert len(found) == 7
    assert [name for name, text in found.items() if "涉密" in text] == []
    assert ("另有1个问题按规定不列入" in found["ledger"]) is counted
    assert ("反馈的2个问题（含按规定不公开的1个）" in found["report"]) is counted
    assert ("| 按规定不公开 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 0.0% |" in found["report"]) is counted
    assert ("财务科" in found["report"]) is False


def test_a_letter_about_what_is_omitted_says_where_to_look() -> None:
    letter = next(paper for name, paper in papers(facts_of(WITH_SECRET), 1) if name.startswith("warning"))
    row = next(line for line in letter.splitlines() if line.startswith("| 2.1 "))
    assert row == (
        "| 2.1 | 内容不列明，见台账 | 内容不列明，见台账 | 示例局财务科 |  | 2025年10月31日 | 已逾期5天 | 正在推进 |"
    )


def test_the_closure_form_of_what_is_omitted_is_made_for_who_asks_and_the_item_notice_is_not() -> None:
    about = subject(facts_of(WITH_SECRET), "closure", 2)
    assert "涉密的目标" in paper(about, "closure")
    with pytest.raises(CannotRunError, match=re.escape("cannot.omitted")):
        item_view(about)


def test_documents_of_one_issue_want_one() -> None:
    about = subject(worked(), "closure")
    for view in (item_view, closure_view):
        with pytest.raises(CannotRunError, match=re.escape("cannot.no-issue")):
            view(about)


def test_public_names_in_public_and_real_ones_inside() -> None:
    files = {**base_files(), ISSUE: base_files()[ISSUE].replace("owner: office", "owner: plant")}
    found = dict(papers(facts_of(files), 1))
    named = {name: "清泉污水处理厂" in text for name, text in found.items()}
    assert named == {
        "notice": False,
        "item-notice": False,
        "report": False,
        "plan": True,
        "ledger": True,
        "closure": True,
    }
    assert "某企业" in found["report"]


def test_an_issue_without_measures_is_dropped_from_no_list() -> None:
    issue = base_files()[ISSUE].partition("measures:")[0] + "measures: []\n"
    facts = facts_of({**base_files(), ISSUE: issue})
    row = "| 1 | 会议制度执行不到位 | 会议记录不规范 |  |  | 张某某 | 示例局办公室 |  |  | 未启动 |  |  |  |  |"
    assert row in paper(subject(facts, "ledger"), "ledger")
    assert "| 1 |  | 张某某 | 示例局办公室 |  |  |" in paper(subject(facts, "plan"), "plan")
    assert "| 1 |  |  | 未启动 |  |  |  |  |" in paper(subject(facts, "closure", 1), "closure")


def test_what_moved_a_measure_stands_in_the_ledger() -> None:
    events = """
      - {date: 2025-03-01, event: extended, until: 2025-05-31, reason: 汛期, approved_by: lead}
      - {date: 2025-04-01, event: extended, until: 2025-10-31, reason: 汛期, approved_by: lead}
      - {date: 2025-10-20, event: completed, extent: partial, left: 还差印发。, evidence: [{document: 三号}]}
"""
    issue = base_files()[ISSUE].partition("    events:")[0].replace("2026-06-30", "2025-04-17") + f"    events:{events}"
    table = paper(subject(facts_of({**base_files(), ISSUE: issue}), "ledger"), "ledger")
    row = next(line for line in table.splitlines() if line.startswith("| 1.1 "))
    cells = [cell.strip() for cell in row.split("|")[9:-1]]
    remarks = "已延期2次，原定2025年4月17日；尚余：还差印发；已逾期5天"
    assert cells == ["2025年10月31日", "阶段性完成", "", "", "三号", remarks]


def test_the_closure_form_says_what_happened_and_what_is_open() -> None:
    events = """\
events:
  - {date: 2025-10-21, event: closure-requested, by: office, document: 示办〔2025〕8号}
  - {date: 2025-10-25, event: closure-rejected, by: team, reason: 佐证不全}
  - {date: 2025-11-06, event: closure-requested, by: office}
"""
    form = closure_view(subject(facts_of({**base_files(), ISSUE: base_files()[ISSUE] + events}), "closure", 1))
    assert [(step.date, step.event, step.by, step.words) for step in form.steps] == [
        ("2025年10月21日", "申请销号", "示例局办公室", "示办〔2025〕8号"),
        ("2025年10月25日", "退回", "示例巡察组", "佐证不全"),
    ]
    assert (form.open, form.requested_by, form.requested_on, form.review) == (
        "1.1",
        "示例局办公室",
        "2025年10月21日",
        "三、",
    )
