"""`rectledger new`."""

from pathlib import Path
from typing import Annotated

import typer

from rectledger.cli.options import AsOf, DryRun


def command(  # one parameter a key of the format
    context: typer.Context,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="问题 · the issue")] = None,
    heading: Annotated[
        str | None,
        typer.Option("--heading", metavar="ID", help="反馈问题 · the heading, if there are several"),
    ] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="PARTY", help="责任单位 · default: the unit")] = None,
    leader: Annotated[str | None, typer.Option("--leader", metavar="PARTY", help="责任领导 · the leader")] = None,
    serial: Annotated[
        str | None, typer.Option("--serial", metavar="TEXT", help="清单序号 · its number on the list")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DUE", help="完成时限 · the deadline")] = None,
    measure: Annotated[
        list[str] | None, typer.Option("--measure", metavar="TEXT", help="整改措施，可多次 · a measure, repeatable")
    ] = None,
    inspection: Annotated[
        str | None, typer.Option("--inspection", metavar="ID", help="哪次巡察，默认当前 · default: the current one")
    ] = None,
    from_list: Annotated[
        Path | None,
        typer.Option(
            "--from-list",
            metavar="FILE",
            help="清单的每一行登记一个问题：.xlsx、.csv 或有 list 的巡察文件 · an issue for each row of a list",
        ),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """登记一个问题 · a new issue; prints the path of its file.

    在终端上缺什么就问什么。

    On a terminal it asks for what is missing.
    """
    from rectledger.cli.session import open_session

    given = {"heading": heading, "serial": serial, "title": title, "leader": leader, "owner": owner, "due": due}
    known = {key: value for key, value in given.items() if value}
    session = open_session(context, as_of)
    if from_list is None:
        from rectledger.cli.registering import register

        register(session, inspection, known, measure or [], dry_run=dry_run)
    else:
        from rectledger.cli.enlisting import enlist

        enlist(session, context.obj.folder / from_list, inspection, known, measure or [], dry_run=dry_run)
