"""The one catalogue of what the tool says: Chinese first, English beside it."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Self

from msgspec import Struct

from rectledger.messages.text import Text

AREAS = (
    "reading",
    "cache",
    "identity",
    "intake",
    "dates",
    "day",
    "closing",
    "publication",
    "papers",
    "commands",
    "templates",
    "writing",
    "schema",
    "sheets",
    "words",
    "past",
    "changes",
    "gate",
)


class Language(StrEnum):
    """A language that messages come in."""

    ZH = "zh"
    EN = "en"


class Term(str):
    """A value that is itself a word of the catalogue, such as a state, and is said in the reader's language."""

    __slots__ = ()


class Phrase(Struct, frozen=True):
    """A value that is itself a text of the catalogue, filled in."""

    key: str
    values: Mapping[str, object]


class OwnKey(str):
    """A key that brings its text along: that of a rule from another package, which the catalogue does not know."""

    __slots__ = ("text",)
    text: Text

    def __new__(cls, key: str, text: Text) -> Self:
        """The key of a text."""
        made = super().__new__(cls, key)
        made.text = text
        return made


@cache
def catalogue() -> Mapping[str, Text]:
    """Every text of every area by its key."""
    texts: dict[str, Text] = {}
    for area in AREAS:
        texts |= import_module(f"rectledger.messages.{area}").TEXTS
    return texts


def say(key: str, language: Language, values: Mapping[str, object] | None = None) -> str:
    """The text of a key in a language, filled in. A key that is missing is a bug: KeyError."""
    text = _text(key)
    return _filled(text.zh if language is Language.ZH else text.en, language, values or {})


def hint(key: str, language: Language, values: Mapping[str, object]) -> str:
    """What to do about it, or an empty text where the catalogue has no hint for the key."""
    text = _text(key)
    return _filled(text.hint_zh if language is Language.ZH else text.hint_en, language, values)


def word(term: str, language: Language) -> str:
    """A term of the domain, such as a state's name, in a language."""
    return say(term, language)


def _text(key: str) -> Text:
    return key.text if isinstance(key, OwnKey) else catalogue()[key]


def _filled(template: str, language: Language, values: Mapping[str, object]) -> str:
    return template.format_map({key: _said(value, language) for key, value in values.items()})


def _said(value: object, language: Language) -> object:
    match value:
        case Term():
            return word(value, language)
        case Phrase():
            return say(value.key, language, value.values)
        case _:
            return value
