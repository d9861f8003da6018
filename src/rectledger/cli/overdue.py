"""`rectledger overdue`."""

from typing import TYPE_CHECKING

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.options import AsOf, At, ByOption, FormatOption

if TYPE_CHECKING:
    from rectledger.cli.session import Session


def command(
    said: Globals,
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
    by: ByOption = None,
) -> None:
    """逾期的措施 · measures that are overdue.

    最急的在前。

    Most urgent first.
    """
    from rectledger.cli.answering import tell

    def write(session: "Session") -> str:
        from rectledger.cli.lists import items_as
        from rectledger.messages import say
        from rectledger.views.items import overdue_items

        items = overdue_items(session.facts)
        head = say("list.overdue", session.language, {"day": session.day, "count": len(items)})
        return items_as(session, "overdue", items, head, output, by)

    tell(said, ("overdue", output, by), as_of, at, write)
