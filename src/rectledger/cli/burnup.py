"""`rectledger burnup`."""

from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.options import AsOf, At
from rectledger.cli.table import FORMAT


def command(said: Globals, as_of: AsOf = None, at: At = None, output: Annotated[str, FORMAT] = "text") -> None:
    """各状态的消长 · states over time.

    从反馈日起，每周或每月末各状态有几条：按今天的记录，以及按当时提交的台账（查 git）。

    How many were in each state since the feedback, week by week or month by month: by today's records, and by the
    ledger as it was committed on that day.
    """
    from rectledger.cli.burning import burnt
    from rectledger.cli.console import complain, out, width
    from rectledger.cli.remembering import warn_of_missing
    from rectledger.cli.session import open_session
    from rectledger.render.burnup import burnup_csv, burnup_json, burnup_markdown
    from rectledger.render.text.burnup import burnup_text

    session = open_session(said, as_of, at)
    found, alone = burnt(session)
    match output:
        case "json":
            out(burnup_json(found))
        case "csv":
            out(burnup_csv(found))
        case "md":
            out(burnup_markdown(found, session.language))
        case _:
            out(burnup_text(found, session.language, width()))
    if alone:
        complain(alone, session.language)
    warn_of_missing(session, cut=found.cut)
    session.exit_for_broken_files()
