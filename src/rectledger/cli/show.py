"""`rectledger show`."""

from typing import Annotated

import typer

from rectledger.cli.options import AsOf, At, Format, FormatOption


def command(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="4、4.2、zx2024-04 或 zx2024-04/air", show_default=False)],
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """一个问题的全貌 · one issue.

    文字、措施、经过。

    Words, measures, timeline.
    """
    from rectledger.cli.console import out, width
    from rectledger.cli.session import open_session
    from rectledger.render.machine import show_json
    from rectledger.render.text.show import show_text
    from rectledger.views.references import resolve

    session = open_session(context, as_of, at)
    referred = resolve(session.facts, ref)
    measures = (referred.measure,) if referred.measure else referred.issue.measures
    if output is Format.JSON:
        out(show_json(session.facts, referred.issue, measures))
    else:
        out(show_text(session.facts, referred.issue, measures, session.language, width()))
    session.exit_for_broken_files()
