"""Where the cache lies, what it holds, and that it may be missing, torn, made up or out of reach."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rectledger
from rectledger.cache.answers import ALWAYS, MOST, Answer, desk
from rectledger.cache.folders import SUFFIXES, TOPS
from rectledger.cache.place import MAGIC, packed, place_of, unpacked
from rectledger.source import tree
from tests.ledgers import ISSUE, base_files
from tests.program import REPOSITORY, Ran, git, run, run_here, write

DAY = ("--as-of", "2025-11-05")
JSON = ("--format", "json")
SLOW = {
    *("typing", "pathlib", "re", "enum", "dataclasses", "hashlib", "json", "click", "typer", "subprocess", "zoneinfo"),
    *("pydantic", "yaml", "rectledger.load", "rectledger.facts", "rectledger.messages", "rectledger.model"),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger in git, and one file of it broken: there is talk beside the data."""
    root = write(tmp_path / "ledger", {**base_files(), "issues/demo/demo-02.yaml": "id: ["})
    git(root, "init", "-q")
    return root


def place(root: Path) -> Path:
    return Path(place_of(str(root.resolve())))


def kept(root: Path) -> dict[str, bytes]:
    """What the cache of a ledger holds."""
    return {path.name: path.read_bytes() for path in place(root).iterdir()} if place(root).is_dir() else {}


def status(root: Path, *arguments: str) -> Ran:
    return run_here(root, *arguments, "status", *DAY, *JSON)


def test_the_cache_knows_where_a_ledger_keeps_its_files() -> None:
    assert (tree.TOPS, tree.SUFFIXES) == (TOPS, SUFFIXES)


def test_an_answer_lies_in_the_git_directory_and_is_given_again(ledger: Path) -> None:
    first = status(ledger)
    assert (first.code, "demo-02" in first.err) == (1, True)
    assert place(ledger).is_relative_to(ledger / ".git")
    (name,) = kept(ledger)
    assert name.startswith("answer-")
    assert status(ledger) == first == status(ledger, "--no-cache")
    assert run("status", *DAY, *JSON, folder=ledger) == first


def test_no_cache_reads_and_writes_none(ledger: Path) -> None:
    status(ledger, "--no-cache")
    assert kept(ledger) == {}


def test_without_git_an_answer_lies_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "ledger", base_files())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "mine"))
    first = status(root)
    assert len(kept(root)) == 1
    assert place(root).is_relative_to(tmp_path / "mine/rectledger")
    assert status(root) == first
    assert not (root / ".rectledger").exists()


def test_a_linked_work_tree_has_a_cache_of_its_own(ledger: Path, tmp_path: Path) -> None:
    git(ledger, "add", "-A")
    git(ledger, "commit", "-q", "-m", "x")
    git(ledger, "worktree", "add", "-q", str(tmp_path / "other"), "-b", "other")
    write(tmp_path / "other", {"issues/demo/demo-02.yaml": base_files()[ISSUE].replace("demo-01", "demo-02")})
    assert status(tmp_path / "other") != status(ledger)
    assert place(tmp_path / "other").is_relative_to(ledger / ".git/worktrees")
    assert status(tmp_path / "other") == status(tmp_path / "other", "--no-cache")


@pytest.mark.parametrize("data", [b"", b"x", MAGIC, MAGIC + bytes(40), packed([]), packed([b"x"] * 9)])
def test_a_file_that_is_none_of_ours_is_no_answer(ledger: Path, data: bytes) -> None:
    first = status(ledger)
    for name in kept(ledger):
        (place(ledger) / name).write_bytes(data)
    assert status(ledger) == first


@pytest.mark.parametrize("seed", range(20))
def test_a_torn_file_is_no_answer(ledger: Path, seed: int) -> None:
    first = status(ledger)
    ((name, data),) = kept(ledger).items()
    at = len(data) * seed // 20
    for harmed in (data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], data + b"x"):
        (place(ledger) / name).write_bytes(harmed)
        assert status(ledger) == first


