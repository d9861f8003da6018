"""The edges of rules that their pages don't show: the day itself, the limit itself, what lies after the day."""

from datetime import date

import pytest

from rectledger.rules import BY_CODE
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


def keys(text: str, day: date = DAY) -> list[str]:
    """The messages found in an issue's file."""
    return [d.key for d in diagnostics({**base_files(), ISSUE: text}, day)]


def placed(code: str, files: dict[str, str], day: date = DAY) -> list[tuple[str, str]]:
    """Where a rule points: the file and the text there, its first line."""
    found = [d for d in diagnostics(files, day) if d.code == code]
    lines = {d.file: files[d.file].splitlines() for d in found}
    return [(d.file, lines[d.file][d.span.line - 1][d.span.column - 1 : d.span.end_column - 1]) for d in found]


def inspection(**lines: str) -> str:
    """The base inspection with keys of it in other words, or with more keys."""
    kept = [line for line in base_files()[INSPECTION].splitlines() if line.partition(":")[0] not in lines]
    return "\n".join([*kept, *(f"{key}: {value}" for key, value in lines.items())]) + "\n"


def without_clock() -> str:
    """The base inspection with no limits."""
    lines = base_files()[INSPECTION].splitlines()
    return "\n".join(line for line in lines if "due:" not in line and line != "clock:") + "\n"


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
        text = base_files()[ISSUE].replace("会议记录", f'"{spelling}').replace("不规范", '不规范"')
        assert codes(text) == (["RL501", "RL506"] if "\u200b" in spelling else ["RL501"])


def test_an_issue_that_is_not_published_may_name_names() -> None:
    text = (
        base_files()[ISSUE].replace("会议记录", "清泉厂") + "publish: {omit: true, reason: secret, approved_by: lead}\n"
    )
    assert codes(text) == []


def test_what_only_time_causes_is_a_warning_at_most() -> None:
    assert {rule.severity.value for rule in BY_CODE.values() if rule.code.startswith("RL3")} <= {"warning", "info"}


# Identity and references


def test_of_one_id_the_later_file_is_wrong_and_the_first_is_named() -> None:
    files = base_files()
    files["issues/demo/demo-02.yaml"] = files[ISSUE]
    found = [d for d in diagnostics(files) if d.code == "RL101"]
    assert [(d.file, d.values["first"]) for d in found] == [("issues/demo/demo-02.yaml", ISSUE)]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PARTIES, "id: finance", "id: office"),
        (INSPECTION, "headings:\n", "headings:\n  - {id: h1, text: 甲}\n"),
        (ISSUE, "measures:\n", f"measures:\n  - {{id: rules, text: 培训, due: 2026-06-30, events: [{PROGRESS}]}}\n"),
    ],
)
def test_ids_are_unique_within_their_list(file: str, old: str, new: str) -> None:
    files = base_files()
    files[file] = files[file].replace(old, new)
    assert [place[0] for place in placed("RL101", files)] == [file]


def test_measures_of_two_issues_may_share_an_id() -> None:
    files = base_files()
    files["issues/demo/demo-02.yaml"] = files[ISSUE].replace("demo-01", "demo-02")
    assert diagnostics(files) == []


def test_an_inspection_misnamed_is_one_finding() -> None:
    files = base_files()
    files[INSPECTION] = files[INSPECTION].replace("id: demo", "id: demoo")
    assert [(d.code, d.file) for d in diagnostics(files)] == [("RL102", INSPECTION)]


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ("{date: 2025-11-01, event: warned, level: red, to: nobody}", ["nobody"]),
        ("{date: 2025-11-01, event: warned, level: red, to: [office, x1, x2]}", ["x1", "x2"]),
        ("{date: 2025-11-01, event: handed-over, from: x1, to: x2}", ["x1", "x2"]),
        ("{date: 2025-11-01, event: supervised, by: x1}", ["x1"]),
        ("{date: 2025-11-01, event: progress, note: 一, by: x1}", ["x1"]),
        ("{date: 2025-11-01, event: extended, until: 2026-07-01, reason: 一, approved_by: x1}", ["x1"]),
        ("{date: 2026-11-01, event: supervised, by: x1}", ["x1"]),
    ],
)
def test_every_party_of_an_event_is_looked_up(events: str, wrong: list[str]) -> None:
    files = {**base_files(), ISSUE: issue(PROGRESS, events)}
    assert placed("RL103", files) == [(ISSUE, party) for party in wrong]


