"""Days and deadlines as files write them, and as people do."""

from typing import Any

import pytest

from rectledger.load.taking import taker
from rectledger.model.base import Day, RefusedError
from rectledger.model.due import Due
from rectledger.model.words import canonical_due


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ("2025年底前", "2025"),
        ("2025年6月底前", "2025-06"),
        ("2025年6月30日前", "2025-06-30"),
        ("2025.6.30", "2025-06-30"),
        ("２０２５年６月底前", "2025-06"),
        ("反馈后15个工作日内", "feedback+15wd"),
        ("反馈之日起三个月内", "feedback+3m"),
        ("反馈后三十天内", "feedback+30d"),
        ("2024年底前，并长期坚持", "2024"),
        ("2025年13月底前", None),
        ("2025年2月30日前", None),
        ("立行立改", None),
        ("长期坚持", None),
        ("年底前", None),
    ],
)
def test_words_and_their_canonical_form(words: str, canonical: str | None) -> None:
    assert canonical_due(words) == canonical
    if canonical:
        taker(Due)(canonical)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("2025-02-30", "RL009"),
        ("2025-6-30", "RL009.form"),
        ("2025/06/30", "RL009.form"),
        ("２０２５-０６-３０", "RL009.form"),
        ("2025-06-30 ", "RL009.form"),
        ("20250630", "RL009"),
        ("86400", "RL009"),
        (None, "RL007"),
        (["2025-06-30"], "RL007"),
    ],
)
def test_what_is_no_day(value: object, key: str) -> None:
    assert refused(Day, value) == key


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("2025-13", "RL009.due"),
        ("0000", "RL009.due"),
        ("２０２５", "RL009.form"),
        ("feedback+15", "RL009.due"),
        ("feedback+99999d", "RL009.due"),
        ("clock.", "RL009.due"),
        ("pending:", "RL009.due"),
        ({"pending": ["批复"]}, "RL007"),
        ({"pending": None}, "RL007"),
        ({"until": "2025"}, "RL007"),
        ("立行立改", "RL010"),
        ("2025年底前", "RL010.canonical"),
    ],
)
def test_what_is_no_deadline(value: object, key: str) -> None:
    assert refused(Due, value) == key


def refused(kind: Any, value: object) -> str:
    """The message key of what is wrong with a value."""
    with pytest.raises(RefusedError) as caught:
        taker(kind)(value)
    return caught.value.key
