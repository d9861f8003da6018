"""How git is called: lists of arguments, no shell, no locks, no diff drivers, and failures in words."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from rectledger.errors import CannotRunError
from rectledger.source.git.unchanged import OPTIONS, environment

_KNOWN = {
    r"dubious ownership in repository at '(?P<folder>.*)'": "cannot.git-owner",
    "not a git repository": "cannot.no-repository",
}
"""What git says where it will not work at all, and our words for it."""


def git(folder: Path, *arguments: str, data: bytes | None = None) -> bytes:
    """What a git command prints. Raises CannotRunError where git is missing or the command fails."""
    done = attempt(folder, *arguments, data=data)
    if done.returncode:
        raise _refusal(folder, arguments, done)
    return done.stdout


def _refusal(folder: Path, arguments: Sequence[str], done: subprocess.CompletedProcess[bytes]) -> CannotRunError:
    said = done.stderr.decode("utf-8", "replace").strip()
    for words, key in _KNOWN.items():
        if found := re.search(words, said):
            return CannotRunError(key, folder=found.groupdict().get("folder", folder.as_posix()))
    return CannotRunError("cannot.git", command=arguments[0], reason=said.partition("\n")[0] or done.returncode)


def attempt(folder: Path, *arguments: str, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """A git command that has ended, however it did. Raises CannotRunError where git is missing."""
    command = ["git", *OPTIONS, *arguments]
    try:
        return subprocess.run(command, cwd=folder, input=data, capture_output=True, env=environment(), check=False)
    except OSError:
        raise CannotRunError("cannot.git-missing") from None
