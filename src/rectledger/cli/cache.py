"""`rectledger cache`."""

from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.marks import Option


def command(
    said: Globals,
    clear: Annotated[bool, Option("--clear", help="清空 · remove what is in it")] = False,
) -> None:
    """缓存在哪里、有多大 · where the cache is and how large.

    随时可以清空，只是下一次慢一点。

    It may be cleared at any time; the next run takes longer, that is all.
    """
    from rectledger.cli.caching import report

    report(said.folder, said.language, clear=clear)