@pytest.mark.parametrize("field", range(3, 8))
def test_an_answer_that_somebody_made_up_does_not_get_far(ledger: Path, field: int) -> None:
    first = status(ledger)
    ((name, data),) = kept(ledger).items()
    fields = unpacked(data)
    assert fields
    for value in (b"", b"\xff\xfe", b"nan nan", b"1 2 3", b"../../etc/passwd"):
        other = packed([*fields[:field], value, *fields[field + 1 :]])
        (place(ledger) / name).write_bytes(other)
        if field not in {5, 6}:  # what is printed: who may write there could as well have written the ledger
            assert status(ledger) == first
        assert status(ledger).code in {0, 1}


def test_an_answer_of_another_ledger_is_none_of_this_one(ledger: Path, tmp_path: Path) -> None:
    status(ledger)
    other = tmp_path / "copy"
    git(tmp_path, "clone", "-q", str(ledger), str(other))
    write(other, {**base_files(), ISSUE: base_files()[ISSUE].replace("会议", "会计")})
    first = status(other)
    ((name, _),) = kept(other).items()
    (place(other) / name).write_bytes(next(iter(kept(ledger).values())))
    assert status(other) == first == status(other, "--no-cache")


@pytest.mark.parametrize("in_the_way", ["file", "link", "folder"])
def test_where_nothing_can_be_kept_everything_works(ledger: Path, tmp_path: Path, in_the_way: str) -> None:
    first = status(ledger, "--no-cache")
    if in_the_way == "file":
        write(ledger, {".git/rectledger": b""})
    elif in_the_way == "link":
        (tmp_path / "victim").mkdir()
        (ledger / ".git/rectledger").symlink_to(tmp_path / "victim")
    else:
        status(ledger)
        (name,) = kept(ledger)
        (place(ledger) / name).unlink()
        (place(ledger) / name).mkdir()
    assert status(ledger) == status(ledger) == first
    assert in_the_way != "link" or not any(path.is_file() for path in (tmp_path / "victim").rglob("*"))


