"""`rectledger import`."""

from pathlib import Path
from typing import Annotated

import typer

from rectledger.cli.options import AsOf

app = typer.Typer(
    name="import",
    help="导入表格和文书 · take in sheets and documents.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def _group() -> None:
    """Keeps the commands below a name of their own."""


@app.command()
def sheet(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="导出的表格 · a sheet that was exported")],
    as_of: AsOf = None,
) -> None:
    """收回导出的表格 · take back a sheet that was exported.

    与导出时相比改了什么，就改什么；收不了的按单元格指出，要么全收，要么不动。

    What was changed since the export is changed; what cannot be taken is named by its cell. All or nothing.
    """
    from rectledger.cli.session import open_session
    from rectledger.errors import CannotRunError
    from rectledger.source.sheet import read_book

    open_session(context, as_of)
    read_book(context.obj.folder / file)
    raise CannotRunError("cannot.sheet-unstamped", path=file.name)