def test_every_party_of_the_other_files_is_looked_up() -> None:
    files = base_files()
    files[SETTINGS] = files[SETTINGS].replace("unit: office", "unit: x1")
    files[INSPECTION] = (
        files[INSPECTION].replace("authority: team", "authority: x2").replace("issuer: office", "issuer: x3")
    )
    files[ISSUE] += (
        "support: [office, x4]\npublish: {omit: true, approved_by: x5}\n"
        "waivers: [{rule: RL301, reason: 一, approved_by: x6, until: 2025-01-01}]\n"
    )
    files[ISSUE] = files[ISSUE].replace("leader: lead", "leader: x7").replace("text:", "owner: x8\n    text:")
    assert sorted(text for _, text in placed("RL103", files)) == [f"x{n}" for n in range(1, 9)]


def test_whom_letters_go_to_must_be_known() -> None:
    settings = base_files()[SETTINGS] + "policy: {warn_to: {green: owner, red: [unit, lead, nobody]}}\n"
    assert placed("RL103", {**base_files(), SETTINGS: settings}) == [(SETTINGS, "nobody")]


def test_a_party_by_its_name_is_told_its_id() -> None:
    parties = "- {id: office, name: 办公室, kind: section}\n- {id: lead, name: 李明, kind: person}\n"
    text = base_files()[ISSUE].replace("leader: lead", "leader: 李明")
    found = diagnostics({**base_files(), PARTIES: parties, ISSUE: text}, DAY)
    assert [d.values["near"] for d in found if d.code == "RL103" and d.values["party"] == "李明"] == ["lead"]


@pytest.mark.parametrize(("owner", "found"), [("ofice", ["RL103.near"]), ("qqqq", ["RL103"])])
def test_a_party_that_is_nearly_there_is_named(owner: str, found: list[str]) -> None:
    assert keys(base_files()[ISSUE].replace("owner: office", f"owner: {owner}")) == found


@pytest.mark.parametrize(
    ("clock", "found"),
    [
        ("{a: {due: clock.b}, b: {due: 2026-06-30}}", []),
        ("{a: {due: clock.b}, b: {due: clock.a}}", ["RL108"] * 3),
        ("{a: {due: clock.a}}", ["RL108"] * 2),
        ("{b: {due: 2026-06-30}}", ["RL108"]),
    ],
)
def test_a_chain_of_limits_has_to_end_in_a_day(clock: str, found: list[str]) -> None:
    text = without_clock() + f"clock: {clock}\n"
    assert codes(issue(PROGRESS, due="clock.a"), inspection=text) == found


@pytest.mark.parametrize(
    ("waiver", "found"),
    [
        ("rule: RL301", ["RL110"]),
        ("rule: RL301, until: 2025-11-05", ["RL110"]),
        ("rule: RL301, until: 2025-11-04", ["RL309"]),
        ("rule: RL999", ["RL111"]),
        ("rule: RL005", ["RL111"]),
    ],
)
def test_a_waiver_has_one_thing_wrong_with_it(waiver: str, found: list[str]) -> None:
    assert codes(issue(PROGRESS) + f"waivers: [{{{waiver}, reason: 一, approved_by: lead}}]\n") == found


# Dates that contradict each other


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        ("", ["RL201"]),
        ("due: 'pending: 批复'", []),
        ("sustained: true", []),
        ("quota: {at_least: 1, per: year, from: 2025-01-01}", ["RL201"]),
    ],
)
def test_what_needs_a_deadline(measure: str, found: list[str]) -> None:
    text = base_files()[ISSUE].replace("due: 2026-06-30", measure or "kind: correction")
    assert codes(text, inspection=without_clock()) == found


