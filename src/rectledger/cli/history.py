"""`rectledger history`."""

from typing import Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument
from rectledger.cli.options import At, FormatOption


def command(
    said: Globals,
    ref: Annotated[str, Argument(metavar="REF", help="4、4.2、zx2024-04 或 zx2024-04/air")],
    at: At = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """一个问题的来历 · the past of one issue.

    每个事件由谁、何时、在哪次提交记下、改过或删去；时限动过几次、动了多少。

    Who recorded, edited or removed each event, when and in which commit; how often its dates moved, and how far.
    """
    from rectledger.cli.console import out, width
    from rectledger.cli.remembering import remembered, warn_of_missing
    from rectledger.cli.session import open_session
    from rectledger.render.past import history_json
    from rectledger.render.text.history import history_text

    session, history = remembered(open_session(said, at=at), ref)
    if output is Format.JSON:
        out(history_json(history))
    else:
        out(history_text(session.facts, history, session.language, width()))
    warn_of_missing(session, cut=history.slippage.cut)
    session.exit_for_broken_files()
