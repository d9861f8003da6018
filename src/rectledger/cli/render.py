"""`rectledger render`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rectledger.cli.options import AsOf, At, Format, FormatOption


class To(StrEnum):
    """What a document is rendered to: a line for each of `render.document.FORMATS`."""

    MD = "md"
    TXT = "txt"


def command(  # one parameter an option
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="模板名 · the template's name")] = "notice",
    to: Annotated[To, typer.Option("--to", help="格式 · format")] = To.MD,
    target: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="写到文件 · write to a file")
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option("--check", metavar="FILE", help="文件过期则以 1 退出 · exit with 1 if the file is out of date"),
    ] = None,
    inspection: Annotated[
        str | None, typer.Option("--inspection", metavar="ID", help="默认当前巡察 · default: the current one")
    ] = None,
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """生成文书 · render a document.

    如通报；模板在 templates/。

    Such as the notice; the templates are in templates/.
    """
    from rectledger.cli.console import err
    from rectledger.cli.documents import current, rendered, show, write
    from rectledger.cli.session import open_session
    from rectledger.messages import say

    session = open_session(context, as_of, at)
    data = rendered(session, name, to, inspection, output)
    if check is not None:
        if current(context.obj.folder / check) != data:
            err(f"rectledger: {say('render.outdated', session.language, {'file': check})}")
            raise typer.Exit(1)
    elif target is None:
        show(to, data)
    else:
        write(context.obj.folder / target, data)
