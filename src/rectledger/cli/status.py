"""`rectledger status`."""

from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.options import AsOf, At
from rectledger.cli.table import BY, FORMAT
from rectledger.errors import Ended


def command(
    said: Globals,
    as_of: AsOf = None,
    at: At = None,
    output: Annotated[str, FORMAT] = "text",
    by: Annotated[str | None, BY] = None,
) -> None:
    """当天的情况 · the day's picture.

    什么逾期、什么临期、欠几次、在谁手里。

    What is late, what comes due, what is owed, who has it, the clock.
    """
    from rectledger.cli.picturing import picture

    code = picture(str(said.folder), said.language, said.no_cache, as_of, at, output, by)
    if code:
        raise Ended(code)
