"""`lint --fix`: one safe answer is given, everything else stays as it was."""

from pathlib import Path

import pytest

from rectledger.load.fixes import fixed
from rectledger.load.kinds import Kind
from tests.ledgers import INSPECTION, ISSUE, SETTINGS, base_files
from tests.program import git, run, write

GOOD = base_files()[ISSUE]
REST = "  # 余下的都不动\n"


def mended(old: str, new: str) -> tuple[str, str]:
    """What becomes of the base issue with a mistake put in, and the issue as it should be."""
    return fixed(Kind.ISSUE, ISSUE, GOOD.replace(old, new) + REST), GOOD + REST


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("title: 会议", "titel: 会议"),
        ("title: 会议", "标题: 会议"),
        ("owner: office", "owner：office"),
        ("due: 2026-06-30", "due: 2026年6月30日前"),
        ("due: 2026-06-30", "due: ２０２６-０６-３０"),
        ("due: 2026-06-30", "due： 2026年6月30日"),
        ("date: 2025-10-20", "date: 2025/10/20"),
        ("date: 2025-10-20", "日期: 2025.10.20"),
    ],
)
def test_one_safe_answer(good: str, bad: str) -> None:
    assert good in GOOD
    text, wanted = mended(good, bad)
    assert text == wanted


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("title: 会议", "xyzzy: 会议"),
        ("due: 2026-06-30", "due: 长期坚持"),
        ("due: 2026-06-30", "due: 2026年底前，并长期坚持"),
        ("due: 2026-06-30", "due: 2026-06-31"),
        ("due: 2026-06-30", "due: 尽快"),
        ("title: 会议记录不规范", "title: 会议记录不规范\ntitel: 另一个"),
        ("event: progress", "event: progres"),
    ],
)
def test_no_safe_answer(good: str, bad: str) -> None:
    assert good in GOOD
    text, _ = mended(good, bad)
    assert text == GOOD.replace(good, bad) + REST


def test_whole_numbers_and_the_schema_line() -> None:
    text = base_files()[SETTINGS].replace("schema: rectledger/1\n", "") + "policy: {stale_after: ４５}\n"
    new = fixed(Kind.SETTINGS, SETTINGS, text)
    assert sorted(new.splitlines()) == [
        "current: demo",
        "policy: {stale_after: 45}",
        "schema: rectledger/1",
        "unit: office",
    ]


def broken(folder: Path) -> Path:
    """A ledger with three mistakes in two files, one of them named .yml."""
    files = base_files()
    issue = files.pop(ISSUE).replace("title: 会议", "titel: 会议").replace("due: 2026-06-30", "due: 2026年6月底前")
    inspection = files[INSPECTION].replace("title: 专项巡察", "title：专项巡察")
    return write(folder, {**files, INSPECTION: inspection, "issues/demo/demo-01.yml": issue})


def test_diff_shows_and_fix_does_it(tmp_path: Path) -> None:
    git(broken(tmp_path), "init", "-q")
    git(tmp_path, "add", "-A")
    shown = run("lint", "--diff", folder=tmp_path)
    assert shown.code == 1
    assert git(tmp_path, "status", "--short") == "".join(f"A  {name}\n" for name in git(tmp_path, "ls-files").split())
    patch = tmp_path / "shown.diff"
    patch.write_text(shown.out, encoding="utf-8")
    git(tmp_path, "apply", "--check", str(patch))
    done = run("lint", "--fix", "--as-of", "2025-11-05", folder=tmp_path)
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert not (tmp_path / "issues/demo/demo-01.yml").exists()
    assert (tmp_path / ISSUE).read_text(encoding="utf-8") == GOOD.replace("2026-06-30", "2026-06")
    assert run("lint", "--diff", folder=tmp_path).code == 0


def test_fix_keeps_to_the_paths_and_to_the_work_tree(tmp_path: Path) -> None:
    broken(tmp_path)
    run("lint", "--fix", "issues", folder=tmp_path)
    assert "title：专项巡察" in (tmp_path / INSPECTION).read_text(encoding="utf-8")
    assert (tmp_path / ISSUE).exists()
    elsewhere = run("lint", "--fix", "-", "--stdin-filename", ISSUE, folder=tmp_path, data=b"id: x\n")
    assert elsewhere.code == 2


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    write(broken(tmp_path), {ISSUE: GOOD})
    run("lint", "--fix", folder=tmp_path)
    assert (tmp_path / "issues/demo/demo-01.yml").exists()
    assert (tmp_path / ISSUE).read_text(encoding="utf-8") == GOOD
