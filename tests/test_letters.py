"""Warning letters: by the ladder, one to a party, numbered, none twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rectledger.facts.records import Level
from tests.ledgers import ISSUE, SETTINGS, base_files, diagnostics
from tests.papers import facts_of, owed, paper, subject

HEAD = "id: demo-01\nheading: h1\ntitle: 会议记录不规范\nleader: lead\nowner: office\nsupport: [finance]\nmeasures:\n"
RED, YELLOW, GREEN, FAR = "2025-11-05", "2025-11-15", "2025-11-25", "2025-11-26"


def measure(ident: str, due: str, *events: str, owner: str = "") -> str:
    own = "".join(f"      - {event}\n" for event in events)
    held = f"    owner: {owner}\n" if owner else ""
    return f"  - id: {ident}\n    text: 做{ident}\n    due: {due}\n{held}    events:\n{own}"


def files(*measures: str, policy: str = "") -> dict[str, str]:
    settings = base_files()[SETTINGS] + (f"policy: {policy}\n" if policy else "")
    return {**base_files(), ISSUE: HEAD + "".join(measures), SETTINGS: settings}


def sent(*measures: str, policy: str = "", **wanted: str) -> list[tuple[str, str, list[str]]]:
    """The letters owed: level, party, numbers of the measures."""
    found = owed(facts_of(files(*measures, policy=policy)), **wanted)
    return [(one.level, one.party, [measure.number for _, measure in one.about]) for one in found]


def warned(level: str, to: str, day: str = "2025-11-01", document: str = "预警〔2025〕7号") -> str:
    return f"{{date: {day}, event: warned, level: {level}, to: {to}, document: {document}}}"


def test_the_ladder_as_it_comes() -> None:
    ladder = [measure("甲", GREEN), measure("乙", YELLOW), measure("丙", RED), measure("丁", FAR)]
    assert sent(*ladder) == [
        ("red", "office", ["1.3"]),
        ("yellow", "office", ["1.2"]),
        ("yellow", "lead", ["1.2"]),
        ("green", "office", ["1.1"]),
    ]


@pytest.mark.parametrize(
    ("policy", "parties"),
    [
        ("{warn_to: {red: [leader, support, team]}}", ["lead", "finance", "team"]),
        ("{warn_to: {red: [owner, unit, office]}}", ["office"]),
        ("{warn_to: {red: deputy}}", ["deputy"]),
        ("{warn_to: {red: []}}", []),
    ],
)
def test_the_policy_names_the_addressees(policy: str, parties: list[str]) -> None:
    assert [party for _, party, _ in sent(measure("甲", RED), policy=policy)] == parties


def test_where_nobody_leads_the_owner_is_told() -> None:
    found = files(measure("甲", RED), policy="{warn_to: {red: leader}}")
    found[ISSUE] = found[ISSUE].replace("leader: lead\n", "")
    assert [letter.party for letter in owed(facts_of(found))] == ["office"]


def test_one_letter_a_party_about_all_that_it_has() -> None:
    several = [measure("甲", RED), measure("乙", "2025-10-01", owner="finance"), measure("丙", RED, owner="finance")]
    policy = "{warn_to: {red: owner}}"
    assert sent(*several, policy=policy) == [("red", "office", ["1.1"]), ("red", "finance", ["1.2", "1.3"])]
    assert sent(*several, policy=policy, party="finance") == [("red", "finance", ["1.2", "1.3"])]


@pytest.mark.parametrize(
    ("events", "owes"),
    [
        ([warned("yellow", "office")], ["lead"]),
        ([warned("yellow", "[office, lead]")], []),
        ([warned("red", "[office, lead]")], []),
        ([warned("green", "[office, lead]")], ["office", "lead"]),
        ([warned("yellow", "[office, lead]", day="2025-11-06")], ["office", "lead"]),
        (
            [warned("yellow", "[office, lead]"), "{date: 2025-11-02, event: handed-over, from: office, to: finance}"],
            ["finance"],
        ),
        (
            [
                warned("yellow", "[office, lead]"),
                f"{{date: 2025-11-02, event: extended, until: {YELLOW}, reason: 汛期, approved_by: deputy}}",
            ],
            ["office", "lead"],
        ),
    ],
)
def test_who_was_written_to_is_not_written_to_again(events: list[str], owes: list[str]) -> None:
    assert [party for _, party, _ in sent(measure("甲", YELLOW, *events))] == owes


def test_nobody_is_warned_of_what_is_settled() -> None:
    done = "{date: 2025-10-20, event: completed, extent: full, evidence: [{document: 一号}]}"
    assert sent(measure("甲", RED, done)) == []
    asked = files(measure("甲", RED))
    asked[ISSUE] += "events:\n  - {date: 2025-10-20, event: closure-requested, by: office}\n"
    assert owed(facts_of(asked)) == ()


def test_numbers_go_on_from_those_that_were_given() -> None:
    given = [
        measure(
            "甲",
            FAR,
            warned("red", "office", document="预警〔2025〕12号"),
            warned("red", "office", document="预警〔2024〕90号"),
        ),
        measure("乙", YELLOW),
        measure("丙", RED),
    ]
    assert [letter.number for letter in owed(facts_of(files(*given)))] == [
        "预警〔2025〕13号",
        "预警〔2025〕14号",
        "预警〔2025〕15号",
    ]


def test_a_step_without_an_addressee_asks_for_no_letter() -> None:
    found = files(measure("甲", RED), measure("乙", YELLOW), policy="{warn_to: {red: []}}")
    told = [(d.code, d.span.line) for d in diagnostics(found) if d.code == "RL308"]
    assert told == [("RL308", 14)]


@given(
    st.lists(st.sampled_from([RED, YELLOW, GREEN, FAR, "2025-10-01"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(["", "finance", "deputy"]), min_size=6, max_size=6),
    st.sampled_from(["{}", "{warn_to: {green: [leader, support], red: [owner, unit, lead]}}", "{warn_to: {red: []}}"]),
)
def test_one_letter_a_party_and_level_and_none_once_it_is_recorded(
    dues: list[str], owners: list[str], policy: str
) -> None:
    pairs = list(zip(dues, owners, strict=False))
    first = owed(
        facts_of(files(*(measure(f"m{n}", due, owner=owner) for n, (due, owner) in enumerate(pairs)), policy=policy))
    )
    assert (
        len({(letter.level, letter.party) for letter in first})
        == len(first)
        == len({letter.number for letter in first})
    )
    events: dict[str, list[str]] = {}
    for letter in first:
        for _, about in letter.about:
            events.setdefault(about.measure.id, []).append(warned(letter.level, letter.party, document=letter.number))
    after = [measure(f"m{n}", due, *events.get(f"m{n}", ()), owner=owner) for n, (due, owner) in enumerate(pairs)]
    assert owed(facts_of(files(*after, policy=policy))) == ()


def test_what_a_letter_says() -> None:
    facts = facts_of(files(measure("甲", YELLOW)))
    to_lead = owed(facts, Level.YELLOW, party="lead")[0]
    assert (
        paper(replace(subject(facts, "warning"), letter=to_lead), "warning")
        == """\
**内部资料　不得外传**

# 整改预警函（黄色）

预警〔2025〕1号

张某某（局长）：

截至2025年11月5日，专项巡察反馈问题的下列整改措施距完成时限不超过10日，现予黄色预警，共1项。

| 序号 | 问题 | 整改措施 | 责任单位 | 责任领导 | 完成时限 | 期限 | 状态 |
| ------ | -------------- | ------------------ | ---------- | ------- | --------- | -------- | -------- |
| 1.1 | 会议记录不规范 | 做甲 | 示例局办公室 | 张某某 | 2025年11月15日 | 还有10天 | 未启动 |

请抓紧推进，按期完成，并报送佐证材料；预计不能按期完成的，请在时限届满之前按程序申请延期。

示例局办公室

2025年11月5日
"""
    )
