"""`rectledger new`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.marks import Option
from rectledger.cli.options import AsOf, DryRun


def command(  # one parameter a key of the format
    said: Globals,
    title: Annotated[str | None, Option("--title", metavar="TEXT", help="问题 · the issue")] = None,
    heading: Annotated[
        str | None,
        Option("--heading", metavar="ID", help="反馈问题 · the heading, if there are several"),
    ] = None,
    owner: Annotated[str | None, Option("--owner", metavar="PARTY", help="责任单位 · default: the unit")] = None,
    leader: Annotated[str | None, Option("--leader", metavar="PARTY", help="责任领导 · the leader")] = None,
    serial: Annotated[str | None, Option("--serial", metavar="TEXT", help="清单序号 · its number on the list")] = None,
    due: Annotated[str | None, Option("--due", metavar="DUE", help="完成时限 · the deadline")] = None,
    measure: Annotated[
        list[str] | None, Option("--measure", metavar="TEXT", help="整改措施，可多次 · a measure, repeatable")
    ] = None,
    inspection: Annotated[
        str | None, Option("--inspection", metavar="ID", help="哪次巡察，默认当前 · default: the current one")
    ] = None,
    from_list: Annotated[
        Path | None,
        Option(
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
    session = open_session(said, as_of)
    if from_list is None:
        from rectledger.cli.registering import register

        register(session, inspection, known, measure or [], dry_run=dry_run)
    else:
        from rectledger.cli.enlisting import enlist

        enlist(session, said.folder / from_list, inspection, known, measure or [], dry_run=dry_run)
