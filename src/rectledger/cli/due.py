"""`rectledger due`."""

from typing import Annotated

import typer

from rectledger.cli.options import AsOf, At, ByOption, Format, FormatOption


def command(  # one parameter an option
    context: typer.Context,
    within: Annotated[
        int | None,
        typer.Option(
            "--within",
            min=0,
            max=36500,
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
    from rectledger.cli.lists import print_items
    from rectledger.cli.session import open_session
    from rectledger.messages import say
    from rectledger.views.items import due_items

    session = open_session(context, as_of, at)
    days = session.ledger.settings.policy.warn[0] if within is None else within
    items = due_items(session.facts, days)
    head = say("list.due", session.language, {"day": session.day, "within": days, "count": len(items)})
    print_items(session, "due", items, head, output, by)
