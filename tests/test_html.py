"""HTML: says what the Markdown says, loads nothing, runs nothing, and tells its parts apart."""

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from rectledger.render.document import FORMATS
from rectledger.render.html import html_page, html_text
from rectledger.render.order import Order
from rectledger.render.plain import plain
from rectledger.source.templates import template_source
from tests.ledgers import base_files
from tests.papers import ALL, facts_of, lines, subject, worked_order

CHROMIUM = shutil.which("chromium")


class Shape(HTMLParser):
    """The tags of a page in order, each with its attributes; a tag that is closed out of order is a failure."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "hr", "br"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_accessible_and_self_contained(name: str) -> None:
    page = FORMATS["html"].make(worked_order(name)).decode()
    shape = Shape(page)
    assert shape.named("html") == [{"lang": "zh-CN"}]
    assert len(shape.named("main")) == len(shape.named("h1")) == len(shape.named("title")) == 1
    levels = [int(tag[1]) for tag, _ in shape.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {attributes.get("scope") for attributes in shape.named("th")} <= {"col", "row"}
    assert not {"script", "img", "link", "iframe", "form", "object"} & {tag for tag, _ in shape.tags}
    assert not any({"style", "src", "onclick"} & attributes.keys() for _, attributes in shape.tags)


def test_the_policy_allows_the_one_style_and_nothing_else() -> None:
    page = html_page("# 题\n")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = Shape(page).named("meta")[1]["content"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|expression", style[1])


@pytest.mark.parametrize(
    ("markdown", "body"),
    [
        ("<b>甲</b> & <script>乙", "<p>&lt;b&gt;甲&lt;/b&gt; &amp; &lt;script&gt;乙</p>"),
        ("\\*甲\\* &amp;amp; \\<b>", "<p>*甲* &amp;amp; &lt;b&gt;</p>"),
        ("[甲](https://example.org)", '<p><a href="https://example.org">甲</a></p>'),
        ("![甲](https://example.org/a.png)", "<p>甲（https://example.org/a.png）</p>"),
        ("    甲", "<p>甲</p>"),
        ("甲\n乙", "<p>甲<br>\n乙</p>"),
        ("| a | b |\n| --- | ---: |\n| 甲 | 1 |", None),
    ],
)
def test_what_a_template_may_hold(markdown: str, body: str | None) -> None:
    page = html_page(markdown)
    Shape(page)
    main = page.partition("<main>\n")[2].partition("</main>")[0].strip()
    assert body is None or main == body
    assert lines(html_text(page.encode())) == lines(plain(markdown))


def test_a_link_that_would_run_something_is_none() -> None:
    assert "<p>[甲](javascript:alert(1))</p>" in html_page("[甲](javascript:alert(1))")


def test_a_name_that_is_written_like_markup_stays_a_name() -> None:
    files = base_files()
    files["ledger/inspections/demo.yaml"] = files["ledger/inspections/demo.yaml"].replace(
        "立即部署", '<img src=x> "&lt;" 立即*部署*'
    )
    page = FORMATS["html"].make(Order(subject(facts_of(files), "notice"), "notice", template_source(None, "notice")))
    assert "&lt;img src=x&gt; &quot;&amp;lt;&quot; 立即*部署*整改" in page.decode()


def test_cells_are_aligned_without_a_style_of_their_own() -> None:
    page = html_page("| 甲 | 乙 |\n| --- | ---: |\n| 一 | 1 |\n")
    assert '<th scope="row">一</th>\n<td class="right">1</td>' in page


def test_the_sign_off_is_set_apart() -> None:
    page = html_page("# 题\n\n某单位：\n\n正文。\n\n某局\n\n2025年11月5日\n")
    assert re.findall('<p class="(.*?)">(.*?)</p>', page) == [
        ("to", "某单位："),
        ("signed", "某局"),
        ("signed", "2025年11月5日"),
    ]
    assert "signed" not in html_page("截至2025年11月5日\n\n| 甲 |\n| --- |\n| 2025年11月5日 |\n").partition("<main>")[2]


@pytest.mark.skipif(CHROMIUM is None or shutil.which("pdftotext") is None, reason="needs Chromium and pdftotext")
def test_the_mark_and_the_number_stand_on_every_printed_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(FORMATS["html"].make(worked_order("ledger")))
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    quiet = ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}"]
    printing = ["--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'a.pdf'}", (tmp_path / "a.html").as_uri()]
    subprocess.run([str(CHROMIUM), *options, *quiet, *printing], check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "a.pdf", "-"], check=True, capture_output=True).stdout
    pages = text.decode().removesuffix("\f").split("\f")
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "内部资料" in page
        assert re.search(f"— *{number} *—", page)
