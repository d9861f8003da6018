"""What a repository is and has: its place, its commits by name, its configuration."""

import os
import re
from pathlib import Path

from rectledger.errors import CannotRunError
from rectledger.source.git.calls import attempt, git

HEAD = "HEAD"


def commit_of(folder: Path, revision: str) -> str:
    """The full name of a revision's commit. Raises CannotRunError for one that is unknown or looks like an option."""
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise CannotRunError("cannot.revision", revision=revision)
    try:
        name = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except CannotRunError:
        raise _unknown(folder, revision) from None
    return name.decode("ascii").split()[-1]


def _unknown(folder: Path, revision: str) -> CannotRunError:
    """Why there is no such revision. Raises CannotRunError where git answers nothing at all about the folder."""
    shallow = git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if shallow:
        return CannotRunError("cannot.revision-shallow", revision=revision)
    if not git(folder, "rev-list", "--all", "--max-count=1").strip():
        return CannotRunError("cannot.no-commits", folder=folder.as_posix())
    return CannotRunError("cannot.revision", revision=revision)


def common_ancestor(folder: Path, one: str, other: str) -> str:
    """The commit from which two have gone apart. Raises CannotRunError where there is none."""
    done = attempt(folder, "merge-base", "--end-of-options", one, other)
    if done.returncode:
        raise CannotRunError("cannot.no-merge-base", revision=one)
    return done.stdout.decode("ascii").split()[0]


def next_author(folder: Path) -> tuple[str, str] | None:
    """The name and the address under which the next commit would be made; None where nobody has set any."""
    done = attempt(folder, "var", "GIT_AUTHOR_IDENT")
    found = re.fullmatch(r"(.*) <(.*)> \d+ [+-]\d+", done.stdout.decode("utf-8", "replace").strip())
    return (found[1], found[2]) if found and not done.returncode else None


def top_level(folder: Path) -> Path:
    """The top folder of the repository that a folder belongs to. Raises CannotRunError outside of one."""
    return Path(os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n")))


def is_repository(folder: Path) -> bool:
    """Whether a folder belongs to a repository's work tree. Raises CannotRunError where git is missing or refuses."""
    try:
        return git(folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except CannotRunError as error:
        if error.key == "cannot.no-repository":
            return False
        raise


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


def shallow_edges(folder: Path) -> frozenset[str]:
    """The commits at which a shallow clone begins; none in a whole one."""
    try:
        place = folder / os.fsdecode(git(folder, "rev-parse", "--git-path", "shallow").rstrip(b"\r\n"))
        return frozenset(place.read_text("ascii").split())
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRunError("cannot.read", path=".git/shallow", reason=str(error)) from None


def state_of(root: Path) -> str:
    """The commit that a ledger's folder is at, with `+` where its files differ from it; nothing without one."""
    try:
        commit = commit_of(root, "HEAD")
        changed = git(root, "status", "--porcelain", "-z", "--", "ledger", "issues", "templates")
    except CannotRunError:
        return ""
    return f"{commit}+" if changed else commit
