"""YAML as people leave it: the same data in any mixture of styles, indents, comments, blank lines and line breaks."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

COMMENTS = ("# 待核", "#无空格", "# - date: 2025-01-01", "# {a: [b", "#")


def ugly(data: Any, random: Random, *, anchors: bool = True) -> bytes:
    """A document that reads as the data: mappings, lists and single-line texts."""
    writer = _Writer(random, anchors=anchors)
    lines = [*writer.comments(0), *writer.block(data, 0), *writer.comments(0)]
    newline = random.choice(["\n", "\n", "\r\n"])
    text = newline.join(lines) + random.choice([newline, "", newline * 3])
    return random.choice([b"", b"", b"\xef\xbb\xbf"]) + text.encode()


class _Writer:
    def __init__(self, random: Random, *, anchors: bool) -> None:
        self.random = random
        self.may_anchor = anchors
        self.anchors: dict[str, str] = {}

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def comments(self, column: int) -> Iterator[str]:
        while self.chance(0.12):
            yield self.random.choice(["", " " * column + self.random.choice(COMMENTS), self.random.choice(COMMENTS)])

    def tail(self) -> str:
        return self.random.choice([" ", "   "]) + self.random.choice(COMMENTS) if self.chance(0.15) else ""

    def block(self, value: Any, column: int) -> Iterator[str]:
        if isinstance(value, dict):
            yield from self.mapping(value, column)
        else:
            yield from self.sequence(value, column)

    def mapping(self, value: dict[str, Any], column: int) -> Iterator[str]:
        for number, (key, item) in enumerate(value.items()):
            if number:
                yield from self.comments(column)
            yield from self.entry(key, item, column)

    def entry(self, key: str, value: Any, column: int) -> Iterator[str]:
        name = " " * column + self.random.choice([key, key, key, f'"{key}"']) + ":"
        gap = self.random.choice([" ", " ", "   "])
        if value is None:
            yield name + self.random.choice(["", " ~", " null"]) + self.tail()
        elif isinstance(value, str):
            yield from self.text(name, gap, value, column)
        elif not value or self.chance(0.2):
            yield from self.flow_lines(name + gap, value, column)
        else:
            yield (
                name
                + (f" &c{self.random.randrange(10**6)}" if self.may_anchor and self.chance(0.1) else "")
                + self.tail()
            )
            offset = self.random.choice([0, 2, 4]) if isinstance(value, list) else self.random.choice([2, 3])
            yield from self.block(value, column + offset)

    def sequence(self, value: list[Any], column: int) -> Iterator[str]:
        for item in value:
            yield from self.comments(column)
            gap = self.random.choice([2, 2, 4])
            if isinstance(item, dict) and item and self.chance(0.7):
                first, *rest = self.mapping(item, column + gap)
                yield " " * column + "-" + " " * (gap - 1) + first[column + gap :]
                yield from rest
            else:
                yield " " * column + "-" + " " * (gap - 1) + self.flow(item) + self.tail()

    def text(self, name: str, gap: str, value: str, column: int) -> Iterator[str]:
        style = self.random.choice(["plain", "plain", "alias", "double", "single", "literal", "folded"])
        if style in {"literal", "folded"} and value:
            mark = self.random.choice(["|", "|-"] if style == "literal" else [">", ">-"])
            mark = mark if mark.endswith("-") else f"{mark}-"
            yield f"{name} {mark}{self.tail()}"
            yield " " * (column + self.random.choice([1, 2, 4])) + value
            while self.chance(0.2):
                yield ""
            return
        yield name + gap + (self.anchored(value) if style == "alias" else self.scalar(value, style)) + self.tail()

    def anchored(self, value: str) -> str:
        if not self.may_anchor:
            return self.scalar(value, "double")
        if value in self.anchors:
            return f"*{self.anchors[value]}"
        self.anchors[value] = f"a{len(self.anchors)}"
        return f"&{self.anchors[value]} " + self.scalar(value, "double")

    def scalar(self, value: str, style: str) -> str:
        if style == "single":
            return "'" + value.replace("'", "''") + "'"
        plain = value.replace("-", "").replace("〔", "").replace("〕", "").isalnum()
        return (
            value if style == "plain" and plain and value.lower() != "null" else json.dumps(value, ensure_ascii=False)
        )

    def flow_lines(self, head: str, value: Any, column: int) -> Iterator[str]:
        if isinstance(value, list) and value and self.chance(0.4):
            yield head + "[" + self.tail()
            for item in value:
                yield " " * (column + 4) + self.flow(item) + "," + self.tail()
            yield " " * (column + 2) + "]" + self.tail()
        else:
            yield head + self.flow(value) + self.tail()

    def flow(self, value: Any) -> str:
        comma = self.random.choice([", ", ",  ", " , "])
        end = self.random.choice(["", "", ","]) if value else ""
        if isinstance(value, dict):
            return "{" + comma.join(f"{key}: {self.flow(item)}" for key, item in value.items()) + end + "}"
        if isinstance(value, list):
            return "[" + comma.join(map(self.flow, value)) + end + "]"
        return "" if value is None else self.scalar(value, self.random.choice(["plain", "double", "single"]))
