"""Edits: proved against an independent reader, every other byte kept, and refused where that cannot be."""

import re
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rectledger.source.edit import LayoutError, inserted, put, removed, renamed
from rectledger.source.emit import Value, block, flow
from rectledger.source.text import decode
from rectledger.source.yaml import parse
from tests.ugly import ugly

EVENT: dict[str, Value] = {
    "date": "2025-02-02",
    "event": "progress",
    "counts": 2,
    "note": "进展：一 # 二",
    "evidence": [{"document": "示〔2025〕3号"}],
}
READ = {**EVENT, "counts": "2"}
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"]), min_size=1, max_size=12)
ISSUES = st.builds(
    lambda texts, measures, events: {
        "id": "demo-01",
        "title": texts[0],
        "due": "2025",
        "support": ["office", texts[1]],
        "measures": [
            {"id": f"m{n}", "text": texts[2], **({"due": "2025"} if n % 2 else {}), **own}
            for n, own in enumerate(measures)
        ],
        **events,
    },
    st.tuples(TEXTS, TEXTS, TEXTS),
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "events": st.one_of(
                    st.none(),
                    st.lists(
                        st.fixed_dictionaries(
                            {"date": st.just("2025-01-01"), "event": st.just("progress"), "note": TEXTS}
                        ),
                        max_size=3,
                    ),
                )
            },
        ),
        min_size=1,
        max_size=3,
    ),
    st.fixed_dictionaries({}, optional={"events": st.just([{"date": "2025-01-01", "event": "closed"}])}),
)
SEEDS = st.integers(0, 10**9)


def read(text: str) -> Any:
    """The data of a text by another reader than ours: all scalars text, nulls None."""
    return _nulled(yaml.load(text, yaml.BaseLoader))


def _nulled(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _nulled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_nulled(value) for value in data]
    return None if data in {"", "~", "null"} else data


def kept(before: str, after: str) -> tuple[str, str]:
    """What an edit took out and what it put in, between the longest equal beginning and the longest equal end."""
    start = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    room = min(len(before), len(after)) - start
    end = next((n for n in range(room) if before[-1 - n] != after[-1 - n]), room)
    return before[start : len(before) - end], after[start : len(after) - end]


@given(ISSUES, SEEDS)
def test_the_generator_of_ugly_files_is_true(data: dict[str, Any], seed: int) -> None:
    assert parse(decode(ugly(data, Random(seed))))[0] == data


@given(ISSUES, SEEDS, st.data())
def test_an_item_comes_in_and_nothing_else_moves(data: dict[str, Any], seed: int, choose: st.DataObject) -> None:
    text = decode(ugly(data, Random(seed)))
    measure = choose.draw(st.integers(0, len(data["measures"]) - 1))
    there = data["measures"][measure].get("events") or []
    position = choose.draw(st.integers(0, len(there)))
    new = inserted(text, ("measures", measure, "events"), position, EVENT)
    expected = read(text)
    expected["measures"][measure]["events"] = [*there[:position], READ, *there[position:]]
    assert read(new) == expected
    taken, brought = kept(text, new)
    assert re.sub(r"~|null|\[\]", "", taken).strip() in brought


@given(ISSUES, SEEDS, TEXTS)
def test_a_value_is_replaced_and_nothing_else_moves(data: dict[str, Any], seed: int, value: str) -> None:
    text = decode(ugly(data, Random(seed)))
    new = put(text, ("title",), value)
    assert parse(new)[0] == {**data, "title": value}
    old_lines, new_lines = text.splitlines(), new.splitlines()
    first = next(n for n, line in enumerate(old_lines) if line.lstrip("\ufeff").startswith(("title", '"title"')))
    assert new_lines[:first] == old_lines[:first]


@given(ISSUES, SEEDS)
def test_a_missing_key_comes_after_its_predecessors(data: dict[str, Any], seed: int) -> None:
    text = decode(ugly(data, Random(seed)))
    new = put(text, ("measures", 0, "kind"), "correction", ("id", "text", "kind", "due", "events"))
    assert list(parse(new)[0]["measures"][0])[:3] == ["id", "text", "kind"]  # type: ignore[index,call-overload,arg-type]
    assert kept(text, new)[0] == ""


@given(ISSUES, SEEDS)
def test_a_key_is_renamed_in_its_place(data: dict[str, Any], seed: int) -> None:
    text = decode(ugly(data, Random(seed)))
    new = renamed(text, ("support",), "leader")
    assert list(parse(new)[0]) == ["leader" if key == "support" else key for key in data]  # type: ignore[arg-type]


@given(ISSUES, SEEDS)
def test_a_key_that_goes_takes_nothing_along(data: dict[str, Any], seed: int) -> None:
    text = decode(ugly(data, Random(seed)))
    without = {key: value for key, value in data.items() if key != "support"}
    assert parse(removed(text, ("support",)))[0] == without


@given(
    st.recursive(TEXTS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)))
)
def test_whatever_is_written_reads_as_it_was(value: Any) -> None:
    assert parse("\n".join(block({"键": value, "b": [{"键": value}]})) + "\n")[0] == {"键": value, "b": [{"键": value}]}
    assert parse(f"x: {flow(value)}\n")[0] == {"x": value}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2025", "2025"),
        ("007", '"007"'),
        ("12:30", '"12:30"'),
        ("no", '"no"'),
        ("1e5", '"1e5"'),
        ("1.5", '"1.5"'),
        ("0x1f", '"0x1f"'),
        ("98ea6e4f", "98ea6e4f"),
        ("13份", "13份"),
        ("null", '"null"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("建设：二期", "建设：二期"),
        ("a #b", '"a #b"'),
        ("#b", '"#b"'),
        ("- a", '"- a"'),
        ("-a", "-a"),
        (" a", '" a"'),
        ("“引”", "“引”"),
        ("pending: 批复", '"pending: 批复"'),
        (3, "3"),
        (True, "true"),
        (["a", "b,c"], '[a, "b,c"]'),
        ("甲\n乙", "|-\n  甲\n  乙"),
    ],
)
def test_a_value_is_quoted_where_it_has_to_be(value: Any, written: str) -> None:
    assert "\n".join(block({"x": value})) == f"x: {written}"


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("due: &d 2025\nmeasures: [{due: *d}]\n", ("due",)),
        ("events: &e\n  - {date: 2025-01-01}\nmore: *e\n", ("events", 0, "date")),
        ("- due: 2025\n  id: a\n", (0, "due")),
    ],
)
def test_what_cannot_be_taken_out_alone_stays(text: str, route: tuple[str | int, ...]) -> None:
    with pytest.raises(LayoutError):
        removed(text, route)


def test_a_shared_value_is_not_changed_in_two_places() -> None:
    with pytest.raises(LayoutError) as refused:
        put("due: &d 2025\nmeasures: [{due: *d}]\n", ("due",), "2026")
    assert refused.value.span.line == 1
    assert put("due: &d 2025\nmeasures: [{due: *d}]\n", ("measures", 0, "due"), "2026") == (
        "due: &d 2025\nmeasures: [{due: 2026}]\n"
    )