@pytest.mark.parametrize(
    ("event", "found"),
    [
        (DONE, []),
        ("{date: 2025-10-20, event: transferred, to: receiver, document: 一号}", []),
        ("{date: 2025-10-20, event: deferred, reason: 停工, approved_by: lead}", []),
        ("{date: 2025-10-20, event: extended, until: 2026-06-30, reason: 汛期, approved_by: lead}", []),
        ("{date: 2025-10-20, event: plan-changed, request: 2025-10-19 报送, decision: refused}", ["RL201"]),
    ],
)
def test_what_is_settled_or_extended_needs_no_deadline_of_its_own(event: str, found: list[str]) -> None:
    text = issue(event).replace("    due: 2026-06-30\n", "")
    assert codes(text, inspection=without_clock()) == found


def test_a_sustained_issue_needs_no_deadline() -> None:
    text = issue(PROGRESS, head=HEAD + "requirement: sustained\n").replace("    due: 2026-06-30\n", "")
    assert codes(text, inspection=without_clock()) == []


def test_a_broken_limit_is_reported_once_and_not_for_each_measure() -> None:
    clock = without_clock() + "clock: {concentrated: {due: clock.none}}\n"
    assert codes(issue(PROGRESS).replace("    due: 2026-06-30\n", ""), inspection=clock) == ["RL108"]


@pytest.mark.parametrize(("due", "found"), [("2025-01-16", ["RL202"]), ("2025-01-17", [])])
def test_a_deadline_on_the_feedback_day_is_possible(due: str, found: list[str]) -> None:
    assert codes(issue(DONE, due=due)) == found


def test_a_deadline_before_the_feedback_that_is_inherited_is_placed_at_the_measure() -> None:
    text = issue(DONE, head=HEAD + "due: 2024-12-31\n").replace("    due: 2026-06-30\n", "")
    assert placed("RL202", {**base_files(), ISSUE: text}) == [(ISSUE, "rules")]


@pytest.mark.parametrize(("day", "found"), [("2025-01-16", ["RL203"]), ("2025-01-17", [])])
def test_an_event_on_the_feedback_day_is_possible(day: str, found: list[str]) -> None:
    assert codes(issue(f"{{date: {day}, event: progress, note: 一}}", PROGRESS)) == found


def test_of_extensions_the_first_one_too_many_is_reported_once() -> None:
    events = [
        f"{{date: 2025-10-2{n}, event: extended, until: 2026-0{6 + n}-30, reason: n{n}, approved_by: deputy}}"
        for n in (1, 2, 3)
    ]
    settings = base_files()[SETTINGS] + "policy: {max_extensions: 1}\n"
    files = {**base_files(), ISSUE: issue(PROGRESS, *events), SETTINGS: settings}
    found = [d for d in diagnostics(files) if d.code == "RL205"]
    assert [files[ISSUE].splitlines()[d.span.line - 1].strip(" -") for d in found] == [events[1]]


def test_extensions_of_the_issue_count_and_those_after_the_day_do_not() -> None:
    own = "{date: 2025-10-21, event: extended, until: 2026-07-31, reason: 汛期, approved_by: deputy}"
    later = "{date: 2025-11-06, event: extended, until: 2026-09-30, reason: 汛期, approved_by: deputy}"
    of_issue = "{date: 2025-10-22, event: extended, until: 2026-08-31, reason: 汛期, approved_by: deputy}"
    settings = base_files()[SETTINGS] + "policy: {max_extensions: 1}\n"
    files = {**base_files(), ISSUE: issue(PROGRESS, own, later, of_issue=(of_issue,)), SETTINGS: settings}
    assert [d.code for d in diagnostics(files)] == ["RL307", "RL205"]


@pytest.mark.parametrize(
    ("days", "wrong"), [(("20", "20"), 0), (("20", "21"), 0), (("21", "20"), 1), (("22", "20", "21"), 1)]
)
def test_events_of_one_list_are_in_order(days: tuple[str, ...], wrong: int) -> None:
    events = [f"{{date: 2025-10-{day}, event: progress, note: 一}}" for day in days]
    assert codes(issue(*events)).count("RL207") == wrong


