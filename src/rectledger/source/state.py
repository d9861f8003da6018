"""What the program keeps for itself below a ledger's root."""

import errno
import os
from pathlib import Path

STATE_FOLDER = ".rectledger"
"""The folder of it; git never sees it."""
JOURNAL = "journal.json"
"""What somebody who writes is about to do."""


def state_folder(root: Path) -> Path:
    """The program's own folder below a root, made where it is missing, with a note that hides it from git.

    Raises OSError, also for a link: a cloned repository must not lead the program out of itself.
    """
    folder = root / STATE_FOLDER
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    note = folder / ".gitignore"
    if not note.is_symlink() and not (note.exists() and note.stat().st_size):
        note.write_bytes(b"*\n")
    return folder


def is_unfinished(root: Path) -> bool:
    """Whether somebody died while writing below a root, or is writing now."""
    return (root / STATE_FOLDER / JOURNAL).exists()
