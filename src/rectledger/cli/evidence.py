"""`rectledger evidence`."""

from typing import Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument
from rectledger.cli.options import At, FormatOption
from rectledger.errors import Ended

HELP = "佐证材料 · evidence."


def verify(
    said: Globals,
    refs: Annotated[
        list[str] | None,
        Argument(metavar="[REF]...", help="只核对这些问题或措施 · verify these issues or measures only"),
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

    session = open_session(said, at=at)
    lines = proven(session, refs or [])
    out(evidence_json(lines) if output is Format.JSON else evidence_text(lines, session.language))
    session.exit_for_broken_files()
    if any(line.verdict is not Verdict.VERIFIED for line in lines):
        raise Ended


COMMANDS = {"verify": verify}