def test_the_order_of_two_lists_is_free() -> None:
    assert codes(issue(PROGRESS, of_issue=("{date: 2025-10-01, event: supervised, by: lead}",))) == []


@pytest.mark.parametrize(("last", "found"), [("2024-08-21", ["RL208"]), ("2024-08-22", [])])
def test_a_period_may_be_one_day(last: str, found: list[str]) -> None:
    text = base_files()[INSPECTION].replace("to: 2024-09-29", f"to: {last}")
    assert codes(base_files()[ISSUE], inspection=text) == found


def test_reversed_periods_of_parties_and_quotas() -> None:
    parties = base_files()[PARTIES] + "- {id: x, name: 一, kind: person, active: {from: 2025-02-01, to: 2025-01-31}}\n"
    quota = "    quota: {at_least: 1, per: year, from: 2025-02-01, to: 2025-01-31}\n"
    files = {**base_files(), PARTIES: parties, ISSUE: issue(PROGRESS, more=quota)}
    assert placed("RL208", files) == [(ISSUE, "2025-01-31"), (PARTIES, "2025-01-31")]


def test_a_provisional_limit_is_reported_in_the_clock_and_nowhere_else() -> None:
    clock = without_clock() + "clock: {concentrated: {due: feedback+900wd}}\n"
    text = issue(PROGRESS).replace("    due: 2026-06-30\n", "")
    assert placed("RL209", {**base_files(), ISSUE: text, INSPECTION: clock}) == [(INSPECTION, "feedback+900wd")]


@pytest.mark.parametrize(("event", "found"), [(PROGRESS, ["RL209"]), (DONE, [])])
def test_a_provisional_deadline_matters_while_the_measure_is_open(event: str, found: list[str]) -> None:
    assert codes(issue(event, due="feedback+900wd")) == found


# Dates against the day

CLOSED = "{date: 2025-10-25, event: closed, by: team, evidence: [{document: 二号}]}"
DEFERRED = "{date: 2025-10-21, event: deferred, reason: 停工, approved_by: lead, until: 2025-10-31}"
SUPERVISED = "{date: 2025-10-21, event: supervised, by: lead, answer_by: 2025-10-31}"


@pytest.mark.parametrize(
    ("day", "missed"), [(date(2025, 9, 30), 0), (date(2025, 10, 1), 1), (date(2025, 12, 31), 1), (date(2026, 1, 1), 2)]
)
def test_a_quota_is_missed_when_its_period_is_over(day: date, missed: int) -> None:
    quota = "    quota: {at_least: 1, per: quarter, from: 2025-07-01, to: 2026-06-30}\n"
    assert codes(issue(PROGRESS, more=quota), day).count("RL303") == missed


def test_what_counts_towards_a_quota_counts_in_its_own_period() -> None:
    quota = "    quota: {at_least: 1, per: quarter, from: 2025-04-01}\n"
    counted = "{date: 2025-06-30, event: progress, note: 一次, counts: 1}"
    found = diagnostics({**base_files(), ISSUE: issue(counted, PROGRESS, more=quota)})
    assert [(d.code, d.values["first"], d.values["counted"]) for d in found] == [("RL303", date(2025, 7, 1), 0)]


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        ("due: 2025-11-05", []),
        ("due: 2025-11-04", ["RL304"]),
        ("due: 2025-11-04, done: 2025-11-04", []),
        ("due: 2025-11-03, done: 2025-11-04", ["RL304.late"]),
        ("due: 2025-11-04, done: 2025-11-06", ["RL304"]),
        ("due: 'pending: 批复'", []),
    ],
)
def test_a_limit_as_the_day_comes_and_goes(limit: str, found: list[str]) -> None:
    text = without_clock() + f"clock: {{report: {{{limit}}}}}\n"
    assert [d.key for d in diagnostics({**base_files(), INSPECTION: text})] == found


