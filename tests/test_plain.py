"""The fast reader against the parser that it stands in for: the same data and places, or it leaves the text alone.

`RECTLEDGER_TEXTS=100000 pytest tests/test_plain.py` tries that many.
"""

import os
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rectledger.diagnostics import Key, Route
from rectledger.source.composed import locate_composed, parse_composed
from rectledger.source.plain import parse_plain
from rectledger.source.plain_flow import Data, DoubtError
from rectledger.source.plain_places import spans_in_plain
from rectledger.source.text import UnreadableError, decode
from tests.test_fuzz import FILES, TOKENS, Mutation, mutations

TEXTS = int(os.environ.get("RECTLEDGER_TEXTS", "300"))
PIECES = (
    *("a: ", "b: ", "c:\n", "- ", "-  ", "  ", " ", "\n", "\n\n", "# x\n", " # x\n", ": ", ":", " #", "#"),
    *("'", '"', "''", "\\", "\\n", "|\n", ">\n", "|-\n", ">-\n", "|+\n", "|2\n", "[", "]", "{", "}", ", ", ","),
    *("词", "甲：乙", "x y", "null", "~", "no", "12:30", "007", "2025-01-02", "-1", "?", "? ", "*a", "&a ", "!t "),
    *("---\n", "...\n", "%", "@", "`", "\t", "\r\n", "\r", "\u00a0", "\u3000", "\u2014", "\U0001f600", "<<: ", "=\n"),
    *(
        "a: b\n",
        "  a: b\n",
        "    a: b\n",
        "- a: b\n",
        "  - a: b\n",
        "  - b\n",
        "a: |\n  b\n",
        "a: {b: c}\n",
        "a: [b]\n",
    ),
)


def agree(data: bytes) -> bool:
    """Whether the fast reader took the text, which it may only do with the parser's very data."""
    try:
        text = decode(data)
    except UnreadableError:
        return False
    try:
        found = parse_plain(text)
    except DoubtError:
        return False
    assert (found, []) == parse_composed(text), text
    for route in routes(found):
        try:
            place = spans_in_plain(text, [route])
        except DoubtError:
            continue
        assert place == locate_composed(text, [route]), (text, route)
        assert place == spans_in_plain(text, [route], sure=True)
    return True


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_file_of_the_worked_ledger_is_read_fast(file: str) -> None:
    assert agree(FILES[file])


@settings(max_examples=TEXTS, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.lists(mutations(), min_size=1, max_size=4))
def test_files_with_something_changed_in_them(file: str, changes: list[Mutation]) -> None:
    data = FILES[file]
    for change in changes:
        data = change(data)
    agree(data)


