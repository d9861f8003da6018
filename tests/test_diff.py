"""`diff` on real repositories: what is compared with what, how little is read, and what cannot be compared."""

import json
import os
import shutil
from pathlib import Path

import pytest

from rectledger.cli.comparing import MOST_NUMBERED
from tests.ledgers import ISSUE, PARTIES, SETTINGS, base_files
from tests.program import Ran, git, run, run_here, write

DAY = ("--as-of", "2025-11-05")
TITLE = "1 demo-01 会议记录很不规范\n  问题改了文字：会议记录{+很+}不规范\n1 处不同，涉及 1 个问题。\n"
NONE = "没有不同。\n"


def diff(folder: Path, *arguments: str, **more: str) -> Ran:
    if more:
        return run("diff", *arguments, *DAY, folder=folder, more=more)
    return run_here(folder, "diff", *DAY, *arguments)


def repository(folder: Path) -> Path:
    """A committed ledger."""
    folder.mkdir(parents=True, exist_ok=True)
    git(write(folder, base_files()), "init", "-q")
    return commit(folder, "base")


def commit(folder: Path, message: str) -> Path:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)
    return folder


def reworded() -> dict[str, str]:
    return {ISSUE: base_files()[ISSUE].replace("会议记录不规范", "会议记录很不规范")}


def test_a_commit_and_the_work_tree(tmp_path: Path) -> None:
    repository(tmp_path)
    assert diff(tmp_path, "HEAD") == Ran(0, NONE, "")
    write(tmp_path, reworded())
    assert diff(tmp_path, "HEAD") == Ran(0, TITLE, "")
    assert diff(tmp_path, "HEAD", "--exit-code").code == 1
    assert diff(tmp_path, "HEAD", "HEAD", "--exit-code") == Ran(0, NONE, "")


def test_two_commits(tmp_path: Path) -> None:
    write(repository(tmp_path), reworded())
    commit(tmp_path, "reworded")
    assert diff(tmp_path, "HEAD~1", "HEAD").out == TITLE
    assert diff(tmp_path, "HEAD", "HEAD~1").out.splitlines()[1] == "  问题改了文字：会议记录[-很-]不规范"


def test_json(tmp_path: Path) -> None:
    write(repository(tmp_path), reworded())
    assert json.loads(diff(tmp_path, "HEAD", "--format", "json").out) == {
        "schema": "rectledger.diff/1",
        "base": "HEAD",
        "head": None,
        "as_of": "2025-11-05",
        "changes": [
            {
                "ref": "1",
                "kind": "title",
                "before": "会议记录不规范",
                "after": "会议记录很不规范",
                "text": "问题改了文字：会议记录{+很+}不规范",
                "area": "issue",
                "id": "demo-01",
            }
        ],
    }


def test_markdown_keeps_what_data_says(tmp_path: Path) -> None:
    title = base_files()[ISSUE].replace("title: 会议记录不规范", "title: '*甲* <b>|'")
    write(repository(tmp_path), {ISSUE: title})
    assert diff(tmp_path, "HEAD", "--format", "md").out == (
        "### HEAD → 工作区\n\n1 处不同，涉及 1 个问题。\n\n**1 demo-01 \\*甲\\* \\<b>\\|**\n\n"
        "- 问题改了文字：<del>会议记录不规范</del><ins>\\*甲\\* \\<b>\\|</ins>\n"
    )


def test_what_git_does_not_know_yet_counts(tmp_path: Path) -> None:
    repository(tmp_path)
    write(tmp_path, {"issues/demo/demo-02.yaml": base_files()[ISSUE].replace("demo-01", "demo-02")})
    assert "2 demo-02 会议记录不规范\n  新增问题" in diff(tmp_path, "HEAD").out
    git(tmp_path, "rm", "-q", "--cached", ISSUE)
    assert "demo-01" not in diff(tmp_path, "HEAD").out


def test_a_file_that_was_only_touched_is_the_same(tmp_path: Path) -> None:
    os.utime(repository(tmp_path) / ISSUE, (1, 1))
    assert diff(tmp_path, "HEAD", "--exit-code") == Ran(0, NONE, "")


