"""`rectledger verify`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument
from rectledger.cli.options import FormatOption
from rectledger.errors import Ended


def command(
    said: Globals,
    file: Annotated[Path, Argument(metavar="FILE", help="生成的 .docx · a .docx that was rendered")],
    output: FormatOption = Format.TEXT,
) -> None:
    """核对 Word 文书 · verify a Word document.

    按文件里注明的台账版本和日期重新生成，列出有人手改过的句子；有改动则以 1 退出。

    Renders it again at the revision and day that its properties name, and shows the sentences that somebody changed by
    hand; exits with 1 where there are any.
    """
    from rectledger.cli.console import out
    from rectledger.cli.session import open_session
    from rectledger.cli.verifying import verified
    from rectledger.render.verification import verify_json, verify_text

    session = open_session(said)
    found = verified(session, said.folder / file)
    out(verify_json(found) if output is Format.JSON else verify_text(found, session.language))
    if found.reading.sentences:
        raise Ended
