"""The span of every value, cut out of the text, is text that parses to the value; of a block, it is the header."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from rectledger.diagnostics import START_OF_FILE, Key, Route, Span
from rectledger.source.text import UnreadableError
from rectledger.source.yaml import locate, parse

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

WORDS = st.one_of(
    st.text("ab 会议：，“”'\"#:-[]{}&*!|>%@`,?\\~.0123456789", max_size=12),
    st.sampled_from(["no", "12:30", "007", "null", "~", "", "2025-06-30", "- a", "a: b", " #a", "😀", "多行\n文字\n"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8),
)
KEYS = st.text("abc会议_-", min_size=1, max_size=6)
DATA: st.SearchStrategy[Any] = st.dictionaries(
    KEYS,
    st.recursive(
        WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
    ),
    min_size=1,
    max_size=4,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, None, "'", '"', "|", ">"]),
        "indent": st.integers(2, 6),
        "width": st.sampled_from([20, 80, 10_000]),
        "allow_unicode": st.booleans(),
        "explicit_start": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


class _Dumper(yaml.SafeDumper):
    """Repeats a value rather than making an alias of it."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def written(data: Any, style: dict[str, Any]) -> str:
    """Data as YAML in a style; now and then PyYAML itself writes another text than it was given."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, **style)
    assume(yaml.load(text, Loader=yaml.BaseLoader) == data)
    return text


def scalars(data: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Every scalar with its route."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from scalars(value, (*route, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from scalars(value, (*route, position))
    else:
        yield route, data


def cut(text: str, span: Span) -> str:
    """What stands in a span of a text with any line breaks."""
    lines = text.splitlines(keepends=True) or [""]
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    middle = lines[span.line : span.end_line - 1]
    last = lines[span.end_line - 1] if span.end_line <= len(lines) else ""
    return "".join([lines[span.line - 1][span.column - 1 :], *middle, last[: span.end_column - 1]])


@given(DATA, STYLES)
def test_every_scalar_is_where_its_route_says(data: Any, style: dict[str, Any]) -> None:
    text = written(data, style)
    read, findings = parse(text)
    assert (read, findings) == (data, [])
    found = list(scalars(data))
    for (_, value), span in zip(found, locate(text, [route for route, _ in found]), strict=True):
        piece = cut(text, span)
        if piece in {"|", ">"}:
            assert re.fullmatch(r"[|>][-+0-9]*", text.splitlines()[span.line - 1][span.column - 1 :])
        else:
            assert parse(f"- {piece}")[0] == [value]


@given(DATA, STYLES)
def test_every_key_is_where_its_route_says(data: Any, style: dict[str, Any]) -> None:
    text = written(data, style)
    for key, span in zip(data, locate(text, [(Key(key),) for key in data]), strict=True):
        assert parse(f"- {cut(text, span)}")[0] == [key]


@given(DATA, STYLES, st.lists(st.one_of(KEYS, st.integers(0, 3)), max_size=4))
def test_a_route_that_leads_nowhere_has_a_place_in_the_text(data: Any, style: dict[str, Any], route: list[Any]) -> None:
    text = written(data, style)
    (span,) = locate(text, [tuple(route)])
    lines = text.splitlines()
    assert 1 <= span.line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1


@given(st.text(max_size=40), st.lists(st.one_of(KEYS, st.integers(0, 3)), max_size=3))
def test_text_that_holds_no_data_has_its_start_as_every_place(text: str, route: list[Any]) -> None:
    try:
        parse(text)
    except UnreadableError:
        assert locate(text, [tuple(route)]) == [START_OF_FILE]