@pytest.mark.parametrize(
    ("day", "stale"), [(date(2025, 3, 3), False), (date(2025, 3, 4), True)], ids=["day 45", "day 46"]
)
@pytest.mark.parametrize("events", [(), ("{date: 2024-10-01, event: progress, note: 一}",)])
def test_the_silence_of_a_measure_begins_with_the_feedback(events: tuple[str, ...], day: date, stale: bool) -> None:
    assert ("RL305" in codes(issue(*events), day)) == stale


@pytest.mark.parametrize(
    "event",
    [
        "{date: 2025-03-01, event: transferred, to: receiver, document: 一号}",
        "{date: 2025-03-01, event: deferred, reason: 停工, approved_by: lead}",
        "{date: 2025-03-01, event: completed, extent: full, evidence: [{document: 一号}]}",
    ],
)
def test_what_is_settled_is_not_stale(event: str) -> None:
    assert codes(issue(event)) == []


@pytest.mark.parametrize("ended", [False, True])
def test_what_waits_for_closure_is_neither_stale_nor_late(ended: bool) -> None:
    asked = "{date: 2025-03-02, event: closure-requested, by: deputy}"
    rejected = ("{date: 2025-03-03, event: closure-rejected, by: team, reason: 不全}",) if ended else ()
    old = "{date: 2025-03-01, event: progress, note: 一}"
    found = codes(issue(old, due="2025-03-01", of_issue=(asked, *rejected)))
    assert found == (["RL305", "RL301", "RL308"] if ended else [])


@pytest.mark.parametrize(
    ("events", "missed"),
    [
        ((CLOSED, "{date: 2025-10-25, event: followed-up, by: team, result: held}"), False),
        (("{date: 2025-10-24, event: followed-up, by: team, result: held}", CLOSED), True),
        ((CLOSED, "{date: 2026-12-01, event: followed-up, by: team, result: held}"), True),
        ((CLOSED, "{date: 2026-01-01, event: reopened, by: team, reason: 反弹}"), False),
    ],
)
def test_a_follow_up_comes_after_the_closing(events: tuple[str, ...], missed: bool) -> None:
    assert ("RL306" in codes(issue(DONE, of_issue=events), date(2026, 11, 5))) == missed


@pytest.mark.parametrize(("day", "found"), [("2025-11-05", []), ("2025-11-06", ["RL307"])])
def test_an_event_of_the_day_has_happened(day: str, found: list[str]) -> None:
    assert codes(issue(PROGRESS, f"{{date: {day}, event: progress, note: 一}}")) == found


@pytest.mark.parametrize("placed_on_issue", [False, True])
def test_a_letter_that_went_out_early_counts(placed_on_issue: bool) -> None:
    letter = "{date: 2025-03-01, event: warned, level: yellow, to: office}"
    of_issue, own = ((letter,), ()) if placed_on_issue else ((), (letter,))
    assert codes(issue(*own, PROGRESS, due="2025-11-12", of_issue=of_issue)) == ["RL302"]


def test_a_letter_after_the_day_does_not_count() -> None:
    letter = "{date: 2025-11-06, event: warned, level: red, to: office}"
    assert codes(issue(PROGRESS, letter, due="2025-11-12")) == ["RL302", "RL308", "RL307"]


def people(last: str) -> str:
    """The base parties, of whom the leader's last day in post is given, and another one who left."""
    left = f"- {{id: left, name: 王某某, kind: person, active: {{to: {last}}}}}\n"
    return base_files()[PARTIES].replace("role: 局长", f"role: 局长, active: {{to: {last}}}") + left


@pytest.mark.parametrize(("last", "found"), [("2025-11-05", []), ("2025-11-04", ["RL310"])])
def test_the_last_day_in_post_is_one(last: str, found: list[str]) -> None:
    assert codes(issue(PROGRESS), parties=people(last)) == found


