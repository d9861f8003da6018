"""The small parts of the notice: numbers, shares, the ends of sentences, where a heading stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.facts.chapters import heading_state
from rectledger.facts.state import State
from rectledger.facts.statistics import percent
from rectledger.model.words import canonical_due, numeral
from rectledger.views.chinese import bare, ended


@given(st.integers(1, 999))
def test_numerals_are_read_back_as_the_number(number: int) -> None:
    assert canonical_due(f"反馈后{numeral(number)}天") == f"feedback+{number}d"
    assert "零零" not in numeral(number)


def test_numerals_as_people_write_them() -> None:
    assert [numeral(n) for n in (10, 11, 20, 21, 100, 101, 110, 111, 999)] == (
        ["十", "十一", "二十", "二十一", "一百", "一百零一", "一百一十", "一百一十一", "九百九十九"]
    )
    assert numeral(1000) == "1000"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("已整改", "已整改。"),
        ("已整改。", "已整改。"),
        ("已整改；", "已整改。"),
        ("称“已整改。”", "称“已整改。”"),
        ("称“已整改”", "称“已整改”。"),
        ("为何？", "为何？"),
        ("（第二批）", "（第二批）。"),
        ("等等……", "等等……"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert ended(text) == ended(ended(text)) == sentence


@given(st.text("甲。；”，a. ", max_size=8))
def test_marks_at_the_end_are_never_doubled(text: str) -> None:
    assert ended(ended(text)) == ended(text)
    assert bare(bare(text)) == bare(text)


def test_percent_is_rounded_half_up() -> None:
    assert [percent(1, 8, 1), percent(1, 8, 2), percent(1, 8, 0), percent(1, 200, 0)] == (
        ["12.5%", "12.50%", "13%", "1%"]
    )
    assert percent(1, 16, 1) == "6.3%"
    assert percent(7, 7, 0) == "100%"


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))), st.integers(0, 2))
def test_percent_by_whole_numbers_alone(share: tuple[int, int], decimals: int) -> None:
    part, whole = share
    scaled = (2 * part * 100 * 10**decimals + whole) // (2 * whole)
    digits = str(scaled).zfill(decimals + 1)
    expected = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    assert percent(part, whole, decimals) == f"{expected}%"


def test_where_a_heading_stands() -> None:
    assert heading_state([State.CLOSED, State.CLOSED]) is State.CLOSED
    assert heading_state([State.CLOSED, State.CLOSURE_REQUESTED, State.TRANSFERRED]) is State.COMPLETE
    assert heading_state([State.CLOSED, State.NOT_STARTED]) is State.PARTIAL
    assert heading_state([]) is State.NOT_STARTED