@settings(max_examples=TEXTS, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_pieces_of_yaml_in_any_order(pieces: list[str]) -> None:
    agree("".join(pieces).encode())


@pytest.mark.parametrize("seed", range(max(TEXTS // 300, 1)))
def test_trees_with_a_line_shifted_or_a_character_changed(seed: int) -> None:
    rng = random.Random(seed)
    taken = 0
    for _ in range(300):
        lines = list(block(rng, 0, 3))
        taken += agree("\n".join(lines).encode() + b"\n")
        row = rng.randrange(len(lines))
        lines[row] = rng.choice([" ", "  ", "- ", "#", ""]) + lines[row].removeprefix(rng.choice(["", " ", "  "]))
        text = "\n".join(lines) + rng.choice(["\n", "", "\n\n", "\n  \n"])
        agree(text.encode())
        agree(changed(rng, text.encode()))
    assert taken > 50


def changed(rng: random.Random, data: bytes) -> bytes:
    """A text in which something else stands at one place."""
    at = rng.randrange(len(data))
    return data[:at] + rng.choice(TOKENS) + data[at + rng.randrange(3) :]


def block(rng: random.Random, column: int, depth: int) -> Iterator[str]:
    """The lines of a collection at a column, as people write them."""
    space = " " * column
    if rng.random() < 0.6:
        for number in range(rng.randint(1, 3)):
            yield from entry(rng, f"{space}{rng.choice('abcd')}{number}:", column, depth)
        return
    for _ in range(rng.randint(1, 3)):
        if depth and rng.random() < 0.5:
            first, *more = block(rng, column + 2, 0 if rng.random() < 0.5 else depth - 1)
            yield f"{space}- {first.lstrip()}"
            yield from more
        else:
            yield from entry(rng, f"{space}-", column, 0)


def entry(rng: random.Random, head: str, column: int, depth: int) -> Iterator[str]:
    """A key or a dash and its value."""
    if depth and rng.random() < 0.4:
        yield head + rng.choice(["", "", " ", "  # why"])
        yield from block(rng, column + rng.choice([0, 2, 2, 2, 4]), depth - 1)
        return
    value, *more = rng.choice(SCALARS)
    yield f"{head} {value}{rng.choice(['', '', '', ' ', '  # why'])}"
    yield from (f"{' ' * (column + 2)}{line}" if line else "" for line in more)
    if rng.random() < 0.1:
        yield rng.choice(["", f"{' ' * column}# between", "# between"])


SCALARS = (
    *(["word"], ["2025-01-02"], ["问题：登记不全，未签字。"], ["~"], ["null"], ["Null"], ["a:b"], ["x#y"], ["it's"]),
    *(
        ['"quoted: # text"'],
        ["'it''s'"],
        ["''"],
        ['""'],
        ['"a\\tb"'],
        ["[]"],
        ["{}"],
        ["[a, b]"],
        ["[ ]"],
        ["{a: b, c: d}"],
        ['{a: b , c: "d", e: ~, f: g}'],
    ),
    *(
        ["{a: [b, c], d: {e: f}}"],
        ["[{a: b}, {c: ~}]"],
        ["{document: 示字〔2025〕3号}"],
        ["[a, a b , 'c']"],
        ["x" * 1500],
    ),
    *(["|", "one", "two"], [">", "one", "two"], [">-", "one", "", "two"], ["|", "one", "  two", "", "three", ""]),
    *(["|-", "# no comment", "a: b"], ["one", "two"], ["one", "two", "  three"], ["one", "", "two"], ["|", "", "one"]),
    *(["- no"], ["one", "two # why"], ["one", "a: b"], ["one", "- b"], ["{a: b,", "c: d}"], ['"one', 'two"'], ["[a]b"]),
)


def test_places_of_keys_and_of_values_in_their_lines_are_found_fast() -> None:
    text = "# x\na: 'b'\nlist:\n  - id: c  # why\n    text: >\n      d\n  - e\nmore: [f]\n"
    found = spans_in_plain(
        text, [("a",), ("list", 0, "id"), ("list", 0), ("list", 0, "text"), ("list", 1), ("more",), ()]
    )
    assert [span[:2] for span in found] == [(2, 4), (4, 9), (4, 5), (5, 11), (7, 5), (8, 1), (2, 1)]
    assert found[1] == (4, 9, 4, 10)


def test_lines_of_windows_are_read_fast() -> None:
    assert parse_plain("a: b\r\nc: |\r\n  d\r\n") == {"a": "b", "c": "d\n"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b", {"a": "b"}),
        ("---\na: no\n", {"a": "no"}),
        ("# x\n\n- a: 007\n  b:\n- c\n", [{"a": "007", "b": None}, "c"]),
        ("a:\n- b\n- c\nd: 12:30  # x\n", {"a": ["b", "c"], "d": "12:30"}),
        ("a: 一行\n  又一行\nb: >-\n  一\n\n  二\n  三\n", {"a": "一行 又一行", "b": "一\n二 三"}),
    ],
)
def test_what_is_read_fast(text: str, data: Data) -> None:
    assert parse_plain(text) == data == parse_composed(text)[0]


@pytest.mark.parametrize(
    "text",
    ["", "# x\n", "a", "a: b\na: c\n", "a: *b\n", "a: &b c\n", "a: !b c\n", "? a\n: b\n", "a: b: c\n", "a:\tb\n",
     "a: b\n  c: d\n", "a: |2\n   b\n", "a: |\n  b", "a: [b,\n  c]\n", 'a: "b\\n"\n', "a: b\n---\na: c\n", "{a: b}\n",
     "a: {b: c, b: d}\n", "a: {b: c]\n", "a: [b: c}\n",
     "a: 'b'\n  c\n", " a: b\n", "a: b\n c: d\n", "a:\n  b: c\n d: e\n", "a: b  # c\n  d\n", "a: b\n\n  c\n"],
)  # fmt: skip
def test_what_a_parser_has_to_read(text: str) -> None:
    with pytest.raises(DoubtError):
        parse_plain(text)


def routes(data: Data, route: Route = ()) -> Iterator[Route]:
    """Every route of the data, to values and to keys, and some that lead nowhere."""
    yield from (route, (*route, "none"), (*route, 7))
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from routes(value, (*route, step))
        if isinstance(step, str):
            yield (*route, Key(step))


@pytest.mark.parametrize(
    ("route", "stands"),
    [
        (("list", 0), '{id: h1, text: "甲, 乙", also: [a,  b ]}'),
        (("list", 0, "text"), '"甲, 乙"'),
        (("list", 0, Key("text")), "text"),
        (("list", 0, "also"), "also"),
        (("list", 0, "also", 1), "b"),
        (("list", 0, "also", 7), "also"),
        (("list", 0, "gone"), '{id: h1, text: "甲, 乙", also: [a,  b ]}'),
        (("plan",), "plan"),
        (("plan", "due"), "2025"),
        (("plan", "gone", "due", "deeper"), "2025"),
        (("plan", Key("gone")), "plan"),
        (("plan", "none"), "none"),
    ],
)
def test_a_place_in_a_flow_collection(route: Route, stands: str) -> None:
    text = 'list:\n  - {id: h1, text: "甲, 乙", also: [a,  b ]}  # x\nplan: { due: 2025 , none: [] }\n'
    spans = spans_in_plain(text, [route])
    assert spans == locate_composed(text, [route])
    assert [text.splitlines()[s.line - 1][s.column - 1 : s.end_column - 1] for s in spans] == [stands]
