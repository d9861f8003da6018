"""`rectledger cache`."""

from typing import Annotated

import typer


def command(
    context: typer.Context,
    clear: Annotated[bool, typer.Option("--clear", help="清空 · remove what is in it")] = False,
) -> None:
    """缓存在哪里、有多大 · where the cache is and how large.

    随时可以清空，只是下一次慢一点。

    It may be cleared at any time; the next run takes longer, that is all.
    """
    from rectledger.cli.caching import report

    report(context.obj.folder, context.obj.language, clear=clear)