def test_whoever_left_is_named_once_for_all_measures() -> None:
    more = f"  - {{id: more, text: 培训, due: 2026-06-30, events: [{PROGRESS}]}}\n"
    done = f"  - {{id: done, text: 培训, due: 2026-06-30, events: [{DONE}]}}\n"
    text = base_files()[ISSUE] + more + done
    found = diagnostics({**base_files(), PARTIES: people("2025-11-04"), ISSUE: text})
    assert [(d.code, d.values["party"], d.values["ref"]) for d in found] == [("RL310", "lead", "1.1、1.2")]


@pytest.mark.parametrize(
    ("head", "event", "place"),
    [
        (HEAD, "{date: 2025-10-21, event: handed-over, from: lead, to: deputy}", []),
        (HEAD, "{date: 2025-10-21, event: handed-over, from: lead, to: left}", ["handed-over"]),
        (HEAD, "{date: 2025-11-06, event: handed-over, from: lead, to: deputy}", ["lead"]),
        (HEAD.replace("owner: office", "owner: left"), PROGRESS, ["lead", "left"]),
    ],
)
def test_the_place_is_what_made_them_responsible(head: str, event: str, place: list[str]) -> None:
    files = {**base_files(), PARTIES: people("2025-11-04"), ISSUE: issue(PROGRESS, event, head=head)}
    assert [text for _, text in placed("RL310", files)] == place


def test_nobody_has_to_take_over_what_is_settled_or_closed() -> None:
    parties = people("2025-11-04")
    assert codes(issue(DONE), parties=parties) == []
    assert codes(issue(DONE, of_issue=(CLOSED,)), parties=parties) == []


@pytest.mark.parametrize(
    ("events", "day", "found"),
    [
        ((DEFERRED,), date(2025, 10, 31), []),
        ((DEFERRED,), date(2025, 11, 1), ["RL311"]),
        ((DEFERRED, "{date: 2025-10-22, event: progress, note: 一}"), DAY, ["RL311"]),
        ((DEFERRED, "{date: 2025-11-02, event: reopened, by: lead, reason: 复工}"), DAY, []),
        ((DEFERRED, "{date: 2025-11-02, event: deferred, reason: 停工, approved_by: lead}"), DAY, []),
        ((DEFERRED, "{date: 2025-11-02, event: plan-changed, request: 2025-11-02 报送}"), DAY, []),
        ((DEFERRED, "{date: 2025-11-06, event: reopened, by: lead, reason: 复工}"), DAY, ["RL311", "RL307"]),
    ],
)
def test_a_deferral_ends_after_its_last_day(events: tuple[str, ...], day: date, found: list[str]) -> None:
    assert codes(issue(*events), day) == found


def test_a_deferral_of_a_closed_issue_has_no_end() -> None:
    assert codes(issue(DEFERRED, of_issue=(CLOSED,))) == []


@pytest.mark.parametrize(
    ("events", "day", "found"),
    [
        ((SUPERVISED,), date(2025, 10, 31), []),
        ((SUPERVISED,), date(2025, 11, 1), ["RL312"]),
        ((SUPERVISED, "{date: 2025-10-21, event: progress, note: 已答复}"), DAY, []),
        (("{date: 2025-10-21, event: progress, note: 一}", SUPERVISED), DAY, ["RL312"]),
        ((SUPERVISED, "{date: 2025-11-01, event: warned, level: red, to: office}"), DAY, ["RL312"]),
        ((SUPERVISED, "{date: 2025-11-06, event: progress, note: 已答复}"), DAY, ["RL312", "RL307"]),
        ((SUPERVISED, "{date: 2025-11-01, event: transferred, to: receiver, document: 一号}"), DAY, []),
    ],
)
def test_an_answer_is_whatever_follows(events: tuple[str, ...], day: date, found: list[str]) -> None:
    assert codes(issue(*events), day) == found


# Completion, closure, transfer, follow-up


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ("''", ["RL403"]),
        ("无", ["RL403"]),
        ("没有。", ["RL403"]),
        ("' None '", ["RL403"]),
        ("'-'", ["RL403"]),
        ('"无\\n"', ["RL403"]),
        ("无害化处理", []),
    ],
)
def test_nothing_left_in_any_words(left: str, found: list[str]) -> None:
    event = f"{{date: 2025-10-20, event: completed, extent: partial, left: {left}, evidence: [{{document: 一号}}]}}"
    assert codes(issue(event)) == found


