"""`template check`, `template new` and `verify`, as a clerk uses them."""

import json
from pathlib import Path

import pytest

from tests.ledgers import base_files
from tests.program import REPOSITORY, git, run_here, write
from tests.words import changed, read_part, template

DAY = ("--as-of", "2025-11-05")
BODY = "word/document.xml"
EMPTY_ARCHIVE = b"PK\x05\x06" + bytes(18)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The base ledger in a repository of its own."""
    write(tmp_path, base_files())
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "words")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.mark.parametrize("file", sorted(path.name for path in (REPOSITORY / "templates").glob("*.md.j2")))
def test_the_built_in_templates_pass(file: str) -> None:
    ran = run_here(REPOSITORY, "template", "check", REPOSITORY / "templates" / file, *DAY)
    assert ran.code == 0, ran.out


def test_everything_at_once_and_each_with_its_paragraph(small: Path) -> None:
    slips = template(
        "{{ notice.isuer }}",
        "｛｛ day }}",
        "{{ notice.date",
        "甲{%p if day %}",
        "{% for h in notice.progress.headings %}",
        "<Nowhere> 乙",
        "{{ day }}",
    )
    write(small, {"templates/notice.docx": slips})
    ran = run_here(small, "template", "check", "templates/notice.docx", "--format", "json", *DAY)
    assert ran.code == 1
    found = [d["message"] for d in json.loads(ran.out)["diagnostics"]]
    assert found == [
        "正文第 1 段（{{ notice.isuer }}）：没有“isuer”这个名称",
        "正文第 2 段（｛｛ day }}）：“｛｛”里有全角符号",
        "正文第 3 段（{{ notice.date）：标签不成对：{{ notice.date",
        "正文第 4 段（甲{%p if day %}）：{%p if day %} 旁边的文字会丢失",
        "正文第 5 段（{% for h in notice.progress.headings %}）：if 或 for 在这一段里没有收尾",
        "正文第 6 段（乙）：文档里没有“Nowhere”这个样式",
    ]


def test_what_passes_renders(small: Path) -> None:
    layout = template("{{ notice.issuer }}", "{%p if day %}", "“{{ day }}”", "{%p endif %}")
    write(small, {"templates/letter.docx": layout, "templates/letter.md.j2": "{{ notice.issuer }}\n"})
    assert run_here(small, "template", "check", "templates/letter.docx", *DAY).code == 0
    assert run_here(small, "render", "letter", "--to", "docx", "-o", "letter.docx", *DAY).code == 0
    for name, text in {
        "a.md.j2": "{{ notice }}\n",
        "b.md.j2": "{{ 1 // 0 }}\n",
        "c.md.j2": "{% include 'x' %}\n",
    }.items():
        write(small, {f"templates/{name}": text})
        assert run_here(small, "template", "check", f"templates/{name}", *DAY).code == 1


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.txt", b""),
        ("none.docx", None),
        ("a.docx", b"no"),
        ("a.md.j2", b"\xff\xfe"),
        ("b.docx", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_what_is_no_template(file: str, data: bytes | None, small: Path) -> None:
    write(small, {} if data is None else {file: data})
    assert run_here(small, "template", "check", file, *DAY).code == 2


def test_a_new_template_is_written_once_and_used(small: Path) -> None:
    ran = run_here(small, "template", "new", "notice")
    assert (ran.code, ran.out) == (0, "templates/notice.md.j2\ntemplates/notice.docx\n")
    path = small / "templates/notice.docx"
    path.write_bytes(edited(path.read_bytes(), "下一步整改工作安排", "今后工作"))
    again = run_here(small, "template", "new", "notice")
    assert (again.code, again.out) == (0, "")
    assert "templates/notice.docx" in again.err
    assert run_here(small, "template", "check", path, *DAY).code == 0
    assert run_here(small, "render", "--to", "docx", "-o", "n.docx", *DAY).code == 0
    assert "今后工作" in read_part((small / "n.docx").read_bytes(), BODY)
    assert run_here(small, "template", "new", "nothing").code == 2


def edited(data: bytes, old: str, new: str) -> bytes:
    """A document as Word leaves it when somebody has changed a word."""
    body = read_part(data, BODY)
    assert old in body
    return changed(data, {BODY: body.replace(old, new).encode()})


def test_verify_shows_what_was_changed_by_hand(small: Path) -> None:
    commit(small)
    assert run_here(small, "render", "--to", "docx", "-o", "n.docx", *DAY).code == 0
    assert run_here(small, "verify", "n.docx").code == 0
    path = small / "n.docx"
    path.write_bytes(edited(path.read_bytes(), "会议记录不规范", "会议记录很规范"))
    write(small, {"issues/demo/demo-01.yaml": base_files()["issues/demo/demo-01.yaml"].replace("不规范", "缺失")})
    revision = git(small, "rev-parse", "HEAD").strip()
    commit(small)
    ran = run_here(small, "verify", "n.docx")
    assert (ran.code, ran.out) == (1, "~ 问题1：会议记录[-不-]{+很+}规范。\n")
    shown = json.loads(run_here(small, "verify", "n.docx", "--format", "json").out)
    assert (shown["schema"], shown["revision"], shown["day"]) == ("rectledger.verify/1", revision, "2025-11-05")
    assert shown["changes"] == [
        {
            "kind": "changed",
            "before": "问题1：会议记录不规范。",
            "after": "问题1：会议记录很规范。",
            "text": "问题1：会议记录[-不-]{+很+}规范。",
        }
    ]


def test_verify_uses_the_templates_of_that_revision(small: Path) -> None:
    write(small, {"templates/letter.md.j2": "旧{{ day }}\n"})
    commit(small)
    assert run_here(small, "render", "letter", "--to", "docx", "-o", "n.docx", *DAY).code == 0
    write(small, {"templates/letter.md.j2": "新{{ day }}\n"})
    commit(small)
    assert run_here(small, "verify", "n.docx").code == 0
    assert run_here(small, "render", "letter", "--to", "docx", "--check", "n.docx", *DAY).code == 1


def test_verify_says_what_it_cannot_know(small: Path) -> None:
    write(small, {"ledger/ledger.yaml": base_files()["ledger/ledger.yaml"] + "documents: {bold: true}\n"})
    assert run_here(small, "render", "--to", "docx", "-o", "n.docx", *DAY).code == 0
    ran = run_here(small, "verify", "n.docx")
    assert ran.code == 0
    assert "未提交" in ran.err
    write(small, {"other.docx": template("甲"), "broken.docx": b"PK"})
    for file in ("other.docx", "broken.docx", "none.docx"):
        assert run_here(small, "verify", file).code == 2


def test_check_holds_across_commits(small: Path) -> None:
    assert run_here(small, "render", "--to", "docx", "-o", "n.docx", *DAY).code == 0
    commit(small)
    assert run_here(small, "render", "--to", "docx", "--check", "n.docx", *DAY).code == 0
    assert run_here(small, "render", "--to", "docx", "--check", "none.docx", *DAY).code == 1
    assert run_here(small, "render", "--to", "docx", *DAY).code == 2
    write(small, {"ledger/ledger.yaml": base_files()["ledger/ledger.yaml"] + "documents: {bold: true}\n"})
    assert run_here(small, "render", "--to", "docx", "--check", "n.docx", *DAY).code == 1


def test_no_private_name_leaves_by_way_of_a_word_template(small: Path) -> None:
    for layout in (template("清泉污水处理厂"), changed(template("甲"), {"docProps/core.xml": core("清泉 厂")})):
        write(small, {"templates/notice.docx": layout})
        ran = run_here(small, "render", "--to", "docx", "-o", "n.docx", *DAY)
        assert (ran.code, "RL501" in ran.err) == (1, True)
        assert not (small / "n.docx").exists()


def core(category: str) -> bytes:
    """Properties that name a category."""
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return f'<cp:coreProperties xmlns:cp="{space}"><cp:category>{category}</cp:category></cp:coreProperties>'.encode()
