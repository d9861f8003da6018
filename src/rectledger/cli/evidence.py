"""`rectledger evidence`."""

from typing import Annotated

import typer

from rectledger.cli.choices import Format
from rectledger.cli.options import At, FormatOption
from rectledger.errors import Ended

app = typer.Typer(name="evidence", help="佐证材料 · evidence.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """Keeps the one command below a name of its own."""


@app.command()
def verify(
    context: typer.Context,
    refs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REF]...", help="只核对这些问题或措施 · verify these issues or measures only", show_default=False
        ),
    ] = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """核对佐证文件 · verify evidence files.

    每个文件都在、内容与登记时一致；否则以 1 退出。

    Every file is there and is the one that was recorded; else exits with 1.
    """
    from rectledger.cli.console import out
    from rectledger.cli.proving import proven
    from rectledger.cli.session import open_session
    from rectledger.render.machine import evidence_json
    from rectledger.render.text.evidence import evidence_text
    from rectledger.views.evidence import Verdict

    session = open_session(context, at=at)
    lines = proven(session, refs or [])
    out(evidence_json(lines) if output is Format.JSON else evidence_text(lines, session.language))
    session.exit_for_broken_files()
    if any(line.verdict is not Verdict.VERIFIED for line in lines):
        raise Ended