def test_renamed_files_follow_the_id(tmp_path: Path) -> None:
    repository(tmp_path)
    (tmp_path / "issues/demo/别处.yaml").write_text(reworded()[ISSUE], encoding="utf-8")
    (tmp_path / ISSUE).unlink()
    commit(tmp_path, "renamed")
    out = diff(tmp_path, "HEAD~1", "HEAD").out
    assert "文件移动：issues/demo/demo-01.yaml → issues/demo/别处.yaml" in out
    assert "会议记录{+很+}不规范" in out


def test_a_ledger_below_the_top_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {f"台账 一/{path}": text for path, text in base_files().items()})
    git(tmp_path, "init", "-q")
    commit(tmp_path, "base")
    write(tmp_path / "台账 一", reworded())
    assert diff(tmp_path / "台账 一/issues", "HEAD").out == TITLE


def test_a_revision_before_there_was_a_ledger(tmp_path: Path) -> None:
    git(write(tmp_path, {"README": "甲"}), "init", "-q")
    commit(tmp_path, "none yet")
    write(tmp_path, base_files())
    assert "新增问题" in diff(tmp_path, "HEAD").out


def test_broken_files_are_named(tmp_path: Path) -> None:
    write(repository(tmp_path), {ISSUE: "id: [\n", PARTIES: b"\xff"})
    said = "现在的读不了，无从比较"
    out = f"读不了的文件\n  {ISSUE} {said}\n  {PARTIES} {said}\n2 处不同，涉及 0 个问题。\n"
    assert diff(tmp_path, "HEAD") == Ran(0, out, "")
    write(tmp_path, {SETTINGS: "甲"})
    assert diff(tmp_path, "HEAD").code == 2
    commit(tmp_path, "broken")
    write(tmp_path, base_files())
    ran = diff(tmp_path, "HEAD")
    assert (ran.code, ran.err) == (2, "rectledger: 版本 HEAD 的 ledger/ledger.yaml 读不了，无从比较\n")


@pytest.mark.parametrize("name", ["nope", "-x", "--output=里", "HEAD:ledger", "a b", ""])
def test_no_such_revision(tmp_path: Path, name: str) -> None:
    repository(tmp_path)
    for arguments in (("--", name), ("--", "HEAD", name)):
        ran = diff(tmp_path, *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"rectledger: 没有“{name}”这个版本\n")
    assert not (tmp_path / "里").exists()


def test_a_branch_that_looks_like_an_option(tmp_path: Path) -> None:
    repository(tmp_path)
    git(tmp_path, "update-ref", "refs/heads/--output=x", "HEAD")
    assert diff(tmp_path, "--", "--output=x").code == 2
    assert diff(tmp_path, "refs/heads/--output=x") == Ran(0, NONE, "")
    assert not (tmp_path / "x").exists()


def test_a_detached_head(tmp_path: Path) -> None:
    git(repository(tmp_path), "checkout", "-q", "--detach")
    write(tmp_path, reworded())
    assert diff(tmp_path, "HEAD").out == TITLE


def test_no_repository_and_no_commits(tmp_path: Path) -> None:
    write(tmp_path, base_files())
    ran = diff(tmp_path, "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert ran.code == 2
    assert "不在 git 仓库里" in ran.err
    git(tmp_path, "init", "-q")
    for revision in ("HEAD", "main"):
        ran = diff(tmp_path, revision)
        assert (ran.code, ran.err.splitlines()[0]) == (2, f"rectledger: 仓库还没有提交：{tmp_path}")


def test_a_shallow_clone(tmp_path: Path) -> None:
    write(repository(tmp_path / "whole"), reworded())
    commit(tmp_path / "whole", "reworded")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}/whole", "shallow")
    ran = diff(tmp_path / "shallow", "HEAD~1")
    assert ran.code == 2
    assert "浅克隆" in ran.err
    assert "fetch-depth: 0" in ran.err
    assert diff(tmp_path / "shallow", "HEAD") == Ran(0, NONE, "")


