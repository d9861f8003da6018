"""The only caller of git: lists of arguments, no shell, no locks, no diff drivers, and failures in words."""

import os
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple, cast

from rectledger.errors import CannotRunError
from rectledger.model.evidence import FoundFile
from rectledger.source.digest import sha256_of_next
from rectledger.source.evidence import Entry, Listing, joined
from rectledger.source.text import MAX_BYTES, Finding, UnreadableError
from rectledger.source.tree import SUFFIXES, TOPS

_OPTIONS = ("-c", "core.quotepath=false", "-c", "core.fsmonitor=false", "--no-replace-objects", "--literal-pathspecs")
_LINK = "120000"
_BLOB = "blob"


def git(folder: Path, *arguments: str, data: bytes | None = None) -> bytes:
    """What a git command prints. Raises CannotRunError where git is missing or the command fails."""
    done = _run(folder, *arguments, data=data)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CannotRunError("cannot.git", command=arguments[0], reason=reason[0] if reason else done.returncode)
    return done.stdout


def _run(folder: Path, *arguments: str, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = ["git", *_OPTIONS, *arguments]
    try:
        return subprocess.run(command, cwd=folder, input=data, capture_output=True, env=_environment(), check=False)
    except OSError:
        raise CannotRunError("cannot.git-missing") from None


def merge_file(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """The lines of three versions merged, and whether there are conflicts, which stand in it between markers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for label, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            (folder / label).write_bytes(data)
        labels = ("-L", "ours", "-L", "base", "-L", "theirs")
        done = _run(folder, "merge-file", "-p", *labels, "ours", "base", "theirs")
    if done.returncode > 127:
        raise CannotRunError("cannot.git", command="merge-file", reason=done.stderr.decode("utf-8", "replace").strip())
    return done.stdout, done.returncode > 0


def _environment() -> dict[str, str]:
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


def commit_of(folder: Path, revision: str) -> str:
    """The full name of a revision's commit. Raises CannotRunError for one that is unknown or looks like an option."""
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise CannotRunError("cannot.revision", revision=revision)
    git(folder, "rev-parse", "--git-dir")
    try:
        name = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except CannotRunError:
        raise CannotRunError("cannot.revision", revision=revision) from None
    return name.decode("ascii").split()[-1]


def top_level(folder: Path) -> Path:
    """The top folder of the repository that a folder belongs to. Raises CannotRunError outside of one."""
    return Path(os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n")))


def is_repository(folder: Path) -> bool:
    """Whether a folder belongs to a repository's work tree. Raises CannotRunError where git is missing."""
    try:
        return git(folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except CannotRunError as error:
        if error.key == "cannot.git-missing":
            raise
        return False


def setting(folder: Path, name: str) -> str | None:
    """A value of a repository's own configuration; None where it has none."""
    try:
        return (
            git(folder, "config", "--local", "--get", "--end-of-options", name).decode("utf-8", "replace").rstrip("\n")
        )
    except CannotRunError:
        return None


def names_ever(folder: Path, below: str) -> list[str]:
    """Every path below `below` that a commit of any branch has added; none without git or without commits."""
    try:
        listed = git(folder, "log", "--all", "--format=", "--name-only", "-z", "--diff-filter=A", "--", below)
    except CannotRunError:
        return []
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


class Stage(NamedTuple):
    """One side's version of a file in a conflict, and when that side's first commit with it was (seconds)."""

    data: bytes
    since: int


def stages_of(folder: Path, below: str) -> dict[str, tuple[Stage, Stage]]:
    """Our and their version of every file that both sides of a merge have made anew."""
    listed = git(folder, "ls-files", "--unmerged", "-z", "--", below)
    names: dict[str, dict[str, str]] = {}
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        _, name, stage = about.decode("ascii").split()
        names.setdefault(os.fsdecode(path), {})[stage] = name
    return {
        path: (_stage(folder, path, found["2"], "HEAD"), _stage(folder, path, found["3"], "MERGE_HEAD"))
        for path, found in names.items()
        if set(found) == {"2", "3"}
    }


def _stage(folder: Path, path: str, name: str, revision: str) -> Stage:
    return Stage(git(folder, "cat-file", "blob", name), added_at(folder, path, revision))


def added_at(folder: Path, path: str, revision: str = "HEAD") -> int:
    """When a file of a revision came into its history, in seconds; `NEVER` where the one or the other is not there."""
    try:
        if not git(folder, "ls-tree", "-z", "--end-of-options", revision, "--", path):
            return NEVER
        times = git(folder, "log", "--diff-filter=A", "--format=%ct", revision, "--", path).split()
    except CannotRunError:
        return NEVER
    return int(times[-1]) if times else NEVER


NEVER = 2**62
"""Later than everything."""


def blob_digests(folder: Path, names: Sequence[str]) -> dict[str, tuple[str, int]]:
    """The SHA-256 and the size of blobs, each read a piece at a time. Raises CannotRunError where one is not there."""
    command, pipe = ["git", *_OPTIONS, "cat-file", "--batch"], subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=_environment(), stdin=pipe, stdout=pipe) as process:
        questions, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        return {name: _next_digest(questions, answers, name) for name in names}


def _next_digest(questions: IO[bytes], answers: IO[bytes], name: str) -> tuple[str, int]:
    questions.write(f"{name}\n".encode())
    questions.flush()
    header = answers.readline().split()  # name, kind, size; then the bytes and a line feed
    size = int(header[2]) if len(header) == 3 else 0
    digest = sha256_of_next(answers, size)
    if len(header) < 3 or answers.read(1) != b"\n":
        raise CannotRunError("cannot.git", command="cat-file", reason=name)
    return digest, size


@dataclass(frozen=True)
class RevisionTree:
    """The files of a ledger root as one commit has them."""

    root: Path
    commit: str

    def files(self) -> list[str]:
        """Every path that looks like YAML, sorted."""
        return sorted(self._listing)

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises UnreadableError for a link that leads nowhere or out, and for a submodule."""
        mode, name = self._listing[path]
        if mode != _LINK:
            return self._blobs[name]
        target = self._blobs[name].decode("utf-8", "replace")
        inside = joined(path, target)
        if inside is None:
            raise UnreadableError(Finding("RL024", values={"target": target}))
        if inside not in self._listing or self._listing[inside][0] == _LINK:
            raise UnreadableError(Finding("RL023", values={"target": target}))
        return self._blobs[self._listing[inside][1]]

    def evidence(self, paths: Collection[str]) -> dict[str, FoundFile]:
        """What stands at the paths of evidence files in the commit."""
        return self._everything.evidence(paths) if paths else {}

    @cached_property
    def _everything(self) -> Listing:
        listed = git(self.root, "ls-tree", "-r", "-z", "--end-of-options", self.commit)
        return Listing(dict(_parse_entries(listed)), self._target, lambda names: blob_digests(self.root, names))

    def _target(self, name: str) -> str:
        return os.fsdecode(git(self.root, "cat-file", "blob", name))

    @cached_property
    def _listing(self) -> dict[str, tuple[str, str]]:
        listed = git(self.root, "ls-tree", "-r", "-z", "-l", "--end-of-options", self.commit, "--", *TOPS)
        return dict(_parse_listing(listed))

    @cached_property
    def _blobs(self) -> dict[str, bytes]:
        """Every listed blob by its name, from one process."""
        names = sorted({name for _, name in self._listing.values()})
        output = git(self.root, "cat-file", "--batch", data="".join(f"{name}\n" for name in names).encode())
        return dict(_parse_batch(output))


def _parse_listing(listed: bytes) -> Iterator[tuple[str, tuple[str, str]]]:
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, kind, name, _size = about.decode("ascii").split()
        text = os.fsdecode(path)
        hidden = any(part.startswith(".") for part in PurePosixPath(text).parts)
        if kind == _BLOB and text.lower().endswith(SUFFIXES) and not hidden:
            yield text, (mode, name)


def _parse_entries(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, kind, name = about.decode("ascii").split()
        yield os.fsdecode(path), Entry(name, mode == _LINK, kind == _BLOB)


def _parse_batch(output: bytes) -> Iterator[tuple[str, bytes]]:
    position = 0
    while position < len(output):
        line_end = output.index(b"\n", position)
        name, _, size = output[position:line_end].decode("ascii").split()
        start = line_end + 1
        yield name, output[start : start + min(int(size), MAX_BYTES + 1)]
        position = start + int(size) + 1
