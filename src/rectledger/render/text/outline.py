"""An issue's file in the domain's words, a fact a line: what `git diff` compares, and what names a place in it."""

from collections.abc import Iterator, Mapping
from typing import Any

from rectledger.diagnostics import Route
from rectledger.load.shapes import record_at, written_order
from rectledger.messages import Language, catalogue, say
from rectledger.model.base import Record
from rectledger.model.events import KINDS
from rectledger.model.issue import Issue
from rectledger.render.layout import clean
from rectledger.render.schema import label_of, words_of

_STEP = "  "


def outline(data: Mapping[str, Any], language: Language) -> str:
    """Every fact of an issue on a line of its own."""
    return "".join(f"{clean(line)}\n" for line in _Outline(language).mapping(Issue, data, ""))


def place_words(route: Route, language: Language) -> str:
    """A place in an issue's file: keys by their names, items as they are named."""
    words: list[str] = []
    steps: list[str | int] = []
    for step in route:
        model = record_at(Issue, steps)
        words.append(_label(model, step, language) if isinstance(step, str) else str(step + 1))
        steps.append(step)
    return " · ".join(words)


class _Outline:
    def __init__(self, language: Language) -> None:
        self.language = language

    def mapping(self, model: type[Record], data: Mapping[str, Any], indent: str) -> Iterator[str]:
        order = [key for key in written_order(model) if key in data]
        for key in [*order, *(key for key in data if key not in order)]:
            yield from self.entry(model, key, data[key], indent)

    def entry(self, model: type[Record], key: str, value: Any, indent: str) -> Iterator[str]:
        name = _label(model, key, self.language)
        if key == "events" and isinstance(value, list):
            yield from (indent + self.event(item) for item in value)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            for number, item in enumerate(value, 1):
                yield f"{indent}{name} {_item_name(item, number)}"
                yield from self.mapping(record_at(model, (key,)), item, indent + _STEP)
        else:
            yield f"{indent}{name}: {self.value(model, key, value)}"

    def event(self, data: Any) -> str:
        model = KINDS.get(str(data.get("event"))) if isinstance(data, dict) else None
        if model is None:
            return str(data)
        kind = say(f"event.{data['event']}", self.language)
        facts = [
            f"{_label(model, key, self.language)} {self.value(model, key, data[key])}"
            for key in written_order(model)
            if key in data and key not in {"date", "event"}
        ]
        return f"{data.get('date')} {kind}" + "".join(f" · {fact}" for fact in facts)

    def value(self, model: type[Record], key: str, value: Any) -> str:
        if isinstance(value, str):
            word = label_of(model, key, value)
            return say(word, self.language) if word in catalogue() else value
        if isinstance(value, list):
            return "、".join(self.value(model, key, item) for item in value)
        if isinstance(value, dict):
            record = record_at(model, (key,))
            known = (f"{_label(record, k, self.language)} {self.value(record, k, v)}" for k, v in value.items())
            return "（" + "，".join(known) + "）"
        return ""


def _item_name(item: Any, number: int) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else str(number)


def _label(model: type[Record], key: str, language: Language) -> str:
    name = words_of(model, key)
    return say(name, language) if name in catalogue() else key
