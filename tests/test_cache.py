"""Whatever happens to the files, what is found in the cache is what would be found out.

RECTLEDGER_SEQUENCES says how many sequences of edits are tried, 40 where it is not set.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import click
import pytest

from rectledger.cache.answers import Answer, Desk, desk
from rectledger.cache.scan import COARSEST
from rectledger.cli.globals import Globals
from rectledger.cli.picture_cache import remembered
from rectledger.cli.picture_parts import text_of
from rectledger.cli.session import open_session
from rectledger.errors import CannotRunError
from tests.ledgers import INSPECTION, ISSUE, SETTINGS, base_files
from tests.program import Ran, git, run_here, write

SEQUENCES = int(os.environ.get("RECTLEDGER_SEQUENCES", "40"))
STEPS = 6
DAY = "2026-12-01"
"""On which the measure of every issue is overdue, so that its words stand in the picture."""
TITLES = ("会议记录不规范", "会议记录不完整", "会议没有记录")
"""Of one length, so that a size gives nothing away."""
OTHER = "ledger/inspections/other.yaml"
NEVER, ALWAYS = 1 << 40, 0
TICK = 30_000_000
"""Nanoseconds: so short that some files of a test have settled, and longer than the ticks of any clock in use."""
SECOND = 1_000_000_000 + TICK
"""Of git, which tells no shorter times apart, and of a coarse file system."""
HOUR = 3_600_000_000_000
LEDGERS = 64
"""That are worked on in turn, so that what was written in one has mostly settled when it is looked at again."""


def files() -> dict[str, str]:
    """A ledger of two inspections with an issue each."""
    found = base_files()
    issue = found[ISSUE].replace("修订会议制度", TITLES[0])
    return {
        **found,
        OTHER: found[INSPECTION].replace("id: demo\n", "id: other\n"),
        ISSUE: issue,
        ISSUE.replace("demo", "other"): issue.replace("demo", "other"),
    }


def fresh(root: Path, output: str) -> Ran:
    return run_here(root, "--no-cache", "status", "--as-of", DAY, "--format", output)


def found(root: Path, output: str, git_from: int, coarsest: int, known: Ran | None = None) -> Ran:
    """What the cache says, and what goes into it where it says too little: what is known already, or is found out."""
    asked = desk(str(root), f"status {output}", git_from, coarsest)
    answer = asked.answer() if asked else None
    if answer is None:
        answer = mended(root, asked) if asked and output == "text" else None
        if answer is None:
            ran = known or fresh(root, output)
            answer = Answer(ran.code, ran.out, ran.err)
        if asked:
            asked.keep(answer)
    return Ran(answer.code, answer.data, answer.talk)


def mended(root: Path, asked: Desk) -> Answer | None:
    """The picture as text from blocks and rows; None where there is no ledger to make one of."""
    session = open_session(Globals(root, None, no_cache=False), DAY, None)
    try:
        picture, read_in = remembered(session, None, asked)
    except CannotRunError:
        return None
    MENDED.append(read_in is not session)
    talk = read_in.on_broken_files(picture.problems)
    return Answer(int(bool(talk)), click.unstyle(text_of(read_in, picture)), talk and f"{talk}\n")


MENDED: list[bool] = []
"""Of each picture that was not found, whether it was made from what still held."""


class Editor:
    """Somebody who works on a ledger in any way there is, with a clock that may go back and is set right again."""

    def __init__(self, root: Path, random: Random) -> None:
        self.root, self.random = root, random
        self.behind = 0
        """Nanoseconds that the clock is behind."""
        self.known: dict[str, Ran] = {}
        """What was found out after the last step."""

    def begin(self) -> None:
        """With a ledger that can be read: conflicts that nobody settles would hide all else."""
        if (self.root / "issues").is_symlink():
            self.folder()
        self.git("reset", "-q", "--hard")
        self.git("stash", "clear")
        write(self.root, {SETTINGS: files()[SETTINGS], INSPECTION: files()[INSPECTION]})

    @property
    def issue(self) -> Path:
        files = sorted(path for path in (self.root / "issues").rglob("*.yaml") if path.is_file())
        return self.random.choice(files) if files else self.root / ISSUE

    def step(self) -> None:
        does: list[Callable[[], object]] = [self.write, self.write, self.quietly, self.touch, self.rename, self.delete]
        does += [self.restore, self.new, self.policy, self.breaks, self.commit, self.checkout, self.stash, self.index]
        does += [self.hides, self.replaces, self.folder, self.clock, self.clock]
        if (self.root / "issues").is_symlink():
            does = [self.folder]
        self.random.choice(does)()

    def changed(self, path: Path) -> bytes:
        text = path.read_bytes() if path.exists() else files()[ISSUE].encode()
        for title in TITLES:
            text = text.replace(title.encode(), self.random.choice(TITLES).encode())
        return text.replace(b"owner: office", self.random.choice([b"owner: office", b"owner: receive"]))

    def write(self) -> None:
        path = self.issue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.changed(path))

    def quietly(self) -> None:
        """In the same second, of the same size, with the time it had."""
        path = self.issue
        if path.exists():
            status = path.stat()
            path.write_bytes(self.changed(path))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def replaces(self) -> None:
        """As editors do: another file in its place."""
        path = self.issue
        path.parent.mkdir(parents=True, exist_ok=True)
        other = path.with_name(".new")
        other.write_bytes(self.changed(path))
        other.replace(path)

    def clock(self) -> None:
        """Set; and a file is written by it, or twice, before and after."""
        path, times = self.issue, [time.time_ns() - self.behind]
        self.behind = self.random.choice([0, HOUR, 1_000_000_000])
        times.append(time.time_ns() - self.behind)
        for now in times[self.random.randint(0, 1) :]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.changed(path))
            os.utime(path, ns=(now, now))

    def touch(self) -> None:
        if self.issue.exists():
            os.utime(self.issue, ns=(1, self.random.choice([1, 2**40, 2**62])))

    def rename(self) -> None:
        path = self.issue
        if path.exists():
            path.rename(path.with_name(self.random.choice(["demo-07.yaml", "demo-08.YML", "readme.txt"])))

    def delete(self) -> None:
        self.issue.unlink(missing_ok=True)

    def new(self) -> None:
        number = self.random.randint(2, 5)
        text = files()[ISSUE].replace("demo-01", f"demo-0{number}")
        write(self.root, {f"issues/demo/demo-0{number}.yaml": text})

    def git(self, *arguments: str) -> str:
        """What git prints; it may refuse."""
        with contextlib.suppress(subprocess.CalledProcessError):
            return git(self.root, *arguments)
        return ""

    def restore(self) -> None:
        self.git("checkout", "-q", "HEAD", "--", ".")

    def policy(self) -> None:
        more = f"policy: {{warn: [{self.random.randint(10, 90)}, 5, 0]}}\n"
        write(
            self.root,
            {SETTINGS: files()[SETTINGS] + self.random.choice(["", more]), INSPECTION: files()[INSPECTION]},
        )

    def breaks(self) -> None:
        write(self.root, {"issues/demo/demo-06.yaml": self.random.choice(["id: [", "\t", "", "{}"])})

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def checkout(self) -> None:
        """Of any commit there is."""
        self.stash()
        self.git("checkout", "-q", "-f", self.random.choice(self.git("rev-list", "--all").split()))

    def stash(self) -> None:
        self.git("stash", "-q", "--include-untracked")
        if self.random.random() < 0.5 and self.git("stash", "list"):
            self.git("stash", "pop", "-q")

    def index(self) -> None:
        self.git(*self.random.choice([("status",), ("add", "-A"), ("reset", "-q")]))

    def hides(self) -> None:
        """From git: files that it is told not to look at."""
        known = self.git("ls-files", "issues").split()
        if known:
            self.git("update-index", self.random.choice(["--assume-unchanged", "--no-assume-unchanged"]), known[0])

    def folder(self) -> None:
        """A folder that is moved, or replaced by a link to where it went."""
        issues, elsewhere = self.root / "issues", self.root / "elsewhere"
        if issues.is_symlink():
            issues.unlink()
            elsewhere.rename(issues)
        elif self.random.random() < 0.2 and issues.is_dir() and not elsewhere.exists():
            issues.rename(elsewhere)
            issues.symlink_to("elsewhere")


@pytest.fixture
def coarse(tmp_path: Path) -> Iterator[Path]:
    """A file system that tells seconds apart and nothing below; made by those who may mount one."""
    image, place = tmp_path / "image", tmp_path / "coarse"
    place.mkdir()
    image.touch()
    os.truncate(image, 1 << 28)
    make = ["mke2fs", "-q", "-F", "-I", "128", "-N", str(1 << 17), "-t", "ext2", str(image)]
    try:
        subprocess.run(make, check=True, capture_output=True)
        subprocess.run(["mount", "-o", "loop", image, place], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs mke2fs, and somebody who may mount a file system")
    yield place
    subprocess.run(["umount", place], check=True)


def in_git(root: Path) -> Path:
    """A ledger in git."""
    write(root, files())
    git(root, "init", "-q")
    git(root, "config", "gc.auto", "0")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    return root


def tried(folder: Path, git_from: int, coarsest: int, sequences: int) -> None:
    """Sequences of edits, after each of which what is found is what would be found out."""
    roots = [in_git(folder / str(number)) for number in range(min(LEDGERS, sequences))]
    for number in range(0, sequences, LEDGERS):
        editors = [Editor(root, Random(f"{number} {root.name}")) for root in roots]
        for editor in editors:
            editor.begin()
        for _ in range(STEPS):
            for editor in editors:
                visited(editor, git_from, coarsest)


def visited(editor: Editor, git_from: int, coarsest: int) -> None:
    """One edit, and what is found before it, where nothing has happened since the last, and once or twice behind it."""
    compared(editor, git_from, coarsest)
    editor.step()
    editor.known = {output: fresh(editor.root, output) for output in ("json", "text")}
    for _ in range(editor.random.randint(1, 2)):
        compared(editor, git_from, coarsest)


def compared(editor: Editor, git_from: int, coarsest: int) -> None:
    for output, ran in editor.known.items():
        assert found(editor.root, output, git_from, coarsest + editor.behind, ran) == ran


@pytest.mark.parametrize(("git_from", "coarsest"), [(NEVER, TICK), (ALWAYS, SECOND)], ids=["by stat", "by git"])
def test_what_is_found_is_what_would_be_found_out(tmp_path: Path, git_from: int, coarsest: int) -> None:
    tried(tmp_path, git_from, coarsest, SEQUENCES * 2 // 5)
    assert any(MENDED)


@pytest.mark.parametrize("git_from", [NEVER, ALWAYS], ids=["by stat", "by git"])
def test_so_it_is_where_times_are_coarse(coarse: Path, git_from: int) -> None:
    tried(coarse, git_from, SECOND, SEQUENCES // 10)


@pytest.mark.parametrize("git_from", [NEVER, ALWAYS], ids=["by stat", "by git"])
def test_a_clock_that_goes_back_between_writes_hides_none(tmp_path: Path, git_from: int) -> None:
    root = in_git(tmp_path)
    start = time.time_ns()
    for number, ahead in enumerate((0, HOUR, 0, -HOUR, -HOUR, HOUR, 0, 0)):
        now, before = TITLES[1 + number % 2], TITLES[2 - number % 2]
        (root / ISSUE).write_text(files()[ISSUE].replace(TITLES[0], now), encoding="utf-8")
        os.utime(root / ISSUE, ns=(start + ahead, start + ahead))
        for _ in range(2):
            ran = found(root, "text", git_from, TICK - ahead)
            assert (now in ran.out, before in ran.out) == (True, False)


def test_an_answer_of_before_the_clock_went_back_does_not_hold(tmp_path: Path) -> None:
    """What was long settled then may by now have been written twice at one time."""
    root = in_git(tmp_path)
    first = desk(str(root), "question", NEVER, 0)
    assert first
    assert first.answer() is None
    first.keep(Answer(0, "data", ""))
    answers = [asked and asked.answer() for asked in (desk(str(root), "question", NEVER, late) for late in (0, HOUR))]
    assert [bool(answer) for answer in answers] == [True, False]


def test_what_git_cannot_tell_apart_within_a_second_is_found(tmp_path: Path) -> None:
    root = in_git(tmp_path)
    earlier = time.time_ns() - HOUR
    for title in TITLES[:2] * 3:
        (root / ISSUE).write_text(files()[ISSUE].replace(TITLES[0], title), encoding="utf-8")
        os.utime(root / ISSUE, ns=(earlier, earlier))
        if title == TITLES[0]:
            git(root, "add", "-A")
        assert title in found(root, "text", ALWAYS, COARSEST).out


def test_what_goes_into_the_index_costs_no_reading(tmp_path: Path) -> None:
    root = in_git(tmp_path)
    found(root, "text", ALWAYS, 0)
    write(root, {"readme.txt": "x"})
    git(root, "add", "readme.txt")
    MENDED.clear()
    assert found(root, "text", ALWAYS, 0) == fresh(root, "text")
    assert MENDED == [True]


def test_what_a_link_in_the_index_leads_to_is_looked_at(tmp_path: Path) -> None:
    root = in_git(tmp_path)
    (root / ISSUE).rename(root / "elsewhere.yaml")
    (root / ISSUE).symlink_to("../../elsewhere.yaml")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    assert found(root, "text", ALWAYS, 0) == fresh(root, "text")
    (root / "elsewhere.yaml").write_text(files()[ISSUE].replace(TITLES[0], TITLES[1]), encoding="utf-8")
    assert found(root, "text", ALWAYS, 0) == fresh(root, "text")


def listed(root: Path) -> set[str]:
    """The folders that are listed, in a process of its own, to see whether a ledger has changed."""
    code = (
        "import sys; seen = set()\n"
        "sys.addaudithook(lambda event, told: event == 'os.listdir' and seen.add(told[0]))\n"
        f"from rectledger.cache.answers import desk; desk(sys.argv[1], '', {ALWAYS}, 0); print(*seen, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code, root], capture_output=True, check=True)
    found = map(Path, done.stdout.decode().split())
    return {folder.relative_to(root).as_posix() for folder in found if folder.is_relative_to(root)}


def test_a_folder_is_listed_again_only_where_it_has_changed(tmp_path: Path) -> None:
    root = in_git(tmp_path)
    assert listed(root) == {"ledger", "ledger/inspections", "issues", "issues/demo", "issues/other"}
    assert listed(root) == set()
    (root / ISSUE).write_bytes(b"")
    assert listed(root) == set()
    write(root, {ISSUE.replace("01", "02"): b""})
    assert listed(root) == {"issues/demo"}