def test_a_tree_that_cannot_be_written_to(ledger: Path) -> None:
    """As on a mounted medium; whoever may write everywhere sees the cache in the git directory all the same."""
    folders = [ledger, *(path for path in ledger.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    try:
        assert status(ledger) == status(ledger) == status(ledger, "--no-cache")
    finally:
        for folder in folders:
            folder.chmod(0o700)


def test_many_runs_at_once_say_the_same_and_leave_one_whole_answer(ledger: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: run("status", *DAY, *JSON, folder=ledger), range(6)))
    assert found == [status(ledger, "--no-cache")] * 6
    assert [unpacked(data) is not None for data in kept(ledger).values()] == [True]


def test_another_question_has_another_answer(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = [[], ["--by", "owner"], ["--format", "csv"], ["--as-of", "2025-12-05"]]
    for twice in range(2):
        for question in questions:
            for before in ([], ["--lang", "en"]):
                asked = [*before, "status", *DAY, *question]
                assert run_here(ledger, *asked) == run_here(ledger, "--no-cache", *asked), twice
    monkeypatch.setenv("COLUMNS", "60")
    assert run_here(ledger, "status", *DAY) == run_here(ledger, "--no-cache", "status", *DAY)


@pytest.mark.parametrize(
    "command",
    [
        *(
            ["overdue"],
            ["overdue", "--by", "owner"],
            ["due", "--within", "400"],
            ["due", "--within", "900", "--format", "json"],
        ),
        *(["forecast", "--until", "2026-12-31"], ["show", "demo-01"], ["show", "demo-01/rules", "--format", "json"]),
    ],
)
def test_the_lists_are_remembered_as_well(ledger: Path, command: list[str]) -> None:
    asked = [*command, *DAY]
    first = run_here(ledger, "--no-cache", *asked)
    assert kept(ledger) == {}
    assert (run_here(ledger, *asked), len(kept(ledger))) == (first, 1)
    assert run_here(ledger, *asked) == first
    write(ledger, {ISSUE: base_files()[ISSUE].replace("2026-06-30", "2025-06-30")})
    assert run_here(ledger, *asked) == run_here(ledger, "--no-cache", *asked) != first


def test_an_answer_holds_as_long_as_the_day(ledger: Path) -> None:
    for lasts, holds in ((ALWAYS, True), ((0.0, 1.0), False), ((1e12, 2e12), False)):
        asked = desk(str(ledger), f"question {lasts}")
        assert asked
        assert asked.answer() is None
        asked.keep(Answer(0, "data", "talk"), lasts)
        again = desk(str(ledger), f"question {lasts}")
        assert again
        assert (again.answer() is not None) == holds


def test_what_is_written_while_an_answer_is_found_out_voids_it(ledger: Path) -> None:
    asked = desk(str(ledger), "question")
    assert asked
    assert asked.answer() is None
    text = (ledger / ISSUE).read_bytes()
    (ledger / ISSUE).write_bytes(text.replace("会议".encode(), "会计".encode()))
    asked.keep(Answer(0, "old", ""))
    assert kept(ledger) == {}


def test_a_writer_at_work_is_waited_for_and_not_answered_over(ledger: Path) -> None:
    status(ledger)
    write(ledger, {".rectledger/journal.json": '{"state": "staged", "steps": []}'})
    assert desk(str(ledger), "question") is None
    assert status(ledger) == status(ledger, "--no-cache")
    assert not (ledger / ".rectledger/journal.json").exists()


def test_old_answers_go(ledger: Path) -> None:
    for number in range(MOST + 5):
        asked = desk(str(ledger), f"question {number}")
        assert asked
        asked.answer()
        asked.keep(Answer(0, "data", ""))
    assert len(kept(ledger)) == MOST


def test_cache_shows_and_clears(ledger: Path) -> None:
    assert run_here(ledger, "cache").out.endswith("空的\n")
    status(ledger)
    assert "1 个文件" in run_here(ledger, "cache").out
    assert str(place(ledger)) in run_here(ledger, "--lang", "en", "cache", "--clear").out
    assert kept(ledger) == {}
    assert run_here(ledger.parent, "cache").code == 2


@given(st.lists(st.binary(max_size=40)))
def test_fields_come_back(fields: list[bytes]) -> None:
    assert unpacked(packed(fields)) == fields


@given(st.binary(max_size=60))
def test_bytes_of_a_stranger_are_no_fields(data: bytes) -> None:
    assert unpacked(data) is None
    assert unpacked(MAGIC + data) is None


def work_of(*arguments: str) -> tuple[str, set[str], set[str]]:
    """What a run in this repository prints, the files it opens or processes it starts, the modules it leaves loaded."""
    code = (
        "import sys; seen = []\n"
        "watched = {'open', 'os.posix_spawn', 'subprocess.Popen'}\n"
        "sys.addaudithook(lambda event, told: event in watched and seen.append(f'{event} {told[0]}'))\n"
        "from rectledger.cli.app import run; code = run(sys.argv[1:])\n"
        "print(*seen, '', *sys.modules, sep='\\n', file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=REPOSITORY, capture_output=True, check=True)
    seen, _, modules = done.stderr.decode().partition("\n\n")
    return done.stdout.decode(), {*seen.split("\n")}, {*modules.split("\n")}


def test_the_second_time_no_file_of_the_ledger_is_opened_and_little_is_imported() -> None:
    run_here(REPOSITORY, "cache", "--clear")
    first, seen, _ = work_of("status", *DAY)
    assert any("issues" in line and ".yaml" in line for line in seen)
    second, seen, modules = work_of("status", *DAY)
    assert second == first
    assert [line for line in seen if ".yaml" in line or not line.startswith("open")] == []
    assert modules & SLOW == set()


def test_another_program_is_not_believed(tmp_path: Path) -> None:
    installed = tmp_path / "site/rectledger"

    def program() -> str:
        code = "from rectledger.cache.program import program; print(program().hex())"
        environment = {**os.environ, "PYTHONPATH": str(installed.parent)}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    shutil.copytree(Path(rectledger.__file__).parent, installed)
    first = program()
    assert program() == first
    shutil.rmtree(installed)
    shutil.copytree(Path(rectledger.__file__).parent, installed)
    assert program() != first