def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    repository(tmp_path)
    ran = diff(tmp_path, "HEAD", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert ran.code == 2
    assert "safe.directory" in ran.err


def test_a_submodule_is_another_repository(tmp_path: Path) -> None:
    repository(tmp_path / "inner")
    repository(tmp_path / "outer")
    allow = ("-c", "protocol.file.allow=always")
    git(tmp_path / "outer", *allow, "submodule", "--quiet", "add", str(tmp_path / "inner"), "issues/inner")
    commit(tmp_path / "outer", "submodule")
    ran = diff(tmp_path / "outer", "HEAD~1", "HEAD")
    assert (ran.code, ran.out) == (0, NONE)
    assert "issues/inner" in ran.err
    write(tmp_path / "outer/issues/inner", reworded())
    assert diff(tmp_path / "outer/issues/inner", "HEAD").out == TITLE


def test_a_merge(tmp_path: Path) -> None:
    repository(tmp_path)
    git(tmp_path, "checkout", "-qb", "side")
    commit(write(tmp_path, reworded()), "reworded")
    git(tmp_path, "checkout", "-q", "-")
    commit(write(tmp_path, {PARTIES: base_files()[PARTIES].replace("张某某", "张三")}), "renamed")
    git(tmp_path, "merge", "-q", "--no-edit", "side")
    assert diff(tmp_path, "HEAD^1", "HEAD").out == TITLE
    assert "改名" in diff(tmp_path, "HEAD^2", "HEAD").out


def many(folder: Path, count: int) -> Path:
    files = {
        f"issues/demo/demo-{n:04}.yaml": base_files()[ISSUE].replace("demo-01", f"demo-{n:04}") for n in range(count)
    }
    (repository(folder) / ISSUE).unlink()
    return commit(write(folder, files), "many")


def change(folder: Path, *numbers: int) -> Path:
    for number in numbers:
        path = folder / f"issues/demo/demo-{number:04}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("不规范", "很不规范"), encoding="utf-8")
    return folder


@pytest.mark.skipif(os.name == "nt", reason="the counting git is a shell script")
def test_only_what_differs_is_read(tmp_path: Path) -> None:
    ledger = change(many(tmp_path / "ledger", MOST_NUMBERED + 1), 3, 7)
    path = counting_git(tmp_path)
    ran = diff(ledger, "HEAD", PATH=path)
    assert ran.out.splitlines()[0] == "demo-0003 会议记录很不规范"
    assert counted(tmp_path) == (["rev-parse", "diff-index", "ls-files", "ls-tree", "cat-file"], 2 + 3)
    commit(ledger, "changed")
    assert diff(ledger, "HEAD~1", "HEAD", PATH=path).out == ran.out
    assert counted(tmp_path) == (["rev-parse", "rev-parse", "diff-tree", "ls-tree", "cat-file", "ls-tree"], 4 + 3)


def counted(folder: Path) -> tuple[list[str], int]:
    """Which git commands have been called since the last look, and how many blobs were asked for."""
    calls = (folder / "calls").read_text("utf-8").splitlines()
    blobs = (folder / "blobs").read_text("utf-8").splitlines()
    for name in ("calls", "blobs"):
        (folder / name).unlink()
    return [next(w for w in call.split() if w[0].isalpha() and "=" not in w) for call in calls], len(blobs)


def counting_git(folder: Path) -> str:
    """A search path with a git that notes which commands are called and which blobs are asked for."""
    real, shims = shutil.which("git"), folder / "shims"
    shims.mkdir()
    script = shims / "git"
    script.write_text(
        f"""#!/bin/sh
echo "$*" >> '{folder}/calls'
case " $* " in
*' cat-file '*) tee -a '{folder}/blobs' | '{real}' "$@" ;;
*) exec '{real}' "$@" ;;
esac
""",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return f"{shims}{os.pathsep}{os.environ['PATH']}"


def test_numbers_are_those_of_the_notice_where_they_can_be_counted(tmp_path: Path) -> None:
    ledger = change(many(tmp_path, 12), 10)
    assert diff(ledger, "HEAD").out.startswith("11 demo-0010 ")
    write(ledger, {"issues/demo/demo-0001.yaml": "id: [\n"})
    assert diff(ledger, "HEAD").out.startswith("demo-0010 ")
