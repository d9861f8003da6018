"""The edges of rules that their pages don't show: the day itself, the limit itself, what lies after the day."""

from datetime import date

import pytest

from rectledger.rules import RULES
from tests.ledgers import DAY, INSPECTION, ISSUE, PARTIES, SETTINGS, base_files, diagnostics

HEAD = "id: demo-01\nheading: h1\ntitle: 会议记录不规范\nleader: lead\nowner: office\n"
PROGRESS = "{date: 2025-10-20, event: progress, note: 初稿已成}"
DONE = "{date: 2025-10-20, event: completed, extent: full, evidence: [{document: 一号}]}"


def issue(
    *events: str, due: str = "2026-06-30", of_issue: tuple[str, ...] = (), more: str = "", head: str = HEAD
) -> str:
    own = "".join(f"      - {event}\n" for event in events)
    issues = "".join(f"  - {event}\n" for event in of_issue)
    measure = f"measures:\n  - id: rules\n    text: 修订会议制度\n    due: {due}\n{more}    events:\n{own}"
    return f"{head}{measure}events:\n{issues}"


def codes(text: str, day: date = DAY, **files: str) -> list[str]:
    """The codes found in an issue's file, with other files replaced by their last name."""
    named = {"parties": PARTIES, "settings": SETTINGS, "inspection": INSPECTION}
    replaced = {named[name]: content for name, content in files.items()}
    return [d.code for d in diagnostics({**base_files(), ISSUE: text, **replaced}, day)]


@pytest.mark.parametrize(
    ("due", "found"),
    [
        ("2025-11-26", []),
        ("2025-11-25", ["RL302", "RL308"]),
        ("2025-11-05", ["RL302", "RL308"]),
        ("2025-11-04", ["RL301", "RL308"]),
    ],
)
def test_a_deadline_as_the_day_comes_and_goes(due: str, found: list[str]) -> None:
    assert codes(issue(PROGRESS, due=due)) == found


@pytest.mark.parametrize("level", ["green", "yellow", "red"])
def test_a_letter_counts_for_its_level_and_those_below(level: str) -> None:
    letter = f"{{date: 2025-11-01, event: warned, level: {level}, to: office}}"
    owed = "RL308" in codes(issue(PROGRESS, letter, due="2025-11-12"))
    assert owed == (level == "green")


def test_a_letter_about_an_earlier_deadline_does_not_count() -> None:
    letter = "{date: 2025-03-01, event: warned, level: red, to: office}"
    moved = "{date: 2025-03-02, event: extended, until: 2025-11-04, reason: 汛期, approved_by: deputy}"
    assert codes(issue(letter, moved, PROGRESS, due="2025-03-10")) == ["RL301", "RL308"]


@pytest.mark.parametrize(("day", "stale"), [(date(2025, 12, 4), False), (date(2025, 12, 5), True)])
def test_stale_only_after_the_last_day_allowed(day: date, stale: bool) -> None:
    assert ("RL305" in codes(issue(PROGRESS), day)) == stale


@pytest.mark.parametrize(("day", "missed"), [(date(2026, 10, 25), False), (date(2026, 10, 26), True)])
def test_a_follow_up_is_due_a_year_after_closure(day: date, missed: bool) -> None:
    closed = "{date: 2025-10-25, event: closed, by: team, evidence: [{document: 二号}]}"
    assert ("RL306" in codes(issue(DONE, of_issue=(closed,)), day)) == missed


@pytest.mark.parametrize(("until", "wrong"), [("2026-06-30", True), ("2026-07-01", False)])
def test_an_extension_has_to_reach_further(until: str, wrong: bool) -> None:
    moved = f"{{date: 2025-10-21, event: extended, until: {until}, reason: 汛期, approved_by: deputy}}"
    assert codes(issue(PROGRESS, moved)) == (["RL204"] if wrong else [])


@pytest.mark.parametrize(("granted", "late"), [("2025-10-31", False), ("2025-11-01", True)])
def test_an_extension_on_the_last_day_is_in_time(granted: str, late: bool) -> None:
    moved = f"{{date: {granted}, event: extended, until: 2026-06-30, reason: 汛期, approved_by: deputy}}"
    assert codes(issue(PROGRESS, moved, due="2025-10-31")) == (["RL206"] if late else [])


