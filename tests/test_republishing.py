"""`render --diff`: which sentences the public will read anew, no more, or in other words."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.changes.publication import Fate, reading, sentences_of
from rectledger.changes.wording import Wording
from tests.ledgers import INSPECTION, ISSUE, PARTIES, base_files
from tests.program import Ran, git, run_here, write

DAY = ("--as-of", "2025-11-05")


def repository(folder: Path, **more: str) -> Path:
    git(write(folder, base_files() | more), "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "base")
    return folder


def render(folder: Path, *arguments: str) -> Ran:
    return run_here(folder, "render", *arguments, *DAY)


def changed(folder: Path) -> Path:
    """An issue more, other words, and a sentence that is gone."""
    files = base_files()
    second = (
        files[ISSUE]
        .replace("demo-01", "demo-02")
        .replace("会议记录不规范", "档案管理混乱")
        .replace("修订会议制度", "补建目录")
    )
    inspection = files[INSPECTION].replace("收到反馈意见后，示例局立即部署整改。", "示例局已开展整改。我们举一反三。")
    inspection = inspection.replace("next_steps: [继续推进尚未完成的整改。]", "next_steps: []")
    title = files[ISSUE].replace("会议记录不规范", "会议记录很不规范")
    return write(repository(folder), {"issues/demo/demo-02.yaml": second, INSPECTION: inspection, ISSUE: title})


def test_text(tmp_path: Path) -> None:
    assert render(changed(tmp_path), "notice", "--diff", "HEAD").out.splitlines() == [
        "+ 示例局已开展整改。",
        "+ 我们举一反三。",
        "- 收到反馈意见后，示例局立即部署整改。",
        "~ 问题1：会议记录{+很+}不规范。",
        "+ 问题2：档案管理混乱。",
        "+ 整改情况：补建目录。",
        "- 三、下一步整改工作安排",
        "- 1.继续推进尚未完成的整改。",
        "句子 17 → 18：新增 4，消失 3，改动 1",
        "反馈问题 1 → 1，已完成 0 → 0",
        "问题 1 → 2，已完成 0 → 0",
        "措施 1 → 2，已完成 0 → 0",
    ]


def test_nothing_differs(tmp_path: Path) -> None:
    ran = render(repository(tmp_path), "notice", "--diff", "HEAD")
    assert ran.code == 0
    assert "新增 0，消失 0，改动 0" in ran.out
    assert not any(line.startswith(("+", "-", "~")) for line in ran.out.splitlines())


def test_json(tmp_path: Path) -> None:
    said = json.loads(render(changed(tmp_path), "notice", "--diff", "HEAD", "--format", "json").out)
    assert said["schema"] == "rectledger.render-diff/1"
    assert said["counts"]["issues"] == {"before": {"total": 1, "done": 0}, "after": {"total": 2, "done": 0}}
    assert said["sentences"]["after"] > said["sentences"]["before"]
    assert {
        "kind": "changed", "before": "问题1：会议记录不规范。", "after": "问题1：会议记录很不规范。",
        "text": "问题1：会议记录{+很+}不规范。",
    } in said["changes"]  # fmt: skip


def test_markdown(tmp_path: Path) -> None:
    out = render(changed(tmp_path), "notice", "--diff", "HEAD", "--format", "md").out
    assert out.startswith("### notice：与 HEAD 相比\n\n句子 ")
    assert "- 问题1：会议记录<ins>很</ins>不规范。\n" in out


def test_two_revisions_and_a_file(tmp_path: Path) -> None:
    changed(tmp_path)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "changed")
    out = render(tmp_path, "notice", "--diff", "HEAD~1").out
    write(tmp_path, base_files())
    assert render(tmp_path, "notice", "--at", "HEAD", "--diff", "HEAD~1").out == out
    assert render(tmp_path, "notice", "--at", "HEAD", "--diff", "HEAD~1", "-o", str(tmp_path / "d.txt")).out == ""
    assert (tmp_path / "d.txt").read_text(encoding="utf-8") == out


def test_another_document(tmp_path: Path) -> None:
    out = render(changed(tmp_path), "item-notice", "--issue", "demo-01", "--diff", "HEAD").out
    assert "会议记录{+很+}不规范" in out


def test_an_issue_that_was_not_there(tmp_path: Path) -> None:
    ran = render(changed(tmp_path), "item-notice", "--issue", "demo-02", "--diff", "HEAD")
    assert ran.code == 0
    assert "句子 0 → " in ran.out


def test_a_revision_without_a_ledger(tmp_path: Path) -> None:
    git(write(tmp_path, {"README": "甲"}), "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "none yet")
    write(tmp_path, base_files())
    assert "句子 0 → " in render(tmp_path, "notice", "--diff", "HEAD").out


def test_a_leak_now_is_refused_and_one_that_goes_is_shown(tmp_path: Path) -> None:
    leaking = base_files()[ISSUE].replace("会议记录不规范", "清泉厂排放超标")
    repository(tmp_path, **{ISSUE: leaking})
    write(tmp_path, base_files())
    assert "- 问题1：清泉厂排放超标。\n" in render(tmp_path, "notice", "--diff", "HEAD").out
    write(tmp_path, {ISSUE: leaking})
    ran = render(tmp_path, "notice", "--diff", "HEAD")
    assert (ran.code, ran.out) == (1, "")
    assert "RL501" in ran.err


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    repository(tmp_path, **{PARTIES: "- {\n"})
    write(tmp_path, base_files())
    ran = render(tmp_path, "notice", "--diff", "HEAD")
    assert (ran.code, ran.err) == (2, f"rectledger: 版本 HEAD 里这些文件读不了，生成不了文书：{PARTIES}\n")
    assert render(tmp_path, "notice", "--diff=--output=x").code == 2
    assert render(tmp_path, "notice", "--diff", "HEAD", "--check", "x").code == 2
    assert render(tmp_path, "warning", "--diff", "HEAD").code == 2
    assert render(tmp_path, "notice", "--format", "md").code == 2


def test_sentences_keep_their_marks() -> None:
    assert sentences_of("一、组织。\n\n甲！“乙。”丙\n") == ["一、组织。", "甲！", "“乙。”", "丙"]


@pytest.mark.parametrize(("before", "after", "expected"), [
    ("甲甲甲甲。", "甲甲甲甲。乙乙。", [(Fate.NEW, "", "乙乙。")]),
    ("甲甲甲甲。乙乙。", "甲甲甲甲。", [(Fate.GONE, "乙乙。", "")]),
    ("甲甲甲甲。", "甲甲甲丙。", [(Fate.CHANGED, "甲甲甲甲。", "甲甲甲丙。")]),
    ("乙乙。甲甲甲甲。", "甲甲甲丙。", [(Fate.GONE, "乙乙。", ""), (Fate.CHANGED, "甲甲甲甲。", "甲甲甲丙。")]),
])  # fmt: skip
def test_fates(before: str, after: str, expected: list[tuple[Fate, str, str]]) -> None:
    assert list(reading(before, after).sentences) == [(fate, Wording(old, new)) for fate, old, new in expected]


@given(st.text("甲乙丙。\n", max_size=20), st.text("甲乙丙。\n", max_size=20))
def test_every_sentence_is_accounted_for(before: str, after: str) -> None:
    read = reading(before, after)
    fates = [fate for fate, _ in read.sentences]
    kept = read.after - fates.count(Fate.NEW) - fates.count(Fate.CHANGED)
    assert kept == read.before - fates.count(Fate.GONE) - fates.count(Fate.CHANGED)
    assert reading(before, before).sentences == ()


def test_the_template_is_that_of_the_revision(tmp_path: Path) -> None:
    repository(tmp_path, **{"templates/own.md.j2": "旧的一句。{{ notice.issuer }}。"})
    write(tmp_path, {"templates/own.md.j2": "新的一句。{{ notice.issuer }}。"})
    assert render(tmp_path, "own", "--diff", "HEAD").out.splitlines()[0] == "~ [-旧-]{+新+}的一句。"
