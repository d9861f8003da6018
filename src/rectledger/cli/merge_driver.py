"""`rectledger merge-driver`, which git calls."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.errors import Ended


def command(
    said: Globals,
    files: Annotated[
        list[Path],
        Argument(metavar="BASE OURS THEIRS PATH", help="git 的 %O %A %B %P · what git has for them"),
    ],
    textconv: Annotated[
        bool, Option("--textconv", help="用业务的话写出 FILE · print FILE in the domain's words")
    ] = False,
) -> None:
    """由 git 调用：合并两边记的事 · called by git: merges what both sides recorded.

    init 和 doctor --yes 把它装进 git 配置。

    `init` and `doctor --yes` put it into git's configuration.
    """
    from rectledger.cli.merging import merge, show
    from rectledger.errors import CannotRunError
    from rectledger.messages import Language

    if len(files) != (1 if textconv else 4):
        raise CannotRunError("cannot.usage", reason="merge-driver BASE OURS THEIRS PATH | --textconv FILE")
    language = said.language or Language.ZH
    paths = [said.folder / path for path in files[:3]]
    if textconv:
        show(paths[0], language)
    elif merge(paths[0], paths[1], paths[2], str(files[3]), language):
        raise Ended