@pytest.mark.parametrize(("most", "found"), [(1, ["RL205"]), (2, [])])
def test_the_policy_says_how_many_extensions(most: int, found: list[str]) -> None:
    settings = base_files()[SETTINGS] + f"policy: {{max_extensions: {most}}}\n"
    events = [
        f"{{date: 2025-10-2{n}, event: extended, until: 2026-0{6 + n}-30, reason: 汛期, approved_by: deputy}}"
        for n in (1, 2)
    ]
    assert codes(issue(PROGRESS, *events), settings=settings) == found


def test_what_lies_after_the_day_is_only_said_to_lie_there() -> None:
    later = [
        "{date: 2025-11-06, event: completed, extent: full}",
        "{date: 2025-11-07, event: transferred, to: receiver, document: none}",
    ]
    assert codes(issue(PROGRESS, *later)) == ["RL307", "RL307"]


def test_a_closed_issue_is_left_alone_by_the_day() -> None:
    closed = "{date: 2025-10-25, event: closed, by: team, evidence: [{document: 二号}]}"
    assert codes(issue(DONE, due="2025-03-01", of_issue=(closed,))) == []


@pytest.mark.parametrize(("by", "found"), [("office", ["RL405"]), ("deputy", ["RL405"]), ("team", [])])
def test_neither_owner_nor_applicant_closes(by: str, found: list[str]) -> None:
    asked = "{date: 2025-10-24, event: closure-requested, by: deputy}"
    closed = f"{{date: 2025-10-25, event: closed, by: {by}, evidence: [{{document: 二号}}]}}"
    assert codes(issue(DONE, of_issue=(asked, closed))) == found


def test_four_eyes_and_evidence_are_policy() -> None:
    settings = base_files()[SETTINGS] + "policy: {four_eyes: false, evidence_on: []}\n"
    closed = "{date: 2025-10-25, event: closed, by: office}"
    done = "{date: 2025-10-20, event: completed, extent: full}"
    assert codes(issue(done, of_issue=(closed,)), settings=settings) == []
    assert codes(issue(done, of_issue=(closed,))) == ["RL401", "RL404", "RL405"]


def test_a_withdrawn_issue_needs_neither_evidence_nor_finished_measures() -> None:
    closed = "{date: 2025-10-25, event: closed, by: team, outcome: withdrawn}"
    assert codes(issue(PROGRESS, of_issue=(closed,))) == []


def test_a_waiver_silences_its_rule_in_its_file_until_its_end() -> None:
    waiver = "waivers: [{rule: RL301, reason: 等待批复, approved_by: team, until: 2025-11-05}]\n"
    text = issue(PROGRESS, due="2025-11-04") + waiver
    found = diagnostics({**base_files(), ISSUE: text})
    assert [(d.code, d.waived) for d in found] == [("RL301", "等待批复"), ("RL308", "")]
    assert "RL309" in codes(text, date(2025, 11, 6))


def test_a_level_of_the_ledgers_own() -> None:
    late = issue(PROGRESS, due="2025-11-04")
    settings = base_files()[SETTINGS] + "rules: {RL301: error, RL308: off}\n"
    found = diagnostics({**base_files(), ISSUE: late, SETTINGS: settings})
    assert [(d.code, d.severity.value) for d in found] == [("RL301", "error")]


def test_what_cannot_be_read_cannot_be_switched_off() -> None:
    settings = base_files()[SETTINGS] + "rules: {RL005: off}\n"
    found = codes(base_files()[ISSUE].replace("owner:", "ownr:"), settings=settings)
    assert sorted(found) == ["RL005", "RL006", "RL111"]


def test_a_broken_parties_file_makes_references_silent() -> None:
    assert codes(base_files()[ISSUE], parties="- {id: office\n") == ["RL001"]


def test_a_broken_inspection_makes_its_issues_silent() -> None:
    assert codes(base_files()[ISSUE], inspection="id: [demo\n") == ["RL001"]


def test_every_private_spelling_is_found_in_any_width_and_spacing() -> None:
    for spelling in ("清泉污水处理厂", "清泉厂", "清 泉\u3000厂", "清\u200b泉厂"):
        assert codes(base_files()[ISSUE].replace("会议记录", f'"{spelling}').replace("不规范", '不规范"')) == ["RL501"]


def test_an_issue_that_is_not_published_may_name_names() -> None:
    text = (
        base_files()[ISSUE].replace("会议记录", "清泉厂") + "publish: {omit: true, reason: secret, approved_by: lead}\n"
    )
    assert codes(text) == []


def test_what_only_time_causes_is_a_warning_at_most() -> None:
    assert {rule.severity.value for rule in RULES if rule.code.startswith("RL3")} <= {"warning", "info"}
