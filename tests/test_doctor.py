"""`doctor`: what merging and moving leave behind is named, and set right on --yes."""

import os
import sys
from pathlib import Path

import pytest

from tests.ledgers import INSPECTION, ISSUE, base_files
from tests.program import REPOSITORY, Ran, git, run, write

WELL = "没有要修的\n"


def doctor(folder: Path, *options: str) -> Ran:
    return run("doctor", "--as-of", "2025-11-05", *options, folder=folder)


def ledger(folder: Path, **more: str) -> Path:
    """A committed ledger that needs no doctor."""
    write(folder, {**base_files(), **more})
    git(folder, "init", "-q")
    assert doctor(folder, "--yes").code == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "base")
    assert doctor(folder) == Ran(0, "", WELL)
    return folder


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in (folder / "issues").rglob("*") if path.is_file())


def issue(ident: str, title: str = "会议记录不规范") -> str:
    return base_files()[ISSUE].replace("demo-01", ident).replace("会议记录不规范", title)


def test_git_is_set_up_once_and_what_is_there_stays(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), ".gitattributes": "*.pdf binary"})
    git(tmp_path, "init", "-q")
    said = doctor(tmp_path)
    assert said.code == 1
    assert "merge.rectledger.driver" in said.out
    assert not (tmp_path / ".git/config").read_text(encoding="utf-8").count("rectledger")
    assert doctor(tmp_path, "--yes").code == 0
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8").startswith("*.pdf binary\nissues/**/*.yaml ")
    assert doctor(tmp_path) == Ran(0, "", WELL)


def test_a_ledger_without_git_needs_nothing_of_it(tmp_path: Path) -> None:
    assert doctor(write(tmp_path, base_files())) == Ran(0, "", WELL)


def test_a_copied_file_gets_an_id_of_its_own(tmp_path: Path) -> None:
    ledger(tmp_path)
    copy = tmp_path / "issues/demo/副本.yaml"
    copy.write_text(issue("demo-01", "另一个问题") + "# 备注\n", encoding="utf-8")
    said = doctor(tmp_path)
    assert (said.code, files_of(tmp_path)) == (1, [ISSUE, "issues/demo/副本.yaml"])
    assert doctor(tmp_path, "--yes").out == said.out
    assert files_of(tmp_path) == [ISSUE, "issues/demo/demo-02.yaml"]
    assert (tmp_path / ISSUE).read_text(encoding="utf-8") == issue("demo-01")
    new = (tmp_path / "issues/demo/demo-02.yaml").read_text(encoding="utf-8")
    assert new == issue("demo-02", "另一个问题") + "# 备注\n"


def test_the_file_that_git_has_known_longer_keeps_the_id(tmp_path: Path) -> None:
    ledger(tmp_path)
    old, new = tmp_path / ISSUE, tmp_path / "issues/demo/zz.yaml"
    old.rename(new)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "renamed")
    old.write_text(issue("demo-01", "后来的"), encoding="utf-8")
    doctor(tmp_path, "--yes")
    texts = {path: (tmp_path / path).read_text(encoding="utf-8") for path in files_of(tmp_path)}
    assert texts["issues/demo/demo-02.yaml"] == issue("demo-02", "后来的")
    doctor(tmp_path, "--yes")
    assert (tmp_path / ISSUE).read_text(encoding="utf-8") == issue("demo-01")


@pytest.mark.parametrize(
    "place", ["issues/loose.yaml", "issues/demo/deep/er.yaml", "issues/demo/other-name.yaml", "issues/elsewhere/x.yaml"]
)
def test_a_file_goes_where_its_id_belongs(tmp_path: Path, place: str) -> None:
    ledger(tmp_path)
    write(tmp_path, {place: issue("demo-07"), "ledger/inspections/elsewhere.yaml": second_inspection()})
    assert doctor(tmp_path).out == f"{place} 移到 issues/demo/demo-07.yaml\n"
    doctor(tmp_path, "--yes")
    assert files_of(tmp_path) == [ISSUE, "issues/demo/demo-07.yaml"]
    assert doctor(tmp_path).code == 0


def second_inspection() -> str:
    return base_files()[INSPECTION].replace("id: demo", "id: elsewhere")


def test_nothing_is_moved_over_a_file_that_is_there(tmp_path: Path) -> None:
    ledger(tmp_path)
    write(tmp_path, {"issues/demo/demo-02.yaml": "id: [\n", "issues/loose.yaml": issue("demo-02")})
    assert doctor(tmp_path).code == 0
    assert "issues/loose.yaml" in files_of(tmp_path)


def test_two_branches_that_made_one_id(tmp_path: Path) -> None:
    mine = ledger(tmp_path / "mine")
    git(tmp_path, "clone", "-q", str(mine), "theirs")
    for clone, title, when in (("mine", "后登记的", "2025-03-02"), ("theirs", "先登记的", "2025-03-01")):
        write(tmp_path / clone, {"issues/demo/demo-02.yaml": issue("demo-02", title)})
        git(tmp_path / clone, "add", "-A")
        os.environ["GIT_COMMITTER_DATE"] = f"{when}T00:00:00Z"
        git(tmp_path / clone, "commit", "-qm", title)
    del os.environ["GIT_COMMITTER_DATE"]
    git(mine, "config", "--remove-section", "merge.rectledger")
    git(mine, "fetch", "-q", str(tmp_path / "theirs"), "HEAD")
    with pytest.raises(Exception, match="merge"):
        git(mine, "merge", "-q", "FETCH_HEAD")
    said = doctor(mine)
    assert (said.code, said.out.splitlines()[0].split("：")[0]) == (1, "issues/demo/demo-02.yaml 是两边各自新建的")
    assert doctor(mine, "--yes").code == 0
    assert (mine / "issues/demo/demo-02.yaml").read_text(encoding="utf-8") == issue("demo-02", "先登记的")
    assert (mine / "issues/demo/demo-03.yaml").read_text(encoding="utf-8") == issue("demo-03", "后登记的")


def test_a_year_without_calendar_is_for_a_person(tmp_path: Path) -> None:
    ledger(tmp_path)
    far = issue("demo-01").replace("due: 2026-06-30", "due: feedback+900wd")
    write(tmp_path, {ISSUE: far})
    said = doctor(tmp_path)
    assert said.code == 0
    assert "cn-YYYY.yaml" in said.err


def test_the_driver_is_this_program(tmp_path: Path) -> None:
    ledger(tmp_path)
    driver = git(tmp_path, "config", "merge.rectledger.driver")
    assert driver.startswith(("rectledger merge-driver", f"{sys.executable} -m rectledger merge-driver"))


def test_the_worked_ledger_is_well() -> None:
    said = run("doctor", "--as-of", "2025-11-05", folder=REPOSITORY)
    assert "移到" not in said.out
