"""The laws of states, deadlines, quotas and the clock."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rectledger.facts.assess import assess
from rectledger.facts.clock import LimitState
from rectledger.facts.deadline import add_months
from rectledger.facts.quota import QuotaState, quota_periods
from rectledger.facts.records import IssueFacts, Level
from rectledger.facts.state import SETTLED, State
from rectledger.load.taking import take
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue, Quota
from rectledger.model.ledger import Filed, Ledger
from rectledger.model.settings import Settings
from rectledger.render.machine import record_json
from rectledger.views.forecast import Turn, forecast
from rectledger.workdays import WorkingDays
from tests.records import FEEDBACK, issues

DAYS = st.dates(date(2024, 10, 1), date(2026, 12, 31))
CALENDAR = WorkingDays(frozenset(range(2024, 2027)))
INSPECTION = {
    "id": "demo",
    "title": "专项巡察",
    "source": "party-inspection",
    "feedback": str(FEEDBACK),
    "clock": {"concentrated": {"due": "feedback+3m"}, "report": {"due": "feedback+3m", "done": "2025-05-01"}},
    "headings": [{"id": "h1", "text": "甲"}, {"id": "h2", "text": "乙"}],
}


def ledger(*found: Issue, inspection: dict[str, Any] = INSPECTION) -> Ledger:
    return Ledger(
        settings=take(Settings, {"schema": "rectledger/1", "unit": "office"}),
        parties=(),
        inspections=(Filed("ledger/inspections/demo.yaml", take(Inspection, inspection)),),
        issues=tuple(Filed(f"issues/demo/{issue.id}.yaml", issue) for issue in found),
        working_days=CALENDAR,
    )


def judged(issue: Issue, day: date) -> IssueFacts:
    return assess(ledger(issue), day).issues[0]


def issue_of(events: Sequence[dict[str, Any]], of_issue: Sequence[dict[str, Any]] = (), **measure: Any) -> Issue:
    one = {"id": "m", "text": "整改", "events": events, **measure}
    return take(
        Issue,
        {"id": "demo-01", "heading": "h1", "title": "问题", "owner": "office", "measures": [one], "events": of_issue},
    )


def event(day: str, kind: str, **values: Any) -> dict[str, Any]:
    return {"date": day, "event": kind, **values}


def without_later(issue: Issue, day: date) -> Issue:
    measures = tuple(replace(m, events=tuple(e for e in m.events if e.date <= day)) for m in issue.measures)
    events = tuple(e for e in issue.events if e.date <= day)
    return replace(issue, measures=measures, events=events)


@given(issues(), DAYS)
def test_what_happens_after_the_day_changes_nothing(issue: Issue, day: date) -> None:
    now, then = judged(issue, day), judged(without_later(issue, day), day)
    assert (now.state, now.due, now.overdue) == (then.state, then.due, then.overdue)
    assert [(m.state, m.due, m.level) for m in now.measures] == [(m.state, m.due, m.level) for m in then.measures]


@given(issues(), DAYS)
def test_an_issue_under_closure_is_never_overdue(issue: Issue, day: date) -> None:
    facts = judged(issue, day)
    if facts.state in {State.CLOSED, State.CLOSURE_REQUESTED}:
        assert not facts.overdue
        assert all(measure.level is Level.NONE for measure in facts.measures)


@given(issues(), DAYS)
def test_overdue_is_what_the_contract_says(issue: Issue, day: date) -> None:
    facts = judged(issue, day)
    closing = facts.state in {State.CLOSED, State.CLOSURE_REQUESTED}
    for measure in facts.measures:
        late = measure.due is not None and measure.due < day
        assert measure.overdue == (late and measure.state not in SETTLED and not closing)
    assert facts.overdue == any(measure.overdue for measure in facts.measures)


@given(issues(), DAYS, st.integers(0, 400))
def test_a_later_extension_never_brings_the_date_forward(issue: Issue, day: date, days: int) -> None:
    before = judged(issue, day).measures[0]
    if before.due is None or before.state is State.COMPLETE:
        return
    until = before.due + timedelta(days=days)
    extension = event(str(day), "extended", until=str(until), reason="汛期", approved_by="lead")
    measures = list(issue.measures)
    added = issue_of([extension]).measures[0].events
    measures[0] = replace(measures[0], events=(*measures[0].events, *added))
    after = judged(replace(issue, measures=tuple(measures), events=issue.events), day).measures[0]
    assert after.due is not None
    assert after.due >= min(before.due, until)


@given(issues(), DAYS, st.integers(0, 120))
def test_forecast_is_what_comes_true(issue: Issue, day: date, days: int) -> None:
    still = without_later(issue, day)
    last = day + timedelta(days=days)
    facts = assess(ledger(still), day)
    foretold = {c.ref for c in forecast(facts, last) if c.turn is Turn.OVERDUE}
    already = {m.number for _, m in facts.measures if m.overdue}
    later = assess(ledger(still), last)
    prefix = f"{still.id}/"
    came = {m.number for _, m in later.measures if m.overdue} - already
    assert {ref.removeprefix(prefix) for ref in foretold} == came


@pytest.mark.parametrize(
    ("events", "of_issue", "state"),
    [
        ([], [], State.NOT_STARTED),
        ([event("2025-02-01", "progress", note="一")], [], State.IN_PROGRESS),
        ([event("2025-02-01", "completed", extent="partial", left="二")], [], State.PARTIAL),
        (
            [event("2025-02-01", "completed", extent="partial", left="二"), event("2025-03-01", "progress", note="三")],
            [],
            State.PARTIAL,
        ),
        (
            [event("2025-02-01", "completed", extent="full"), event("2025-03-01", "progress", note="三")],
            [],
            State.COMPLETE,
        ),
        ([event("2025-02-01", "plan-changed", request="调整")], [], State.DEFERRED),
        ([event("2025-02-01", "plan-changed", request="调整", decision="refused")], [], State.IN_PROGRESS),
        (
            [event("2025-02-01", "completed", extent="full")],
            [event("2025-03-01", "deferred", reason="停", approved_by="lead")],
            State.COMPLETE,
        ),
        ([], [event("2025-03-01", "transferred", to="receiver", document="一号")], State.TRANSFERRED),
        (
            [event("2025-02-01", "completed", extent="full")],
            [event("2025-03-01", "reopened", by="lead", reason="反弹")],
            State.IN_PROGRESS,
        ),
    ],
)
def test_state_of_a_measure(events: list[dict[str, Any]], of_issue: list[dict[str, Any]], state: State) -> None:
    facts = judged(issue_of(events, of_issue), date(2025, 4, 1))
    assert facts.measures[0].state is state
    assert facts.state is state


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["transferred", "transferred"], State.TRANSFERRED),
        (["complete", "transferred"], State.COMPLETE),
        (["complete", "deferred"], State.DEFERRED),
        (["deferred", "transferred"], State.DEFERRED),
        (["complete", "progress"], State.PARTIAL),
        (["partial", "deferred"], State.PARTIAL),
        (["progress", "deferred"], State.IN_PROGRESS),
        (["none", "deferred"], State.NOT_STARTED),
    ],
)
def test_state_of_an_issue(states: list[str], expected: State) -> None:
    lives: dict[str, list[dict[str, Any]]] = {
        "none": [],
        "progress": [event("2025-02-01", "progress", note="一")],
        "partial": [event("2025-02-01", "completed", extent="partial", left="二")],
        "complete": [event("2025-02-01", "completed", extent="full")],
        "deferred": [event("2025-02-01", "deferred", reason="停", approved_by="lead")],
        "transferred": [event("2025-02-01", "transferred", to="receiver", document="一号")],
    }
    base = record_json(issue_of([]), without=("measures",))
    measures = [{"id": f"m{n}", "text": "整改", "events": lives[state]} for n, state in enumerate(states)]
    for flag in ("publish", "waivers", "support", "events"):
        base.pop(flag, None)
    assert judged(take(Issue, {**base, "measures": measures}), date(2025, 4, 1)).state is expected


def test_closing_states_follow_the_last_closing_event() -> None:
    closing = [
        event("2025-05-01", "closure-requested", by="office"),
        event("2025-05-10", "closure-rejected", by="lead", reason="不全"),
        event("2025-06-01", "closed", by="lead"),
        event("2025-08-01", "reopened", by="lead", reason="反弹"),
    ]
    issue = issue_of([event("2025-04-01", "completed", extent="full")], closing)
    found = [judged(issue, day).state for day in (date(2025, m, d) for m, d in ((5, 2), (5, 11), (7, 1), (8, 1)))]
    assert found == [State.CLOSURE_REQUESTED, State.COMPLETE, State.CLOSED, State.IN_PROGRESS]


@pytest.mark.parametrize(
    ("due", "day", "provisional"),
    [
        ("2025-06-30", date(2025, 6, 30), False),
        ("2025-02", date(2025, 2, 28), False),
        ("2024-02", date(2024, 2, 29), False),
        ("2025", date(2025, 12, 31), False),
        ("feedback+3m", date(2025, 4, 17), False),
        ("feedback+30d", date(2025, 2, 16), False),
        ("feedback+0wd", date(2025, 1, 17), False),
        ("feedback+900wd", date(2028, 6, 30), True),
        ("clock.report", date(2025, 4, 17), False),
        ("clock.missing", None, False),
        ("pending: 批复", None, False),
        (None, date(2025, 4, 17), False),
    ],
)
def test_a_deadline_in_every_form(due: str | None, day: date | None, provisional: bool) -> None:
    measure = judged(issue_of([], due=due), date(2025, 3, 1)).measures[0]
    assert (measure.due, measure.deadline.provisional) == (day, provisional)


def test_limits_that_mean_each_other_have_no_day() -> None:
    clock = {"concentrated": {"due": "clock.report"}, "report": {"due": "clock.concentrated"}}
    facts = assess(ledger(issue_of([]), inspection={**INSPECTION, "clock": clock}), date(2025, 3, 1))
    assert [limit.due for limit in facts.inspections[0].clock] == [None, None]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_clamp_to_the_months_end(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(st.sampled_from(["month", "quarter", "half", "year"]), st.integers(0, 30), DAYS, DAYS)
def test_periods_of_a_quota_join_and_end_by_the_day(per: str, at_least: int, start: date, day: date) -> None:
    quota = take(Quota, {"at_least": str(at_least), "per": per, "from": str(start)})
    periods = quota_periods(quota, (), FEEDBACK, day)
    assert bool(periods) == (start <= day)
    if periods:
        assert periods[0].first == start
        assert periods[-1].first <= day <= periods[-1].last
    for earlier, later in pairwise(periods):
        assert later.first == earlier.last + timedelta(days=1)
        assert earlier.last < day
    assert all(period.asked <= at_least for period in periods)
    assert all(period.asked == at_least for period in periods[1:])


@pytest.mark.parametrize(
    ("day", "state", "owed"),
    [
        (date(2025, 6, 1), QuotaState.OPEN, 1),
        (date(2025, 12, 31), QuotaState.OPEN, 1),
        (date(2026, 1, 1), QuotaState.MISSED, 1),
    ],
)
def test_a_quota_is_open_until_its_period_ends(day: date, state: QuotaState, owed: int) -> None:
    quota = {"at_least": "2", "per": "year", "from": "2025-01-01", "to": "2025-12-31"}
    issue = issue_of([event("2025-03-01", "progress", note="一", counts="1")], quota=quota)
    (period,) = judged(issue, day).measures[0].quotas
    assert (period.state, period.owed) == (state, owed)


def test_a_part_of_a_period_asks_for_its_share_rounded_down() -> None:
    quota = take(Quota, {"at_least": "4", "per": "year", "from": "2025-07-01", "to": "2026-03-31"})
    asked = [period.asked for period in quota_periods(quota, (), FEEDBACK, date(2026, 12, 31))]
    assert asked == [4 * 184 // 365, 4 * 90 // 365]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 4, 17), [LimitState.OPEN, LimitState.OPEN]),
        (date(2025, 4, 18), [LimitState.MISSED, LimitState.MISSED]),
        (date(2025, 5, 1), [LimitState.MISSED, LimitState.LATE]),
    ],
)
def test_the_clock_on_a_day(day: date, expected: list[LimitState]) -> None:
    facts = assess(ledger(issue_of([])), day)
    assert [limit.state for limit in facts.inspections[0].clock] == expected


def test_numbers_follow_heading_serial_and_id_and_leave_the_unpublished_to_the_end() -> None:
    def one(ident: str, heading: str, serial: str, *, omit: bool = False) -> Issue:
        return take(
            Issue,
            {
                "id": ident,
                "heading": heading,
                "serial": serial,
                "title": "问题",
                "owner": "office",
                "measures": [],
                "publish": {"omit": "true" if omit else "false"},
            },
        )

    found = assess(
        ledger(one("e", "h2", "1"), one("d", "h1", "10"), one("c", "h1", "9"), one("b", "h1", "1", omit=True)),
        date(2025, 3, 1),
    )
    assert [(i.number, i.issue.id) for i in found.issues] == [(1, "c"), (2, "d"), (3, "e"), (4, "b")]


@pytest.mark.parametrize(
    ("left", "level"), [(21, Level.NONE), (20, Level.GREEN), (10, Level.YELLOW), (0, Level.RED), (-1, Level.RED)]
)
def test_the_warning_ladder(left: int, level: Level) -> None:
    day = date(2025, 6, 1)
    assert judged(issue_of([], due=str(day + timedelta(days=left))), day).measures[0].level is level
