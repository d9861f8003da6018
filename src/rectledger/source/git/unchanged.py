"""Which files of a work tree are as the index has them: asked of git while the caller does something else.

Imports next to nothing, unlike the other questions: it is asked before anything else is known to be needed.
"""

import os
import sys

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = ("-c", "core.quotepath=false", "-c", "core.fsmonitor=false", "--no-replace-objects", "--literal-pathspecs")
_WHOLE = ("-c", "core.trustctime=true", "-c", "core.checkStat=default")
_REDIRECTED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR")
_TRAILER = 20
_PLAIN = b"H 100"
"""An entry that git looks at, and a file: what a link leads to is none of git's business."""


def environment() -> dict[str, str]:
    """What git runs in: no locks, no questions, English errors."""
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


def index_identity(git_directory: str, settled: int) -> bytes | None:
    """What tells one state of the index from every other; None where there is none to go by.

    Nor is one that has changed after `settled`, in nanoseconds: git as it is mostly built tells seconds apart and
    nothing below, so a file may yet be written again that then looks to it as it did when it was added.
    """
    if sys.platform == "win32" or any(name in os.environ for name in _REDIRECTED):
        return None
    try:
        with open(os.path.join(git_directory, "index"), "rb") as file:
            status = os.fstat(file.fileno())
            file.seek(-_TRAILER, os.SEEK_END)
            trailer = file.read()
    except OSError:
        return None
    looks = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    racy = max(status.st_mtime_ns, status.st_ctime_ns) > settled
    return None if racy or not any(trailer) else trailer + repr(looks).encode()


def differing(root: str, tops: tuple[str, ...]) -> "Callable[[], set[str] | None]":
    """Starts to look for files below some folders that may not be as the index has them; None where git cannot say."""
    return _names(
        _started(root, "diff-files", "-z", "--name-only", "--relative", "--ignore-submodules=all", "--", *tops)
    )


def unlooked(root: str, tops: tuple[str, ...], names: "list[str]") -> set[str] | None:
    """Of some names, those that git does not look at: not in the index, or not as an ordinary entry."""
    listed = _started(root, "ls-files", "-v", "-s", "-z", "--", *tops)()
    if listed is None:
        return None
    plain = (entry for entry in listed.split(b"\0") if entry.startswith(_PLAIN))
    return {*names}.difference(os.fsdecode(entry.partition(b"\t")[2]) for entry in plain)


def _names(answer: "Callable[[], bytes | None]") -> "Callable[[], set[str] | None]":
    def names() -> set[str] | None:
        listed = answer()
        return None if listed is None else {os.fsdecode(name) for name in listed.split(b"\0") if name}

    return names


def _started(root: str, *arguments: str) -> "Callable[[], bytes | None]":
    """Start git; what it prints, once it is waited for. None where it fails."""
    ours, theirs = os.pipe()
    quiet = [(os.POSIX_SPAWN_OPEN, at, os.devnull, os.O_RDWR, 0) for at in (0, 2)]
    command = ["git", "-C", root, *OPTIONS, *_WHOLE, *arguments]
    try:
        actions = [(os.POSIX_SPAWN_DUP2, theirs, 1), *quiet]
        process = os.posix_spawnp("git", command, environment(), file_actions=actions)
    except OSError:
        process = 0
    os.close(theirs)

    def answer() -> bytes | None:
        with open(ours, "rb") as file:
            printed = file.read()
        return printed if process and os.waitpid(process, 0)[1] == 0 else None

    return answer
