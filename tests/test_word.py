"""Word documents: the words of the Markdown, the figures of the standard, the same bytes for the same."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import docx
import pytest

from rectledger.errors import CannotRunError
from rectledger.load.taking import take
from rectledger.messages import Language, say
from rectledger.model.settings import Documents
from rectledger.render.escape import one_line
from rectledger.render.order import Order
from rectledger.render.plain import plain
from rectledger.render.problems import TemplateProblem
from rectledger.render.word.document import template_of, word_template
from rectledger.render.word.filling import filled
from rectledger.render.word.packing import packed
from rectledger.render.word.placing import indents
from rectledger.render.word.properties import Origin, origin_of
from rectledger.source.docx.reading import paragraphs_of
from rectledger.source.docx.sameness import same_document
from tests.words import W, changed, order, part, read_part, rendered, template

DOCUMENTS = ("notice", "item-notice", "report", "plan", "ledger", "closure")


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs that are not empty."""
    return [text for p in paragraphs_of("t", data) if (text := one_line("\n".join(p.lines)))]


def words_of(markdown: str) -> list[str]:
    """The paragraphs and cells of a Markdown document."""
    return [cell for line in plain(markdown).split("\n") for cell in line.split("\t") if cell]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_says_what_the_markdown_says(name: str) -> None:
    assert paragraphs(rendered(name=name)) == words_of(order(name).body)


@pytest.mark.parametrize(
    "words",
    [
        "# 甲 ##\n\n一**二**三 *四* ~~五~~ `六` [七](http://x.cn) &lt; \\*\n\n---\n\n> 引\n\n- 项\n\n1. 项\n",
        "{# 注 #}\n甲{% if day %}乙{% else %}丙{% endif %}丁\n{% set x = '“A&B” <c>' %}\n{{ x }}｛{{ '“' ~ x }}\n",
        "{% for n in range(3) %}\n问题{{ n }}：{{ '是' if n > 1 else '否' }}\n{% endfor %}\n\n#### 1.三\n\n###### 六\n",
        "| A | B |\n|---|:-:|\n{% for n in [1] %}\n{% if n %}\n| {{ n }}\\| | **B** |\n{% endif %}\n{% endfor %}\n",
        "| 甲 |\n|---|\n| {{ day }} |\n{% if day %}\n\n尾\n\n{% endif %}\n",
        "",
    ],
)
def test_whatever_a_template_is_made_of(words: str) -> None:
    assert paragraphs(rendered(words=words)) == words_of(order(words=words).body)


@pytest.mark.parametrize(
    ("words", "key", "line"),
    [
        ("甲\n{% macro m() %}{% endmacro %}\n", "cannot.word-statement", 2),
        ("甲\n{% raw %}{{ x }}{% endraw %}\n", "cannot.word-statement", 2),
        ("甲\n\n{% set x %}乙{% endset %}\n", "cannot.word-statement", 3),
        ("甲\n乙{% if day %}丙\n{% endif %}\n", "cannot.word-block", 2),
        ("甲\n{# style: 落款 #}\n乙\n", "cannot.word-style", 2),
        ("甲\n{% if %}\n{% endif %}\n", "cannot.template", 2),
        ("甲\n{{ (\n", "cannot.template", 2),
        ("甲\n\n{{ nothing }}\n", "cannot.template-name", 2),
    ],
)
def test_what_has_no_place_in_word_says_where(words: str, key: str, line: int) -> None:
    with pytest.raises(TemplateProblem) as caught:
        rendered(words=words)
    assert (caught.value.key, caught.value.line) == (key, line)
    for language in Language:
        assert say(key, language, caught.value.values)


def test_same_input_same_bytes_and_a_trace_of_nobody() -> None:
    one, other = rendered(), rendered()
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "theme" in name or "thumbnail" in name]
    core = docx.Document(io.BytesIO(one)).core_properties
    assert (core.author, core.last_modified_by) == ("", "")
    assert core.created
    assert core.created.date() == date(2025, 11, 5)
    assert core.title == "中共益阳市生态环境局高新区分局党组关于专项巡察整改进展情况的通报"


def test_a_document_says_where_it_is_from() -> None:
    data = rendered(revision="0f" * 20 + "+", made=date(2026, 1, 2))
    assert origin_of("t", data) == Origin("notice", "zx2024", "zx2024-04", "", "0f" * 20 + "+", "2025-11-05")
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.created
    assert core.created.date() == date(2026, 1, 2)
    assert origin_of("t", template("甲")) is None


def test_a_document_that_only_names_another_revision_is_the_same() -> None:
    one = rendered(revision="a" * 40)
    assert same_document(one, rendered(revision="b" * 40))
    assert not same_document(one, rendered(words="# 甲\n"))
    styles = read_part(one, "word/styles.xml").replace("仿宋_GB2312", "仿宋")
    assert not same_document(changed(one, {"word/styles.xml": styles.encode()}), one)


