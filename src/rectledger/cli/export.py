"""`rectledger export`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.choices import Export
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import AsOf, At


def command(
    said: Globals,
    to: Annotated[Export, Argument(metavar="TO:{xlsx|csv|json|ics}", help="导出成什么 · to what")],
    target: Annotated[Path | None, Option("-o", "--output", metavar="FILE", help="写到文件 · write to a file")] = None,
    inspection: Annotated[
        str | None, Option("--inspection", metavar="ID", help="默认当前巡察 · default: the current one")
    ] = None,
    view: Annotated[
        str | None,
        Option("--view", metavar="NAME", help="用 ledger/views/NAME.yaml 的列 · the columns of a view"),
    ] = None,
    on_paper: Annotated[
        bool, Option("--print", help="xlsx：供打印，合并单元格 · to be printed, with merged cells")
    ] = False,
    as_of: AsOf = None,
    at: At = None,
) -> None:
    """导出台账 · export the ledger.

    xlsx 可填好再用 import sheet 收回；ics 是时限日历。

    A sheet in xlsx can be filled in and taken back by import sheet; ics are the deadlines as a calendar.
    """
    from rectledger.cli.exporting import Order, export
    from rectledger.cli.session import open_session

    place = said.folder / target if target else None
    session = open_session(said, as_of, at)
    export(session, Order(to, place, inspection, view, on_paper))
    session.exit_for_broken_files()
