"""The pages of the worked notice, as LibreOffice lays them out with free fonts in the place of the official ones.

Needs soffice, pdftotext and the Fandol fonts (Debian: libreoffice-writer, poppler-utils, texlive-lang-chinese).
"""

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from rectledger.source.docx.sameness import text_of
from tests.words import rendered, template_new

PLACES = (
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf/fonts/opentype/public/fandol",
    "/usr/share/fonts/opentype/fandol",
)
STAND_INS = {
    "方正小标宋简体": "FandolSong",
    "仿宋_GB2312": "FandolFang R",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
}
FONTS = next((place for place in PLACES if Path(place).is_dir()), "")
POINTS = 72 / 25.4
TEXT_LEFT, TEXT_RIGHT = 28 * POINTS, (210 - 26) * POINTS
TEXT_BOTTOM = (37 + 225) * POINTS
CHARACTER = 15.75
NUMBER = re.compile(r"— \d+ —")

pytestmark = [
    pytest.mark.skipif(
        not shutil.which("soffice") or not shutil.which("pdftotext"), reason="no LibreOffice, no poppler"
    ),
    pytest.mark.skipif(not FONTS, reason="no Fandol fonts: Debian's texlive-lang-chinese"),
]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def converted(folder: Path, data: bytes, to: str) -> Path:
    """A Word document as LibreOffice saves it in another format."""
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in/notice.docx").write_bytes(data)
    aliases = "".join(
        f'<match><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit></match>'
        for name, font in STAND_INS.items()
    )
    config = folder / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{FONTS}</dir><cachedir>{folder}/cache</cachedir>{aliases}</fontconfig>',
        encoding="utf-8",
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        str(folder / "in/notice.docx"),
    ]
    environment = os.environ | {"FONTCONFIG_FILE": str(config), "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=300)
    return folder / f"notice.{to}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    """The lines of each page of the notice, from top to bottom."""
    folder = tmp_path_factory.mktemp("pages")
    pdf = converted(folder, rendered(), "pdf")
    subprocess.run(["pdftotext", "-bbox-layout", pdf, folder / "notice.html"], check=True)
    page = re.sub(r"<!DOCTYPE[^>]*>", "", (folder / "notice.html").read_text(encoding="utf-8"))
    space = "{http://www.w3.org/1999/xhtml}"
    return [sorted(_lines(found, space), key=lambda line: line.top) for found in fromstring(page).iter(f"{space}page")]


def _lines(page: "object", space: str) -> Iterator[Line]:
    """Lines of words that stand at one height, whatever blocks pdftotext makes of them."""
    heights: dict[int, list[tuple[float, float, float, float, str]]] = defaultdict(list)
    for word in page.iter(f"{space}word"):  # type: ignore[attr-defined]
        left, top, right, bottom = (float(word.get(key)) for key in ("xMin", "yMin", "xMax", "yMax"))
        heights[round((top + bottom) / 2 / 8)].append((left, right, top, bottom, word.text or ""))
    for words in heights.values():
        words.sort()
        text = " ".join(word[4] for word in words)
        yield Line(text, words[0][0], words[-1][1], min(w[2] for w in words), max(w[3] for w in words))


def body(page: list[Line]) -> list[Line]:
    return [line for line in page if not NUMBER.fullmatch(line.text)]


def test_no_text_is_lost(pages: list[list[Line]]) -> None:
    printed = "".join(line.text for page in pages for line in body(page))
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", "".join(text_of(rendered())))


def test_a_page_has_22_lines(pages: list[list[Line]]) -> None:
    # the title takes two, and a blank one stands below it
    assert len(body(pages[0])) == 21
    assert {len(body(page)) for page in pages[1:-2]} == {22}
    tops = [line.top for line in body(pages[1])]
    assert (tops[-1] - tops[0]) / 21 == pytest.approx(28.95, abs=0.1)


def test_a_line_has_28_characters(pages: list[list[Line]]) -> None:
    lines = [line for page in pages[1:] for line in body(page) if not re.search(r"[\x00-\xff]", line.text)]
    full = [len(line.text) for line in lines if line.right > TEXT_RIGHT - CHARACTER / 2]
    # 26 behind an indent; fewer where a mark may not begin the next line
    assert set(full) <= {25, 26, 27, 28}
    assert full.count(28) > len(full) / 4
    assert max(line.right for page in pages for line in body(page)) <= TEXT_RIGHT + 1


def test_page_numbers_stand_outside_7_mm_below_the_text(pages: list[list[Line]]) -> None:
    numbers = [next(line for line in page if NUMBER.fullmatch(line.text)) for page in pages]
    assert [line.text for line in numbers] == [f"— {n} —" for n in range(1, len(pages) + 1)]
    for line in numbers[::2]:
        assert line.right == pytest.approx(TEXT_RIGHT - 14, abs=3)
    for line in numbers[1::2]:
        assert line.left == pytest.approx(TEXT_LEFT + 14, abs=3)
    for line in numbers:
        assert (line.top + line.bottom) / 2 == pytest.approx(TEXT_BOTTOM + 7 * POINTS, abs=4)


def test_levels_begin_two_characters_in(pages: list[list[Line]]) -> None:
    headings = [
        line for page in pages for line in body(page) if re.match(r"[一二三]、|（[一二三四五六七]）反馈", line.text)
    ]
    assert len(headings) == 10
    for line in headings:
        assert line.left == pytest.approx(TEXT_LEFT + 32, abs=6)


def test_the_sign_off_stands_in_its_place(pages: list[list[Line]]) -> None:
    *_, before, issuer, date = body(pages[-1])
    assert (issuer.text, re.sub(" ", "", date.text)) == ("中共益阳市生态环境局高新区分局党组", "2025年11月5日")
    assert issuer.right == pytest.approx(TEXT_RIGHT - 2 * CHARACTER, abs=3)
    assert date.left == pytest.approx(issuer.left + 2 * CHARACTER, abs=2)
    assert issuer.top - before.top == pytest.approx(2 * 28.95, abs=0.5)


def test_a_template_that_libreoffice_has_saved_still_works(tmp_path: Path) -> None:
    saved = converted(tmp_path, template_new(), "docx").read_bytes()
    again = rendered(layout=saved)
    assert text_of(again) == text_of(rendered())
