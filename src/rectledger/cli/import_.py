"""`rectledger import`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import AsOf, DryRun, FormatOption, Partial

HELP = "导入表格和文书 · take in sheets and documents."


def sheet(
    said: Globals,
    file: Annotated[
        Path, Argument(metavar="FILE", help="导出的表格，或别人的台账 · a sheet that was exported, or another's")
    ],
    as_of: AsOf = None,
    dry_run: DryRun = False,
    partial: Partial = False,
    output: FormatOption = Format.TEXT,
    new: Annotated[bool, Option("--new", help="别人的台账，每行是新的 · another's table, every row new")] = False,
    inspection: Annotated[
        str | None,
        Option("--inspection", metavar="ID", help="与 --new：哪次巡察，默认当前 · with --new; default: the current"),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        Option("--map", metavar="'列=字段'", help="与 --new：某列是什么 · with --new: what a column is"),
    ] = None,
) -> None:
    """收回导出的表格 · take back a sheet that was exported.

    与导出时相比改了什么，就改什么；加 --new 收下别人的台账。收不了的按单元格指出，要么全收，要么不动。

    What was changed since the export is changed; --new takes another's table. What cannot be taken is named by its
    cell. All or nothing.
    """
    from rectledger.cli.importing import Wish
    from rectledger.cli.returning import take_back
    from rectledger.cli.session import open_session
    from rectledger.cli.tabling import refuse_options, take

    session, path, wish = open_session(said, as_of), said.folder / file, Wish(dry_run, partial, output)
    if new:
        take(session, path, inspection, mapping or [], wish)
    else:
        refuse_options(inspection, mapping)
        take_back(session, path, wish)


def notice(
    said: Globals,
    file: Annotated[Path, Argument(metavar="FILE", help="通报：.docx、.txt、.md · a notice")],
    inspection: Annotated[str, Option("--inspection", metavar="ID", help="新的编号 · the id of the new inspection")],
    dry_run: DryRun = False,
    partial: Partial = False,
    output: FormatOption = Format.TEXT,
    as_of: AsOf = None,
) -> None:
    """收下一份旧通报 · take an old notice.

    反馈问题、问题、措施、状态、文号都成为记录；收不了的按行指出，要么全收，要么不动。收下后重新生成通报，与原文不同的地方逐处指出。

    Headings, issues, measures, states and documents become records; what cannot be taken is named by its line. All or
    nothing. The result is rendered again, and whatever differs from the text is told.
    """
    from rectledger.cli.importing import Wish
    from rectledger.cli.noticing import take
    from rectledger.cli.session import open_session

    wish = Wish(dry_run, partial, output)
    take(open_session(said, as_of), said.folder / file, inspection, wish)


COMMANDS = {"sheet": sheet, "notice": notice}
