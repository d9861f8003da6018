"""Blobs by their names, many from one process."""

import os
import subprocess
import weakref
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from rectledger.errors import CannotRunError
from rectledger.source.digest import sha256_of_next
from rectledger.source.git.calls import git
from rectledger.source.git.unchanged import OPTIONS, environment
from rectledger.source.text import MAX_BYTES


def blob_digests(folder: Path, names: Sequence[str]) -> dict[str, tuple[str, int]]:
    """The SHA-256 and the size of blobs, each read a piece at a time. Raises CannotRunError where one is not there."""
    command, pipe = ["git", *OPTIONS, "cat-file", "--batch"], subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=environment(), stdin=pipe, stdout=pipe) as process:
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


class BlobReader:
    """Reads blobs one at a time from one process, so that not all of them are in memory together.

    A process forked from this one starts its own.
    """

    def __init__(self, folder: Path) -> None:
        """Read from the repository that a folder belongs to, once something is asked for."""
        self._folder = folder
        self._running: dict[int, subprocess.Popen[bytes]] = {}

    def read(self, name: str) -> bytes:
        """A blob, cut where a record is too long. Raises CannotRunError where it is not there."""
        process = self._running.get(os.getpid()) or self._start()
        questions, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        questions.write(f"{name}\n".encode())
        questions.flush()
        *_, size = answers.readline().split() or [b""]
        if not size.isdigit():
            raise CannotRunError("cannot.git", command="cat-file", reason=name)
        data = answers.read(min(int(size), MAX_BYTES + 1))
        if len(data) < int(size):
            sha256_of_next(answers, int(size) - len(data))  # passes over the rest of what is no record
        answers.read(1)
        return data

    def _start(self) -> subprocess.Popen[bytes]:
        command, pipe = ["git", *OPTIONS, "cat-file", "--batch"], subprocess.PIPE
        process = subprocess.Popen(command, cwd=self._folder, env=environment(), stdin=pipe, stdout=pipe)
        weakref.finalize(self, process.communicate)
        self._running[os.getpid()] = process
        return process


def blobs(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Blobs by their names, each cut where a record is too long. Raises CannotRunError where one is not there."""
    asked = "".join(f"{name}\n" for name in names).encode()
    output = git(folder, "cat-file", "--batch", data=asked) if asked else b""
    return dict(_parse_batch(output))


def _parse_batch(output: bytes) -> Iterator[tuple[str, bytes]]:
    position = 0
    while position < len(output):
        line_end = output.index(b"\n", position)
        name, _, size = output[position:line_end].decode("ascii").rpartition(" ")
        if not size.isdigit():
            raise CannotRunError("cannot.git", command="cat-file", reason=f"{name} {size}")
        start = line_end + 1
        yield name.partition(" ")[0], output[start : start + min(int(size), MAX_BYTES + 1)]
        position = start + int(size) + 1
