"""Word documents: computed numbers, tracked changes, tables, and what does harm."""

import shutil
import subprocess
from pathlib import Path

import pytest

from rectledger.errors import CannotRunError
from rectledger.render.plain import plain
from rectledger.source.docx.numerals import written
from rectledger.source.docx.reading import Paragraph, paragraphs_of
from rectledger.source.prose import Prose, prose_of
from tests.documents import W, package, run, taken, word

NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="问题%3："/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>
<w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>
</w:styles>"""
PARTS = {"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES}


def listed(text: str, number: str = "1", level: str = "0", more: str = "") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>{more}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}</w:p>"


def styled(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def prose(*paragraphs: str) -> Prose:
    return prose_of("a.docx", word(paragraphs, PARTS), plain)


def lines(*paragraphs: str) -> list[str]:
    return [line.text for line in prose(*paragraphs).lines]


def test_numbers_that_word_computes() -> None:
    assert lines(
        listed("甲"), listed("子", level="1"), listed("丑", level="1"), listed("乙"), listed("寅", level="1"),
        listed("卯", level="2"), listed("辰", level="2"), "无", listed("丙"),
    ) == [
        "一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "问题1：卯", "问题2：辰", "无", "三、丙",
    ]  # fmt: skip


def test_lists_that_go_on_and_lists_that_begin_anew() -> None:
    items = (listed("甲", "2"), listed("点", "2", "1"), listed("乙", "2"), listed("丙", "3"), listed("丁", "3"))
    assert lines(*items) == ["3.甲", "点", "4.乙", "1.丙", "2.丁"]


def test_numbers_of_styles() -> None:
    assert lines(styled("甲", "a"), styled("乙", "b"), styled("丙", "c"), styled("丁", "none")) == [
        "（一）甲", "（二）乙", "丙", "丁",
    ]  # fmt: skip


def test_a_list_that_is_not_there() -> None:
    assert lines(listed("甲", "0"), listed("乙", "9"), listed("丙", level="8")) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("way", "numbers"),
    [
        ("decimal", "1 10 21"),
        ("decimalZero", "01 10 21"),
        ("decimalFullWidth", "１ １０ ２１"),
        ("chineseCountingThousand", "一 十 二十一"),
        ("japaneseCounting", "一 十 二十一"),
        ("ideographDigital", "一 一〇 二一"),
        ("chineseLegalSimplified", "壹 拾 贰拾壹"),
        ("decimalEnclosedCircleChinese", "① ⑩ 21"),
        ("decimalEnclosedParen", "⑴ ⑽ (21)"),
        ("decimalEnclosedFullstop", "⒈ ⒑ 21."),
        ("lowerLetter", "a j u"),
        ("upperRoman", "I X XXI"),
        ("bullet", "  "),
        ("hebrew1", "1 10 21"),
    ],
)
def test_ways_of_writing_numbers(way: str, numbers: str) -> None:
    assert " ".join(written(number, way) for number in (1, 10, 21)) == numbers


def test_tracked_changes_are_as_if_accepted() -> None:
    got = prose("修订{+会议+}{-考勤-}制度")
    assert [line.text for line in got.lines] == ["修订会议制度"]
    assert [(f.key, f.span.line, f.values["words"]) for f in got.findings] == [
        ("RL658", 1, "会议"), ("RL658.deleted", 1, "考勤"),
    ]  # fmt: skip


DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'


def test_a_deleted_paragraph_has_no_number_and_a_deleted_mark_joins() -> None:
    gone = '<w:del w:id="2" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del>'
    deleted = listed("", more=DELETED_MARK).replace("</w:p>", f"{gone}</w:p>")
    assert lines(listed("甲"), deleted, listed("乙")) == ["一、甲", "二、乙"]
    assert lines(listed("前半", more=DELETED_MARK), "后半") == ["一、前半后半"]


def test_moves_breaks_tabs_and_fields() -> None:
    moved = f'<w:p><w:moveFrom w:id="1">{run("甲")}</w:moveFrom><w:moveTo w:id="2">{run("乙")}</w:moveTo></w:p>'
    broken = "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r></w:p>"
    field = (
        '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    )
    got = prose(moved, broken, field)
    assert [(line.text, line.number) for line in got.lines] == [("乙", 1), ("上", 2), ("下\t右", 2), ("3", 3)]


def test_the_cells_of_tables_and_content_controls_in_reading_order() -> None:
    cell = "<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>"
    row = f"<w:tr>{cell.format(run('左'))}{cell.format(run('右'))}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell.format(run('删'))}</w:tr>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('框')}</w:p></w:sdtContent></w:sdt>"
    xml = f"<w:tbl><w:tblPr/>{row}{gone}</w:tbl>"
    assert lines("前", xml, control.replace("<w:sdt>", "<w:sdt>"), "后") == ["前", "左", "右", "框", "后"]


def test_what_is_not_read_is_named() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    hidden = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>{run('露')}</w:p>"
    got = prose("甲{footnote}", "乙{picture}", box, hidden)
    assert [line.text for line in got.lines] == ["甲", "乙", "", "露"]
    assert [(f.key, f.values["what"]) for f in got.findings] == [
        ("RL659", "document.footnote"), ("RL660", "document.picture"), ("RL659", "document.textbox"),
        ("RL660", "document.hidden"),
    ]  # fmt: skip


def test_the_strict_namespace() -> None:
    data = word(["甲"])
    strict = package(
        {"word/document.xml": _document(data).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")}
    )
    assert paragraphs_of("a.docx", strict) == [Paragraph("", ("甲",))]


def _document(data: bytes) -> str:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


DTD = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"word/document.xml": f"{DTD}<w>&b;</w>"}, "cannot.document-entities"),
        ({"word/document.xml": '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'}, "cannot.document-entities"),
        ({"word/document.xml": "<w>", "word/x.xml": "<a/>"}, "cannot.document-broken"),
        ({"word/document.xml": "<w/>"}, "cannot.document-broken"),
        ({"a.txt": "a"}, "cannot.document-broken"),
        ({"word/document.xml": "<w/>", "word/vbaProject.bin": "a"}, "cannot.document-macros"),
        ({"word/document.xml": "<w/>", "word/media/a.bin": " " * 4_000_000}, "cannot.document-bomb"),
        ({"word/document.xml": "<w>" * 300 + "</w>" * 300}, "cannot.document-broken"),
    ],
)
def test_what_does_harm_is_refused_by_name(parts: dict[str, str], key: str) -> None:
    with pytest.raises(CannotRunError) as error:
        paragraphs_of("a.docx", package(parts))
    assert error.value.key == key


def test_a_notice_with_numbers_from_word() -> None:
    got = taken(
        word(
            [
                "示例局办公室关于专项巡察整改进展情况的通报",
                "示例巡察组对示例局办公室开展了专项巡察，2025年1月17日反馈意见。",
                listed("整改进展情况"),
                listed("反馈问题：会议制度执行不到位", level="1"),
                listed("会议记录不全", level="2"),
                "整改情况：补齐记录。",
                listed("反馈问题：监督检查不够有力", level="1"),
                listed("检查流于形式", level="2", more='<w:rPr><w:ins w:id="1" w:author="a"/></w:rPr>'),
                "整改情况：建立台账。",
                "示例局办公室",
                "2025年11月5日",
            ],
            {
                "word/numbering.xml": NUMBERING.replace(
                    'w:val="问题%3："/>', 'w:val="问题%3："/><w:lvlRestart w:val="0"/>'
                )
            },
        ),
        "notice.docx",
    )
    assert {file: text.count("- id: m") for file, text in got.files.items() if file.startswith("issues")} == {
        "issues/old/old-01.yaml": 1,
        "issues/old/old-02.yaml": 1,
    }
    assert [(p.key, p.at) for p in got.problems if p.code in {"RL640", "RL641", "RL644"}] == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_what_libreoffice_has_written(tmp_path: Path) -> None:
    html = (
        "<html><meta charset='utf-8'><body><p>示例局办公室关于专项巡察整改进展情况的通报</p>"
        "<p>示例巡察组对示例局办公室开展了专项巡察，2025年1月17日反馈意见。</p><p>一、整改进展情况</p>"
        "<ol><li><p>会议记录不全。</p></li></ol><p>整改情况：补齐记录。</p>"
        "<ol start='2'><li><p>检查流于形式。</p></li></ol><p>整改情况：建立台账。</p>"
        "<p>示例局办公室</p><p>2025年11月5日</p></body></html>"
    )
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path),
        "a.html",
    ]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    got = prose_of("a.docx", (tmp_path / "a.docx").read_bytes(), plain)
    assert [line.text for line in got.lines if line.text][3:7] == [
        "1.会议记录不全。", "整改情况：补齐记录。", "2.检查流于形式。", "整改情况：建立台账。",
    ]  # fmt: skip
    issues = [
        text for file, text in taken((tmp_path / "a.docx").read_bytes(), "a.docx").files.items() if "issues" in file
    ]
    assert len(issues) == 2
