"""`rectledger forecast`."""

from typing import TYPE_CHECKING, Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Option
from rectledger.cli.options import AsOf, At, FormatOption

if TYPE_CHECKING:
    from rectledger.cli.session import Session


def command(
    said: Globals,
    until: Annotated[str, Option("--until", metavar="YYYY-MM-DD", help="看到哪一天 · the last day to look at")],
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """无人处理会怎样 · what happens if nobody acts.

    哪一天转黄、转红、逾期或未达到。

    What turns yellow, red, overdue or missed, and on which day.
    """
    from rectledger.cli.answering import tell

    def write(session: "Session") -> str:
        from rectledger.cli.console import width
        from rectledger.cli.session import parsed_day
        from rectledger.messages import say
        from rectledger.render.text.late import forecast_text
        from rectledger.views.forecast import forecast

        last = parsed_day(until)
        changes = forecast(session.facts, last)
        if output is Format.JSON:
            from rectledger.render.machine import forecast_json

            return forecast_json(session.day, last, changes)
        head = say("list.forecast", session.language, {"day": session.day, "until": last, "count": len(changes)})
        return forecast_text(changes, head, session.language, width())

    tell(said, ("forecast", until, output), as_of, at, write)
