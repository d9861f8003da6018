"""Data to YAML text: what is added to a file, in the way that people write it.

Text stays text for every reader of YAML 1.2: what would read as a number, a flag or nothing
is quoted. Chinese is never folded, because a fold puts a space between two lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | Sequence[Value] | Mapping[str, Value]"
"""What may be written: text, whole numbers, flags, lists and mappings. Text that is a day or a year stays plain."""

STEP = 2
"""Columns that one level is indented by."""
ONE_LINE_ITEMS = frozenset({"evidence", "waivers", "headings"})
"""Lists whose items take a line each."""
_DAY_LIKE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_READS_AS_OTHER = re.compile(
    r"""[-+]?[0-9][0-9_,]* | 0[xo][0-9a-f]+ | [0-9]+(:[0-9]+)+(\.[0-9]*)?
    | [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)? | [-+]?\.(inf|nan)
    | ~ | null | true | false | yes | no | on | off | y | n
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""By the rules of YAML 1.1 or 1.2: a reader may follow either."""
_BEGINS_OTHERWISE = re.compile(r"-(?:\s|$)|[?:,\[\]{}#&*!|>'\"%@`=<]|---|\.\.\.")
_ENDS_A_VALUE = re.compile(r":(?=\s|$)|\s#|\t")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What no file holds as it is, or what nobody would see in it: written as an escape."""
_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[,\[\]{}]|$)")


def scalar(value: str | int, *, flow: bool) -> str:
    """A value on one line, in quotes where it needs them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return value if _is_plain(value, flow=flow) else _quoted(value)


def flow(value: Value) -> str:
    """A value in one line: `{document: 示办发〔2025〕3号}`, `[office, finance]`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str | int):
        return scalar(value, flow=True)
    return "[" + ", ".join(flow(item) for item in value) + "]"


def block(mapping: Mapping[str, Value]) -> list[str]:
    """A mapping as lines, from column 0."""
    return [line for key, value in mapping.items() for line in entry(key, value)]


def entry(key: str, value: Value, offset: int = STEP) -> list[str]:
    """A key and its value as lines, from column 0; the items of a list stand `offset` columns further on."""
    name = scalar(key, flow=False)
    if isinstance(value, Mapping):
        return [f"{name}: {flow(value)}"]
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, int) or not any(isinstance(item, Mapping) for item in value):
        return [f"{name}: {flow(value)}"]
    one_line = key in ONE_LINE_ITEMS
    return [f"{name}:", *(" " * offset + line for item in value for line in item_lines(item, one_line=one_line))]


def item_lines(value: Value, *, one_line: bool, gap: int = STEP) -> Iterator[str]:
    """An item of a list as lines, from the column of its dash; `gap` columns on stands what it holds."""
    dash = "-" + " " * (gap - 1)
    if one_line or not value or not isinstance(value, Mapping):
        yield dash + flow(value)
        return
    for number, line in enumerate(block(value)):
        yield (" " * gap if number else dash) + line


def _text(name: str, value: str) -> list[str]:
    """A text in one line, or each of its lines in a line where they survive that."""
    lines = value.split("\n")
    survive = lines[0].strip() and not lines[0].startswith(" ") and lines[-1] and not any(map(_UNSEEN.search, lines))
    if len(lines) > 1 and survive:
        return [f"{name}: |-", *(" " * STEP + line if line else "" for line in lines)]
    return [f"{name}: {scalar(value, flow=False)}"]


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or _UNSEEN.search(text):
        return False
    if _READS_AS_OTHER.fullmatch(text) and not _DAY_LIKE.fullmatch(text):
        return False
    return not (_BEGINS_OTHERWISE.match(text) or _ENDS_A_VALUE.search(text) or (flow and _IN_FLOW.search(text)))


def _quoted(text: str) -> str:
    import json  # noqa: PLC0415  # little has to be quoted this way

    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
