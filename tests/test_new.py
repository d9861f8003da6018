"""A new issue, from options or from the list that was handed over."""

import re
from pathlib import Path

import pytest

from tests.ledgers import INSPECTION, base_files
from tests.program import git, run_here, write
from tests.sheets import workbook

SECOND = "issues/demo/demo-02.yaml"
THIRD = "issues/demo/demo-03.yaml"
MODELINE = "# yaml-language-server: $schema=../../ledger/schema/issue.json\n"
ROWS = (
    ("序号", "反馈问题", "具体问题"),
    ("1", "会议制度执行不到位", "会议记录不规范"),
    ("2", "", "会议：纪要 # 不全"),
    ("3", "其他", "合同倒签"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    files = base_files()
    two = files[INSPECTION].replace("不到位}\n", "不到位}\n  - {id: h2, text: 合同管理有漏洞}\n")
    return write(tmp_path, {**files, INSPECTION: two, "清单.xlsx": workbook(ROWS)})


def text(root: Path, file: str) -> str:
    return (root / file).read_text(encoding="utf-8")


def test_a_new_issue_of_options(ledger: Path) -> None:
    words = (
        "--title",
        "合同倒签",
        "--heading",
        "h2",
        "--due",
        "2026-06",
        "--measure",
        "补签",
        "--measure",
        "培训：全员",
    )
    ran = run_here(ledger, "new", *words)
    assert (ran.code, ran.out) == (0, f"{SECOND}\n")
    assert text(ledger, SECOND) == MODELINE + (
        "id: demo-02\nheading: h2\ntitle: 合同倒签\nowner: office\ndue: 2026-06\nmeasures:\n"
        "  - id: m1\n    text: 补签\n  - id: m2\n    text: 培训：全员\n"
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), ["--title", "--heading"]),
        (("--title", "甲", "--heading", "h9"), ["h9", "h1", "h2"]),
        (("--title", "甲", "--heading", "h1", "--owner", "nobody"), ["nobody"]),
        (("--title", "甲", "--heading", "h1", "--due", "年底前"), ["年底前"]),
        (("--title", "甲", "--heading", "h1", "--inspection", "none"), ["none"]),
    ],
)
def test_what_cannot_be_registered_is_named(ledger: Path, words: tuple[str, ...], named: list[str]) -> None:
    ran = run_here(ledger, "new", *words)
    assert ran.code in {1, 2}
    assert all(name in ran.err for name in named)
    assert not (ledger / SECOND).exists()


def test_an_id_is_never_used_again(ledger: Path) -> None:
    git(ledger, "init", "-q")
    words = ("new", "--title", "甲", "--heading", "h1")
    assert run_here(ledger, *words).out == f"{SECOND}\n"
    git(ledger, "add", "-A")
    git(ledger, "commit", "-qm", "甲")
    git(ledger, "rm", "-q", SECOND)
    assert run_here(ledger, *words).out == f"{THIRD}\n"


def test_every_row_of_a_list_is_an_issue(ledger: Path) -> None:
    ran = run_here(ledger, "new", "--from-list", "清单.xlsx", "--heading", "h2", "--owner", "finance")
    assert (ran.code, set(re.findall(r"RL\d{3}", ran.err))) == (0, {"RL107"})
    assert ran.out == f"{SECOND}\n{THIRD}\nissues/demo/demo-04.yaml\n"
    assert text(ledger, THIRD) == MODELINE + (
        'id: demo-03\nheading: h1\nserial: "2"\ntitle: "会议：纪要 # 不全"\nowner: finance\nmeasures: []\n'
    )
    assert "heading: h2\n" in text(ledger, "issues/demo/demo-04.yaml")


def test_columns_that_are_not_taken_are_named(ledger: Path) -> None:
    (ledger / "清单.csv").write_text("序号,问题,整改措施,完成时限\n1,合同倒签,补签,2026-06\n", encoding="utf-8")
    ran = run_here(ledger, "--lang", "en", "new", "--from-list", "清单.csv", "--heading", "h2")
    assert (ran.code, ran.out) == (0, f"{SECOND}\n")
    assert "columns left out: 整改措施、完成时限;" in ran.err


def test_what_is_registered_already_is_left(ledger: Path) -> None:
    words = ("new", "--from-list", "清单.xlsx", "--heading", "h2")
    assert run_here(ledger, *words).code == 0
    before = {path: path.read_bytes() for path in (ledger / "issues").rglob("*.yaml")}
    again = run_here(ledger, *words)
    assert (again.code, again.out) == (0, "")
    assert [line.split()[1] for line in again.err.splitlines()] == ["1", "2", "3"]
    assert {path: path.read_bytes() for path in (ledger / "issues").rglob("*.yaml")} == before


def test_a_row_that_belongs_nowhere_stops_all(ledger: Path) -> None:
    ran = run_here(ledger, "new", "--from-list", "清单.xlsx")
    assert ran.code == 2
    assert "台账!A4" in ran.err
    assert not (ledger / SECOND).exists()


def test_a_list_says_itself_what_its_rows_are(ledger: Path) -> None:
    ran = run_here(ledger, "new", "--from-list", "清单.xlsx", "--title", "甲")
    assert ran.code == 2
    assert "--title" in ran.err


def test_a_dry_run_shows_every_file_and_writes_none(ledger: Path) -> None:
    ran = run_here(ledger, "new", "--from-list", "清单.xlsx", "--heading", "h2", "--dry-run")
    assert ran.code == 0
    assert ran.out.count("--- /dev/null\n+++ b/issues/demo/") == 3
    assert not (ledger / SECOND).exists()