def test_a_partial_completion_follows_the_policy_on_evidence() -> None:
    event = "{date: 2025-10-20, event: completed, extent: partial, left: 培训}"
    assert codes(issue(event)) == ["RL402"]
    assert codes(issue(event), settings=base_files()[SETTINGS] + "policy: {evidence_on: [closed]}\n") == []


@pytest.mark.parametrize(
    ("events", "closer", "found"),
    [
        (("{date: 2025-10-21, event: handed-over, from: office, to: finance}",), "finance", ["RL405"]),
        (("{date: 2025-10-21, event: handed-over, from: office, to: finance}",), "office", ["RL405"]),
        (("{date: 2025-10-26, event: handed-over, from: office, to: team}",), "team", []),
        (
            ("{date: 2025-10-26, event: closure-requested, by: team}", CLOSED.replace("25,", "27,", 1)),
            "deputy",
            ["RL405"],
        ),
    ],
)
def test_who_closes_is_judged_by_the_day_of_the_closing(events: tuple[str, ...], closer: str, found: list[str]) -> None:
    closed = f"{{date: 2025-10-25, event: closed, by: {closer}, evidence: [{{document: 二号}}]}}"
    of_issue = tuple(sorted((*events, closed), key=lambda event: event[7:17]))
    assert codes(issue(DONE, of_issue=of_issue)) == found


def test_the_owner_of_a_measure_does_not_close() -> None:
    closed = "{date: 2025-10-25, event: closed, by: finance, evidence: [{document: 二号}]}"
    assert codes(issue(DONE, more="    owner: finance\n", of_issue=(closed,))) == ["RL405"]
    taken = "{date: 2025-10-25, event: handed-over, from: office, to: finance}"
    assert codes(issue(DONE, taken, of_issue=(closed,))) == ["RL405"]


@pytest.mark.parametrize(
    ("event", "found"),
    [
        ("{date: 2025-10-25, event: completed, extent: full, evidence: [{document: 一号}]}", []),
        ("{date: 2025-10-26, event: completed, extent: full, evidence: [{document: 一号}]}", ["RL406"]),
        ("{date: 2025-10-24, event: completed, extent: partial, left: 培训, evidence: [{document: 一号}]}", ["RL406"]),
        ("{date: 2025-10-24, event: transferred, to: receiver, document: 一号}", []),
        ("{date: 2025-10-24, event: deferred, reason: 停工, approved_by: lead}", []),
    ],
)
def test_measures_are_finished_by_the_day_of_the_closing(event: str, found: list[str]) -> None:
    assert codes(issue(event, of_issue=(CLOSED,))) == found


@pytest.mark.parametrize(
    ("keys_of_event", "found"),
    [
        ("document: 一号", []),
        ("document: none, note: 现场移交", ["RL407"]),
        ("document: none", ["RL407.unexplained"]),
        ("document: ' ', note: 现场移交", ["RL407"]),
    ],
)
def test_a_transfer_without_a_number(keys_of_event: str, found: list[str]) -> None:
    assert keys(issue(f"{{date: 2025-10-20, event: transferred, to: receiver, {keys_of_event}}}")) == found


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ("已报送", ["RL408"]),
        ("2025-10-19 报送", []),
        ("2025年10月9日报送", []),
        ("2025 年 10 月 9 日报送", []),
        ("2025年10月报送", ["RL408"]),
        ("报送, decision: approved", []),
        ("报送, decision: refused", []),
    ],
)
def test_a_request_that_waits_says_when_it_was_made(request_: str, found: list[str]) -> None:
    event = f"{{date: 2025-10-20, event: plan-changed, request: {request_}}}"
    assert codes(issue(event)) == found
    assert codes(issue(event, "{date: 2025-10-21, event: reopened, by: lead, reason: 撤回}")) == []


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (("{date: 2025-10-30, event: followed-up, by: team, result: held}",), []),
        (("{date: 2025-10-30, event: followed-up, by: team, result: relapsed}",), ["RL409"]),
        (
            (
                "{date: 2025-10-30, event: followed-up, by: team, result: relapsed}",
                "{date: 2025-10-31, event: reopened, by: team, reason: 反弹}",
            ),
            [],
        ),
        (("{date: 2025-11-05, event: followed-up, by: team, result: relapsed}",), ["RL409"]),
        (("{date: 2025-11-06, event: followed-up, by: team, result: relapsed}",), ["RL307"]),
    ],
)
def test_a_relapse_ends_the_closure(after: tuple[str, ...], found: list[str]) -> None:
    assert codes(issue(DONE, of_issue=(CLOSED, *after))) == found


