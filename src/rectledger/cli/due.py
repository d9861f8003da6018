"""`rectledger due`."""

from typing import TYPE_CHECKING, Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Option
from rectledger.cli.options import AsOf, At, ByOption, FormatOption

if TYPE_CHECKING:
    from rectledger.cli.session import Session


def command(  # one parameter an option
    said: Globals,
    within: Annotated[
        int | None,
        Option(
            "--within",
            least=0,
            most=36500,
            metavar="DAYS",
            help="天数，默认为预警的第一档 · days; default: the policy's first warning",
        ),
    ] = None,
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
    by: ByOption = None,
) -> None:
    """将到期的措施 · measures that come due.

    最急的在前；已逾期的见 overdue。

    Most urgent first; for what is late already see overdue.
    """
    from rectledger.cli.answering import tell

    def write(session: "Session") -> str:
        from rectledger.cli.lists import items_as
        from rectledger.messages import say
        from rectledger.views.items import due_items

        days = session.ledger.settings.policy.warn[0] if within is None else within
        items = due_items(session.facts, days)
        head = say("list.due", session.language, {"day": session.day, "within": days, "count": len(items)})
        return items_as(session, "due", items, head, output, by)

    tell(said, ("due", within, output, by), as_of, at, write)
