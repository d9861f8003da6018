"""The catalogue speaks both languages and says the same in them."""

import re
from string import Formatter

import pytest

from rectledger.messages import AREAS, Language, catalogue, hint, say
from rectledger.messages.text import Text

ENTRIES = [pytest.param(key, text, id=key) for key, text in sorted(catalogue().items())]


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(("key", "text"), ENTRIES)
def test_both_languages_say_it(key: str, text: Text) -> None:
    assert bool(text.zh) == bool(text.en)
    assert text.zh or key.startswith("field."), "only the name of a field may be left unsaid"
    assert bool(text.hint_zh) == bool(text.hint_en)


@pytest.mark.parametrize(("key", "text"), ENTRIES)
def test_both_languages_take_the_same_values(key: str, text: Text) -> None:
    assert placeholders(text.zh) == placeholders(text.en)
    assert placeholders(text.hint_zh) == placeholders(text.hint_en)


@pytest.mark.parametrize(("key", "text"), ENTRIES)
def test_it_can_be_said(key: str, text: Text) -> None:
    values = dict.fromkeys(placeholders(text.zh) | placeholders(text.hint_zh), "1")
    for language in Language:
        assert "{" not in say(key, language, values).replace("{file: ", "").replace("{document: ", "")
        hint(key, language, values)


@pytest.mark.parametrize(("area", "beginnings"), AREAS.items())
def test_an_area_is_listed_by_what_its_keys_begin_with(area: str, beginnings: tuple[str, ...]) -> None:
    keys = _keys(area)
    assert [key for key in keys if not key.startswith(beginnings)] == []
    assert [beginning for beginning in beginnings if not any(key.startswith(beginning) for key in keys)] == []


def test_no_key_stands_in_two_areas() -> None:
    assert len(set(catalogue())) == sum(len(_keys(area)) for area in AREAS)


def _keys(area: str) -> set[str]:
    from importlib import import_module

    return set(import_module(f"rectledger.messages.{area}").TEXTS)


def test_english_is_english() -> None:
    chinese = re.compile(r"[一-鿿]")
    assert [key for key, text in catalogue().items() if chinese.search(text.en)] == []