@pytest.mark.parametrize(("day", "found"), [("2025-10-24", ["RL406"]), ("2025-10-26", ["RL409"])])
def test_a_measure_that_is_reopened_ends_the_closure(day: str, found: list[str]) -> None:
    again = f"{{date: {day}, event: reopened, by: team, reason: 反弹}}"
    assert codes(issue(DONE, again, of_issue=(CLOSED,))) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [("", ["RL410"]), ("    sustained: true\n", []), ("    quota: {at_least: 1, per: year, from: 2025-10-01}\n", [])],
)
def test_progress_after_completion(more: str, found: list[str]) -> None:
    later = "{date: 2025-10-21, event: progress, note: 一}"
    assert codes(issue(DONE, later, more=more)) == found
    assert codes(issue(DONE, later.replace("10-21", "11-06"), more=more)) == ["RL307"]
    reopened = "{date: 2025-10-21, event: reopened, by: lead, reason: 反弹}"
    assert codes(issue(DONE, reopened, later, more=more)) == []


# What may be published


@pytest.mark.parametrize(
    "text",
    [
        "handed_over: 清泉厂等问题清单",
        "notice: {issuer: office, basis: 清泉厂}",
        "notice: {issuer: office, organisation: [甲, 清泉厂]}",
        "notice: {issuer: office, next_steps: [清泉厂]}",
        "notice: {issuer: office, contact: {mail: 清泉厂}}",
        "headings: [{id: h1, text: 清泉厂}]",
        "title: 清泉厂",
    ],
)
def test_private_names_in_the_words_of_an_inspection(text: str) -> None:
    key, _, value = text.partition(": ")
    lines = without_clock().split("headings:")[0].split("notice:")[0]
    kept = "".join(f"{line}\n" for line in lines.splitlines() if not line.startswith(f"{key}:"))
    headings = "" if key == "headings" else "headings: [{id: h1, text: 甲}]\n"
    files = {**base_files(), INSPECTION: f"{kept}{headings}{key}: {value}\n"}
    assert [(d.code, d.file, d.values["name"], d.values["public"]) for d in diagnostics(files)] == [
        ("RL501", INSPECTION, "清泉厂", "某企业")
    ]


def test_of_a_measure_the_public_words_count_and_notes_never() -> None:
    note = "{date: 2025-10-20, event: progress, note: 清泉厂}"
    text = issue(note).replace("修订会议制度", "督促清泉厂")
    assert codes(text) == ["RL501"]
    assert codes(text.replace("    due:", "    public: 督促某企业\n    due:")) == []
    assert codes(text.replace("    due:", "    public: 督促清泉厂\n    due:")) == ["RL501"]


def test_of_overlapping_spellings_the_longest_is_named_and_each_name_once() -> None:
    parties = base_files()[PARTIES].replace("also: [清泉厂]", "also: [清泉, 清泉厂]")
    text = issue(PROGRESS).replace("会议记录不规范", "清泉厂异味、清泉厂噪声、清泉扬尘")
    found = diagnostics({**base_files(), PARTIES: parties, ISSUE: text})
    assert [d.values["name"] for d in found] == ["清泉厂", "清泉"]