def test_a_document_that_word_has_saved_is_compared_by_its_words() -> None:
    one = rendered()
    app = read_part(one, "docProps/app.xml").replace("rectledger", "Microsoft Office Word")
    settings = read_part(one, "word/settings.xml").replace("<w:compat>", "<w:compat ><w:useFELayout/>")
    saved = changed(one, {"docProps/app.xml": app.encode(), "word/settings.xml": settings.encode()})
    assert same_document(saved, one)
    body = read_part(one, "word/document.xml").replace("专题会议", "专门会议")
    assert not same_document(changed(saved, {"word/document.xml": body.encode()}), one)


def test_the_figures_of_the_standard() -> None:
    data = rendered()
    section = next(part(data, "word/document.xml").iter(f"{W}sectPr"))
    size, margins, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    assert size is not None
    assert margins is not None
    assert grid is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
        "2098",
        "1474",
        "1984",
        "1587",
    ]
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")
    assert (grid.get(f"{W}charSpace")) is None
    assert part(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_the_styles_of_the_standard() -> None:
    styles = {style.get(f"{W}styleId"): style for style in part(rendered(), "word/styles.xml").iter(f"{W}style")}
    fonts = {"Title": "方正小标宋简体", "Heading1": "黑体", "Heading2": "楷体_GB2312", "BodyText": "仿宋_GB2312"}
    for name, font in fonts.items():
        found = next(styles[name].iter(f"{W}rFonts"))
        assert {found.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {font}
        assert found.get(f"{W}hint") == "eastAsia"
        assert not [key for key in found.keys() if "heme" in key]  # noqa: SIM118 -- an element is no mapping
    figures = {name: next(styles["BodyText"].iter(f"{W}{name}")).attrib for name in ("sz", "ind", "jc")}
    assert figures["sz"][f"{W}val"] == "32"
    assert (figures["ind"][f"{W}firstLineChars"], figures["ind"][f"{W}firstLine"]) == ("200", "640")
    exact = next(styles["BodyText"].iter(f"{W}spacing"))
    assert (exact.get(f"{W}line"), exact.get(f"{W}lineRule")) == ("579", "exact")
    assert [s.get(f"{W}val") for s in styles["BodyText"].iter(f"{W}spacing")][1] == "-5"
    assert next(styles["Title"].iter(f"{W}sz")).get(f"{W}val") == "44"
    assert next(styles["Footer"].iter(f"{W}sz")).get(f"{W}val") == "28"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 17 characters, and a date of 6.5
        (["中共益阳市生态环境局高新区分局党组", "2025年11月5日"], [9.0, 11.0]),
        (["市局", "2025年11月5日"], [17.5, 19.5]),
        (["示例局整改领导小组办公室", "2025年11月5日"], [14.0, 16.0]),
        (["甲" * 40, "2025年11月5日"], [0.0, 2.0]),
        (["某局"], [24.0]),
    ],
)
def test_the_sign_off_stands_where_the_standard_has_it(lines: list[str], expected: list[float]) -> None:
    assert indents(lines) == expected


