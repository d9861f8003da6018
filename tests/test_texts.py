"""Texts that are searched together: what one of them has is found in all of them."""

import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.facts.claims import CLAIMING, claim_of_text, claim_of_title
from rectledger.facts.document_number import NUMBERED, misbracketed
from rectledger.facts.personal import SUSPECT, personal_data
from rectledger.facts.punctuation import HALF_WIDTH, half_width
from rectledger.facts.quoted_counts import COUNT, quoted_counts
from rectledger.facts.relative_time import RELATIVE, relative_times
from rectledger.facts.residue import GARBAGE, INVISIBLE, garbage, invisible
from rectledger.facts.texts import PlacedText, Texts
from rectledger.facts.typed_numbers import COUNTED

PATTERNS = [CLAIMING, NUMBERED, SUSPECT, HALF_WIDTH, COUNT, RELATIVE, GARBAGE, INVISIBLE, COUNTED]
FINDERS: list[tuple[re.Pattern[str], Callable[[str], object]]] = [
    (CLAIMING, claim_of_text),
    (CLAIMING, claim_of_title),
    (NUMBERED, lambda text: list(misbracketed(text))),
    (SUSPECT, lambda text: list(personal_data(text))),
    (HALF_WIDTH, half_width),
    (COUNT, lambda text: list(quoted_counts(text, is_report=True))),
    (RELATIVE, lambda text: list(relative_times(text))),
    (GARBAGE, garbage),
    (INVISIBLE, lambda text: list(invisible(text))),
]
PIECES = [
    *(
        "已完成整改",
        "阶段性完成",
        "，",
        "。",
        "（已销号）",
        "整改到位",
        "示办发[2024]70号",
        "【2025】",
        "3",
        "号",
        "号楼",
    ),
    *(
        "13800138000",
        "a@example.org",
        "138 0013",
        " 8000",
        ",",
        "(1)",
        "已发整改通知13",
        "份",
        "三",
        "次",
        "已召开会议",
    ),
    *(
        "今年",
        "上半年",
        "近期目标",
        "目",
        "前",
        "[bookmark:",
        "x]",
        "{ PAGE",
        " }",
        "Error!",
        " Reference",
        "HYPERLINK",
    ),
    *("\u200b", "\n", " ", "反馈", "措施", "甲", "", "_Toc", "12345", "&nb", "sp;"),
]
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join).filter(bool), max_size=8)


def placed(texts: Iterable[str]) -> tuple[PlacedText, ...]:
    return tuple((f"issues/demo/{n}.yaml", ("title",), text) for n, text in enumerate(texts))


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern.strip()[:20])
@given(texts=TEXTS)
def test_a_text_that_has_it_is_found_among_others_once_and_in_its_place(
    pattern: re.Pattern[str], texts: list[str]
) -> None:
    every = placed(texts)
    found = list(Texts(every).holding(pattern))
    assert [text for text in every if pattern.search(text[2])] == [text for text in found if pattern.search(text[2])]
    assert found == [text for text in every if text in found]


@pytest.mark.parametrize(("pattern", "find"), FINDERS)
@given(text=st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_where_the_pattern_is_not_nothing_else_is(
    pattern: re.Pattern[str], find: Callable[[str], object], text: str
) -> None:
    assert pattern.search(text) or not find(text)
