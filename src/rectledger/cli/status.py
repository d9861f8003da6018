"""`rectledger status`."""

from typing import Annotated

import typer

from rectledger.cli.options import AsOf, At, Grouping, TableFormat, TableOption


def command(
    context: typer.Context,
    as_of: AsOf = None,
    at: At = None,
    output: TableOption = TableFormat.TEXT,
    by: Annotated[Grouping | None, typer.Option("--by", help="按此分组计数 · count the measures by this")] = None,
) -> None:
    """当天的情况 · the day's picture.

    什么逾期、什么临期、欠几次、在谁手里。

    What is late, what comes due, what is owed, who has it, the clock.
    """
    from rectledger.cli.console import out, width
    from rectledger.cli.session import open_session
    from rectledger.render.machine import status_json
    from rectledger.render.tables import status_csv, status_markdown
    from rectledger.render.text.status import status_text
    from rectledger.views.status import status

    session = open_session(context, as_of, at)
    view = status(session.facts, by.value if by else None)
    match output:
        case TableFormat.JSON:
            out(status_json(view))
        case TableFormat.CSV:
            out(status_csv(view, session.language))
        case TableFormat.MD:
            out(status_markdown(view, session.language))
        case TableFormat.TEXT:
            out(status_text(view, session.language, width()))
    session.exit_for_broken_files()
