"""The merge driver and the textconv in a clone's git configuration, which no clone brings along."""

import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from rectledger.source.git.calls import git
from rectledger.source.git.repository import setting

MERGE, TEXTCONV = "merge.rectledger.driver", "diff.rectledger.textconv"


def install_drivers(root: Path) -> None:
    """Put into a clone's configuration what is missing there. Raises CannotRunError."""
    for name, value in missing_drivers(root).items():
        git(root, "config", "--local", name, value)


def missing_drivers(root: Path) -> Mapping[str, str]:
    """The settings that a clone lacks, or has otherwise."""
    wanted = {
        "merge.rectledger.name": "events of both sides, in the order of their days",
        MERGE: f"{_program()} merge-driver %O %A %B %P",
        TEXTCONV: f"{_program()} merge-driver --textconv",
    }
    return {name: value for name, value in wanted.items() if setting(root, name) != value}


def _program() -> str:
    """How git will call this program: by name where that is on the path."""
    return "rectledger" if shutil.which("rectledger") else f"{shlex.quote(sys.executable)} -m rectledger"
