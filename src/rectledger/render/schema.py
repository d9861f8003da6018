"""The JSON Schemas that editors read: the shapes of the model with the words of the catalogue."""

import json
import re
from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from msgspec import Struct

from rectledger.messages import Language, catalogue, hint, say
from rectledger.model.base import OptionalList, Record, keys_of, required_of, types_of
from rectledger.model.calendar import CalendarYear
from rectledger.model.events import Event, Evidence
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.layout import Layout
from rectledger.model.party import Party
from rectledger.model.settings import Settings
from rectledger.render.checks import SHAPES, TEXT, TOGETHER, Schema

SPOKEN = {"errorMessage", "description"}
DRAFT = "http://json-schema.org/draft-07/schema#"
EVENTS: tuple[type[Record], ...] = get_args(Event)
SHARED: tuple[type[Record], ...] = (*EVENTS, Evidence)
"""Records that stand in many places of a file."""


def schemas(language: Language) -> dict[str, str]:
    """The text of every schema by the name of its file."""
    writer = _Writer(language)
    found = {
        "ledger": writer.record(Settings),
        "parties": {"type": "array", "items": writer.record(Party)},
        "inspection": writer.record(Inspection),
        "issue": writer.record(Issue) | {"definitions": {name_of(model): writer.record(model) for model in SHARED}},
        "calendar": writer.record(CalendarYear),
        "view": writer.record(Layout),
    }
    return {f"{name}.json": _text({"$schema": DRAFT, **schema}) for name, schema in found.items()}


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def words_of(model: type[Record], key: str) -> str:
    """The catalogue's key for a key of a record; what all kinds of events have in common is said once."""
    own = f"schema.{name_of(model)}.{key}"
    return own if own in catalogue() or model not in EVENTS else f"schema.event.{key}"


def label_of(model: type[Record], key: str, value: str) -> str:
    """The catalogue's key for one of the values that a key takes."""
    own = f"schema.{name_of(model)}.{key}.{value}"
    return own if own in catalogue() else f"{key}.{value}"


def name_of(model: type[Record]) -> str:
    """A record's name in the catalogue; of an event, its kind."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


class _At(NamedTuple):
    """Which key of which record."""

    model: type[Record]
    key: str


class _Writer(Struct, frozen=True):
    """Writes schemas in one language."""

    language: Language

    def record(self, model: type[Record]) -> Schema:
        """A mapping with the keys of a record and no others."""
        types = {key: types_of(model)[name] for name, key in keys_of(model).items()}
        return {
            **self._words(f"event.{name_of(model)}" if model in EVENTS else f"schema.{name_of(model)}"),
            "type": "object",
            "properties": {key: self._field(model, key, wanted) for key, wanted in types.items()},
            "required": [key for key in types if key in required_of(model)],
            "additionalProperties": False,
            **self._said(TOGETHER.get(model, {})),
        }

    def _field(self, model: type[Record], key: str, wanted: Any) -> Schema:
        return self._words(words_of(model, key)) | self._plain(wanted, _At(model, key))

    def _value(self, annotation: Any, marks: Sequence[Any], at: _At) -> Schema:
        """What a value has to be, by what the model reads it with, else by its type."""
        shape = next((SHAPES[mark.func] for mark in marks if mark.func in SHAPES), None)
        schema = self._said(shape) if shape else self._plain(annotation, at)
        return _or_null(schema) if OptionalList in marks else schema

    def _plain(self, annotation: Any, at: _At) -> Schema:
        origin, parts = get_origin(annotation), get_args(annotation)
        if annotation is str:
            return TEXT
        if origin is Annotated:
            return self._value(parts[0], parts[1:], at)
        if origin is Literal:
            return self._choice(parts, at)
        if origin is tuple:
            return {"type": "array", "items": self._plain(parts[0], at)} | _length(parts)
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self._plain(parts[1], at)}
        if NoneType in parts:
            return _or_null(self._plain(parts[0], at))
        if parts == EVENTS:
            return self._events(at.model)
        return _reference(annotation) if annotation in SHARED else self.record(annotation)

    def _choice(self, values: Sequence[str], at: _At) -> Schema:
        labels = [self._label(label_of(at.model, at.key, value)) for value in values] + [
            say("schema.null", self.language)
        ]
        return {"type": "string", "enum": list(values), "markdownEnumDescriptions": labels}

    def _events(self, of: type[Record]) -> Schema:
        """One event: its kind first, then the keys of that kind."""
        kinds = [kind for kind in EVENTS if getattr(kind, f"on_{name_of(of)}")]
        return {
            **self._words("schema.event"),
            "type": "object",
            "required": ["event"],
            "properties": {"event": self._kinds(kinds)},
            "allOf": [
                {
                    "if": {"required": ["event"], "properties": {"event": {"const": name_of(kind)}}},
                    "then": _reference(kind),
                }
                for kind in kinds
            ],
        }

    def _kinds(self, kinds: Sequence[type[Record]]) -> Schema:
        return self._words("schema.event.event") | self._choice(list(map(name_of, kinds)), _At(kinds[0], "event"))

    def _words(self, key: str) -> Schema:
        return {"title": say(key, self.language), "description": hint(key, self.language, {})}

    def _label(self, key: str) -> str:
        more = hint(key, self.language, {})
        return say(key, self.language) + (f" · {more}" if more else "")

    def _said(self, schema: Any) -> Any:
        """A schema with the texts that its keys of the catalogue stand for."""
        if isinstance(schema, Mapping):
            return {k: self._spoken(v) if k in SPOKEN else self._said(v) for k, v in schema.items()}
        return [self._said(part) for part in schema] if isinstance(schema, list) else schema

    def _spoken(self, key: str) -> str:
        return hint(key, self.language, {}) or say(key, self.language)


def _reference(model: type[Record]) -> Schema:
    return {"$ref": f"#/definitions/{name_of(model)}"}


def _or_null(schema: Schema) -> Schema:
    """The same, or nothing at all."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    enum = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [*types, "null"]} | enum


def _length(parts: Sequence[Any]) -> Schema:
    """The length of a tuple that is not of any length."""
    return {} if ... in parts else {"minItems": len(parts), "maxItems": len(parts)}
