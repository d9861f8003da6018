"""`rectledger overdue`."""

import typer

from rectledger.cli.options import AsOf, At, ByOption, Format, FormatOption


def command(
    context: typer.Context,
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
    by: ByOption = None,
) -> None:
    """逾期的措施 · measures that are overdue.

    最急的在前。

    Most urgent first.
    """
    from rectledger.cli.lists import print_items
    from rectledger.cli.session import open_session
    from rectledger.messages import say
    from rectledger.views.items import overdue_items

    session = open_session(context, as_of, at)
    items = overdue_items(session.facts)
    head = say("list.overdue", session.language, {"day": session.day, "count": len(items)})
    print_items(session, "overdue", items, head, output, by)