def test_the_sign_off_of_the_notice() -> None:
    body = part(rendered(), "word/document.xml")
    placed = [
        (p.find(f"{W}pPr/{W}ind"), "".join(t.text or "" for t in p.iter(f"{W}t")))
        for p in body.iter(f"{W}p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "RLSignOff"
    ]
    assert [(i.get(f"{W}leftChars"), i.get(f"{W}left")) for i, _ in placed if i is not None] == [
        ("900", "2835"),
        ("1100", "3465"),
    ]
    assert [text for _, text in placed] == ["中共益阳市生态环境局高新区分局党组", "2025年11月5日"]


def test_page_numbers_stand_outside() -> None:
    data = rendered()
    document = docx.Document(io.BytesIO(data))
    odd, even = document.sections[0].footer, document.sections[0].even_page_footer
    assert [str(footer.paragraphs[0].alignment) for footer in (odd, even)] == ["RIGHT (2)", "LEFT (0)"]
    assert [footer.paragraphs[0].text for footer in (odd, even)] == ["— 1 —", "— 1 —"]


@pytest.mark.parametrize(
    ("fonts", "body"),
    [("gb2312", "仿宋_GB2312"), ("windows", "仿宋"), ("wps", "方正仿宋_GBK"), ("fandol", "FandolFang R")],
)
def test_font_profiles(fonts: str, body: str) -> None:
    made = word_template("甲\n", "notice", take(Documents, {"fonts": fonts}))
    styles = read_part(made, "word/styles.xml")
    assert body in styles
    assert "<w:b/>" not in styles
    bold = word_template("甲\n", "notice", take(Documents, {"fonts": fonts, "bold": "true"}))
    assert read_part(bold, "word/styles.xml").count("<w:b/>") == 3


def test_an_internal_document_is_marked_on_every_page() -> None:
    made = docx.Document(io.BytesIO(rendered(name="ledger")))
    section = made.sections[0]
    assert [h.paragraphs[0].text for h in (section.header, section.even_page_header)] == ["内部资料　不得外传"] * 2
    assert section.page_width > section.page_height  # type: ignore[operator]


def test_the_ledgers_own_template() -> None:
    layout = template(
        "{{ notice.issuer }}", "{%p for h in notice.progress.headings %}", "{{ h.title }}", "{%p endfor %}"
    )
    assert paragraphs(rendered(layout=layout))[:3] == [
        "中共益阳市生态环境局高新区分局党组",
        "理论学习制度执行不够到位",
        "以人民为中心的思想不够牢固",
    ]


HOSTILE = {
    "{{ ''.__class__.__mro__ }}": "cannot.template-unsafe",
    "{% include '/etc/passwd' %}": "cannot.template",
    "{{ nothing }}": "cannot.template-name",
    "{{ notice }}": "cannot.template-value",
    "{% for a in range(90000) %}{% for b in range(90000) %}甲{% endfor %}{% endfor %}": "cannot.template-work",
    "{{ 'a' * 1000000000 }}": "cannot.template-unsafe",
    "{% if day %}": "cannot.template",
    "{{ day": "cannot.template",
    "{{ (1 }}": "cannot.template",
}


@pytest.mark.parametrize(("text", "key"), HOSTILE.items())
def test_a_hostile_template_is_stopped_at_its_paragraph(text: str, key: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        rendered(layout=template("甲", "乙", text))
    assert caught.value.key == key
    said = say(key, Language.ZH, caught.value.values)
    assert said.startswith("模板 notice.docx 正文第 3 段"), said


def test_statements_that_tear_the_document() -> None:
    with pytest.raises(TemplateProblem, match=r"cannot\.word-torn"):
        rendered(layout=template("{%p for n in range(2) %}", "乙{% endfor %}丙"))


def harmful() -> dict[str, tuple[bytes, str]]:
    """Templates that do harm, and what is said of each."""
    whole = template("甲")
    body, types = read_part(whole, "word/document.xml"), "word/document.xml"
    entity = body.replace("?>", '?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1).replace("甲", "&x;")
    relations = read_part(whole, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="http://198.51.100.1/a.png" TargetMode="External"/></Relationships>',
    )
    field = body.replace("<w:t>甲</w:t>", '<w:instrText xml:space="preserve"> INCLUDETEXT "/etc/passwd" </w:instrText>')
    return {
        "no archive": (b"PK\x03\x04 no", "cannot.document-broken"),
        "nothing": (b"", "cannot.document-broken"),
        "bomb": (changed(whole, {"word/media/x.xml": b"<a>" + b" " * 80_000_000 + b"</a>"}), "cannot.document-bomb"),
        "entity": (changed(whole, {types: entity.encode()}), "cannot.document-entities"),
        "macros": (changed(whole, {"word/vbaProject.bin": b"x"}), "cannot.document-macros"),
        "linked picture": (changed(whole, {"word/_rels/document.xml.rels": relations.encode()}), "cannot.word-outside"),
        "field": (changed(whole, {types: field.encode()}), "cannot.word-outside"),
        "no body": (changed(whole, {}, without=[types]), "cannot.document-broken"),
        "deep": (changed(whole, {types: b"<a>" * 5000 + b"</a>" * 5000}), "cannot.document-broken"),
    }


@pytest.mark.parametrize("name", harmful())
def test_a_harmful_template_is_not_opened(name: str) -> None:
    data, key = harmful()[name]
    with pytest.raises(CannotRunError) as caught:
        rendered(layout=data)
    assert caught.value.key == key


DATA = [
    "A&B <C> \"D\" 'E' ]]> <!-- F -->",
    "{{ day }} {% if x %} {# y #} {_{ }_} {_% %_}",
    "</w:t></w:r></w:p><w:p><w:r><w:t>",
    "\u202e右到左\u202c\u200f\u200d",
    "**粗** [链](http://x.cn) | # > 1. &amp; \\",
    "堃喆䶮𠮷👍",
    "甲\n乙\r\n丙\td",
    "长" * 100_000,
]


@pytest.mark.parametrize("text", DATA)
@pytest.mark.parametrize("own", [True, False])
def test_data_comes_out_as_data(text: str, own: bool) -> None:
    asked = order(layout=template("{{ day }}") if own else None, words="{{ day }}\n")
    assert paragraphs(fill(asked, {"day": text})) == [one_line(text)]


def fill(asked: Order, data: Mapping[str, object]) -> bytes:
    return packed(filled(template_of(asked), "t.docx", data))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_control_characters_are_refused_by_name(character: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        fill(order(layout=template("甲", "{{ day }}")), {"day": f"a{character}"})
    assert caught.value.key == "cannot.template-control"
    assert caught.value.reason == f"U+{ord(character):04X}"
