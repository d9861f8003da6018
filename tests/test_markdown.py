"""Templates to Markdown and Markdown to text: data stays what it is, templates stay in their box."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rectledger.messages import Language, say
from rectledger.render import markdown, work
from rectledger.render.escape import control_in, escaped, one_line
from rectledger.render.markdown import render_markdown
from rectledger.render.plain import plain
from rectledger.render.problems import TemplateProblem

MARKS = "*_#|<>[]()\\`~&+-=:!1.) \t甲“。ａb;amp\n"
TEXTS = (st.text(MARKS, max_size=14) | st.text(max_size=14)).filter(lambda text: not control_in(text))
PLACES = ["{{ x }}", "# {{ x }}", "### （一）{{ x }}", "- {{ x }}", "问题1：{{ x }}。", "1. {{ x }}", "> {{ x }}"]
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(source: str) -> str:
    """What an independent reader of Markdown takes for the text."""
    return "".join(map(_text, READER.parse(source)))


def _text(token: Token) -> str:
    if token.children is not None:
        return "".join(map(_text, token.children))
    return "\n" if token.type == "softbreak" else token.content


def kinds(source: str) -> list[str]:
    tokens = READER.parse(source)
    return [token.type for token in tokens] + [child.type for token in tokens for child in token.children or ()]


@pytest.mark.parametrize("place", PLACES)
@given(TEXTS)
@example("---")
@example("甲 ##")
@example("a\\")
@example("&amp;")
def test_data_comes_back_from_the_text(place: str, text: str) -> None:
    out = plain(render_markdown(place, "t", {"x": text}))
    line = place.removeprefix("# ").removeprefix("### ").removeprefix("> ").replace("{{ x }}", one_line(text))
    assert out == line.rstrip(" ") + "\n"


@pytest.mark.parametrize("place", PLACES)
@given(TEXTS)
@example("1. 甲")
@example("a\tb")
@example("<!-- 甲 -->")
@example("[甲]: http://example.org")
def test_another_reader_of_markdown_sees_the_same_data(place: str, text: str) -> None:
    source = render_markdown(place, "t", {"x": text})
    assert read(source).strip() == re.sub(r"^(#+|-|1\.|>) ?", "", place).replace("{{ x }}", one_line(text)).strip()
    assert set(kinds(source)) - {"text", "text_special"} <= set(kinds(place.replace("{{ x }}", "甲"))) | {"inline"}


@given(TEXTS, TEXTS)
def test_data_below_data_is_a_paragraph_of_two_lines(first: str, second: str) -> None:
    source = render_markdown("甲{{ x }}\n{{ y }}", "t", {"x": first, "y": second})
    assert {*kinds(source)} <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special", "softbreak"}


@given(TEXTS.filter(one_line), TEXTS.filter(one_line))
def test_data_in_a_table_stays_in_its_cell(first: str, second: str) -> None:
    source = render_markdown("| 甲 | 乙 |\n|---|---|\n| {{ x }} | {{ y }} |", "t", {"x": first, "y": second})
    assert plain(source) == f"甲\t乙\n{one_line(first)}\t{one_line(second)}\n"
    assert kinds(source).count("td_open") == 2


@pytest.mark.parametrize(
    "text",
    [
        "2021-2035",
        "VOCs",
        "（益编办发〔2024〕70号）",
        "yy_hj@126.com",
        "A&B公司",
        "-5℃",
        "PM2.5<35",
        "1.5倍",
        "“5+N”",
        "a=b",
    ],
)
def test_what_means_nothing_stays_clean(text: str) -> None:
    assert escaped(text) == text


def test_line_breaks_become_a_space_or_nothing() -> None:
    assert one_line(" 甲\n  乙\r\nab\ncd \n") == "甲乙 ab cd"


def test_marks_of_the_template_are_taken_off() -> None:
    source = "# **甲** ##\n\n\n\n- *a* `b*` ~~c~~ __d__ 2 * 3 * 4\n\n---\n\n"
    source += "> [站](http://x.cn) &lt; \\*\n\n|a|b|\n|-|:-:|\n||c\\||"
    assert plain(source) == "甲\n\n- a b* c d 2 * 3 * 4\n\n站（http://x.cn） < *\n\na\tb\n\tc|\n"


def test_macros_and_blocks_are_escaped_once() -> None:
    source = "{% macro m(t) %}**{{ t }}**{% endmacro %}{% set s %}_{{ x }}_{% endset %}{{ m(x) }} {{ s }}"
    assert render_markdown(source, "t", {"x": "a*b"}) == "**a\\*b** _a\\*b_\n"


def test_there_is_no_hatch() -> None:
    for source in ("{{ x | safe }}", "{% autoescape false %}{{ x | safe }}{% endautoescape %}", "{{ '*' ~ x }}"):
        assert "\\*" in render_markdown(source, "t", {"x": "*\n<b>"})


HOSTILE = {
    "{{ ''.__class__ }}": "cannot.template-unsafe",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}": "cannot.template-unsafe",
    "{{ x.append(1) }}": "cannot.template-unsafe",
    "{{ '{0.__class__}'.format(1) }}": "cannot.template-unsafe",
    "{{ 9 ** 9 ** 9 }}": "cannot.template-unsafe",
    "{{ 'a' * 1000000000 }}": "cannot.template-unsafe",
    "{{ nothing }}": "cannot.template-name",
    "{{ x.nothing }}": "cannot.template-name",
    "{% for a in nothing %}{% endfor %}": "cannot.template-name",
    "{% if nothing %}{% endif %}": "cannot.template-name",
    "{{ x }}": "cannot.template-value",
    "{{ none }}": "cannot.template-value",
    "{{ cycler }}": "cannot.template-value",
    "{{ '\x07' }}": "cannot.template-control",
    "{{ '\\ud800' }}": "cannot.template-control",
    "{% include '/etc/passwd' %}": "cannot.template",
    "{% extends 'notice.md.j2' %}": "cannot.template",
    "{% import 'os' as os %}": "cannot.template",
    "{{ 1 // 0 }}": "cannot.template",
    "{% for i in range(1000000) %}{% endfor %}": "cannot.template",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "cannot.template",
    "{% if %}": "cannot.template",
    "{{ x | nothing }}": "cannot.template",
    "{{ (": "cannot.template",
    "{% set x = 1 %}{{ 'a' + 1 }}": "cannot.template",
}


@pytest.mark.parametrize(("source", "key"), HOSTILE.items())
def test_a_template_that_cannot_be_rendered_says_where(source: str, key: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        render_markdown(f"一\n二 {source}", "t.md.j2", {"x": [1]})
    problem = caught.value
    assert (problem.key, problem.template, problem.line) == (key, "t.md.j2", 2)
    assert problem.reason
    for language in Language:
        assert "t.md.j2" in say(problem.key, language, problem.values)
    if "nothing" in source:
        assert "nothing" in problem.reason


def test_output_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MAX_CHARACTERS", 1000)
    loops: Any = "{% for a in range(90000) %}{% for b in range(90000) %}甲{% endfor %}{% endfor %}"
    with pytest.raises(TemplateProblem) as caught:
        render_markdown(loops, "t", {})
    assert caught.value.key == "cannot.template-size"


ENDLESS = {
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}": "cannot.template-work",
    "{% for a in range(90000) %}{% for b in range(90000) %}甲{% endfor %}{% endfor %}": "cannot.template-work",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}": "cannot.template-work",
    "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a ~ a %}" * 60: "cannot.template-work",
    "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a + a %}" * 60: "cannot.template-work",
    "{% set a = 'aaaaaaaaaa' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60: "cannot.template-work",
    "{% set a = [1, 2] %}" + "{% set a = a + a %}" * 60: "cannot.template-work",
    "{% set a = [1, 2] %}" + "{% set a = [a, a] %}" * 60 + "{{ a ~ a }}": "cannot.template-unsafe",
    "{% set a = 9 %}" + "{% set a = a * a %}" * 60: "cannot.template-unsafe",
    "{% set a = range(9000)|list %}{% for b in a %}{% if 9001 in a %}{% endif %}{% endfor %}": "cannot.template-work",
    "{% set a = range(9000)|list %}{% for b in a %}{% set c = a[1:] %}{% endfor %}": "cannot.template-work",
    "{% set a = range(9000)|list %}{% for b in a %}{% set c = a|sort %}{% endfor %}": "cannot.template-work",
    "{% set a = range(9000)|list %}{% for b in a %}{% set c = [a, a] %}{% endfor %}": "cannot.template-work",
    "{% set a = 'a' * 90000 %}{% for b in range(9000) %}{% set c = a.upper() %}{% endfor %}": "cannot.template-work",
    "{{ ('a' * 90000)|replace('a', 'b' * 90000) }}": "cannot.template-size",
    "{{ range(9000)|map('string')|join('a' * 90000) }}": "cannot.template-size",
    "{{ 'a'.center(1000000000) }}": "cannot.template-unsafe",
    "{{ 'a'.replace('a', 'b') }}": "cannot.template-unsafe",
    "{{ '%1000000000d' % 1 }}": "cannot.template-unsafe",
    "{{ '{:1000000000}'.format(1) }}": "cannot.template-unsafe",
    "{{ 'a'|center(1000000000) }}": "cannot.template",
    "{{ [1]|batch(1000000000, 'x')|list }}": "cannot.template",
    "{{ lipsum(n=100000) }}": "cannot.template-name",
    "{{ [[1], [2]]|join }}": "cannot.template",
    "{{ [1]|upper }}": "cannot.template",
}


@pytest.mark.parametrize(("source", "key"), ENDLESS.items())
def test_a_template_comes_to_an_end(source: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "MAX_WORK", 300_000)
    with pytest.raises(TemplateProblem) as caught:
        render_markdown(source, "t", {})
    assert (caught.value.key, caught.value.line) == (key, 1)


@pytest.mark.parametrize(
    ("source", "out"),
    [
        ("{{ ['甲', '乙']|join('、') }}{{ x|replace('a', 'b') }}", "甲、乙b+c"),
        (
            "{% for k, v in [('甲', 1), ('乙', 2)] %}{{ k }}{{ v }}{{ loop.cycle('，', '。') }}{% endfor %}",
            "甲1，乙2。",
        ),
        ("{% set n = namespace(t=0) %}{% for i in range(4) %}{% set n.t = n.t + i %}{% endfor %}{{ n.t * 2 }}", "12"),
        ("{{ 'a' ~ 1 ~ x }}{{ x.upper() }}{{ x[:1] }}{{ '是' if 'a' in x and x != 'b' else '否' }}", "a1a+cA+Ca是"),
        ("{{ [3, 1]|sort|map('string')|join('-') }}{{ [1, 2]|sum }}{{ x|length }}{{ x is defined }}", "1-333True"),
        ("{% for a in [1] recursive %}{{ a }}{% if a < 3 %}{{ loop([a + 1]) }}{% endif %}{% endfor %}", "123"),
    ],
)
def test_what_documents_need_still_works(source: str, out: str) -> None:
    assert render_markdown(source, "t", {"x": "a+c"}) == f"{out}\n"


def test_windows_line_ends_and_blank_lines_in_a_template() -> None:
    assert render_markdown("\r\n甲\r\n\r\n\r\n \r\n乙\r\n\r\n", "t", {}) == "甲\n\n乙\n"
