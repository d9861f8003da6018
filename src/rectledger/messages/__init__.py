"""The one catalogue of what the tool says: Chinese first, English beside it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Self

from msgspec import Struct

from rectledger.messages.text import Text

AREAS: Mapping[str, tuple[str, ...]] = {
    "reading": ("RL0", "type."),
    "cache": ("cache.",),
    "identity": ("RL1",),
    "intake": ("RL6", "cannot.", "document.", "import.", "notice."),
    "dates": ("RL2",),
    "day": ("RL3",),
    "closing": ("RL4",),
    "publication": ("RL5", "personal."),
    "papers": ("cannot.", "letters."),
    "commands": ("cannot.", "render.", "sheet."),
    "templates": ("RL530", "cannot.", "part.", "place.", "template.", "verify."),
    "writing": ("ask.", "cannot.", "doctor.", "init.", "lint.", "merge.", "new.", "writing."),
    "schema": ("schema.",),
    "sheets": ("RL6", "calendar.", "cannot.", "import.", "progress.", "sheet."),
    "words": (
        *("clock.", "column.", "days.", "decision.", "event.", "evidence.", "extent.", "field.", "group.", "level."),
        *("limit.", "lint.", "list.", "outcome.", "per.", "progress.", "quota.", "reconcile.", "requirement."),
        *("result.", "severity.", "show.", "source.", "state.", "status.", "turn."),
    ),
    "past": ("burnup.", "cannot.", "cause.", "column.", "deed.", "history.", "past.", "slippage."),
    "changes": ("cannot.", "change.", "diff.", "republished."),
    "gate": ("RL7", "cannot.", "gate."),
}
"""The modules beside this one, and what the keys of each begin with."""


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


class Catalogue(Mapping[str, Text]):
    """Every text of every area by its key. An area is imported when it may have a key that is looked up."""

    def __init__(self) -> None:
        self._imported: dict[str, Text] = {}

    def __getitem__(self, key: str) -> Text:
        if key not in self._imported:
            for area in (area for area, beginnings in AREAS.items() if key.startswith(beginnings)):
                self._imported |= _texts(area)
        return self._imported[key]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(_texts, AREAS))

    def __len__(self) -> int:
        return sum(len(_texts(area)) for area in AREAS)


def _texts(area: str) -> Mapping[str, Text]:
    texts: Mapping[str, Text] = import_module(f"rectledger.messages.{area}").TEXTS
    return texts


@cache
def catalogue() -> Catalogue:
    """The one catalogue."""
    return Catalogue()


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
