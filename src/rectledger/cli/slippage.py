"""`rectledger slippage`."""

from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.options import At
from rectledger.cli.table import FORMAT


def command(said: Globals, at: At = None, output: Annotated[str, FORMAT] = "text") -> None:
    """动过的时限 · every deadline that was moved.

    延期、直接改动的时限（措施、问题、时钟）：从哪天到哪天，谁提交，有没有批准。

    Extensions, and fields that were edited (of measures, issues, the clock): from which day to which, who committed
    it, and whether anybody approved it.
    """
    from rectledger.cli.console import out, width
    from rectledger.cli.remembering import slipped, warn_of_missing
    from rectledger.cli.session import open_session
    from rectledger.render.past import slippage_csv, slippage_json, slippage_markdown
    from rectledger.render.text.slippage import slippage_text

    session, found = slipped(open_session(said, at=at))
    match output:
        case "json":
            out(slippage_json(found))
        case "csv":
            out(slippage_csv(found, session.language))
        case "md":
            out(slippage_markdown(found, session.language))
        case _:
            out(slippage_text(found, session.language, width()))
    warn_of_missing(session, cut=found.cut)
    session.exit_for_broken_files()
