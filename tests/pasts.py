"""Repositories with a past: commits by somebody on some day."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.ledgers import ISSUE, base_files
from tests.program import git, write


def repository(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """A repository whose first commit, by 登记员 on 2025-01-20, is the small ledger or other files."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q")
    commit(root, base_files() if files is None else files, "登记员", "2025-01-20", "建账")
    return root


def commit(root: Path, files: Mapping[str, str], author: str, day: str, subject: str = "更新") -> str:
    """Commit everything in the work tree, with these files written first; the commit's name."""
    write(root, files)
    git(root, "add", "-A")
    return commit_index(root, author, day, subject)


def commit_index(root: Path, author: str, day: str, subject: str = "更新", *more: str) -> str:
    """Commit what is staged, at noon in Shanghai."""
    moment = f"{day}T12:00:00+0800"
    who = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "who@example.org", "GIT_AUTHOR_DATE": moment}
    whose = {"GIT_COMMITTER_NAME": author, "GIT_COMMITTER_EMAIL": "who@example.org", "GIT_COMMITTER_DATE": moment}
    command = ["git", "commit", "-q", "--allow-empty", "-m", subject, *more]
    subprocess.run(command, cwd=root, check=True, env={**os.environ, **who, **whose})
    return git(root, "rev-parse", "HEAD").strip()


def issue_with(root: Path, old: str, new: str) -> dict[str, str]:
    """The issue's file as it is in the work tree, with something replaced."""
    text = (root / ISSUE).read_text("utf-8")
    assert old in text, old
    return {ISSUE: text.replace(old, new)}
