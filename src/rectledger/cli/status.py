"""`rectledger status`."""

from typing import Annotated

import typer

from rectledger.cli.options import AsOf, At, declared
from rectledger.cli.table import BY, FORMAT
from rectledger.errors import Ended


def command(
    context: typer.Context,
    as_of: AsOf = None,
    at: At = None,
    output: Annotated[str, declared(FORMAT)] = "text",
    by: Annotated[str | None, declared(BY)] = None,
) -> None:
    """当天的情况 · the day's picture.

    什么逾期、什么临期、欠几次、在谁手里。

    What is late, what comes due, what is owed, who has it, the clock.
    """
    from rectledger.cli.picturing import picture

    code = picture(str(context.obj.folder), context.obj.language, context.obj.no_cache, as_of, at, output, by)
    if code:
        raise Ended(code)
