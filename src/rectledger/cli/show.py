"""`rectledger show`."""

from typing import TYPE_CHECKING, Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument
from rectledger.cli.options import AsOf, At, FormatOption

if TYPE_CHECKING:
    from rectledger.cli.session import Session


def command(
    said: Globals,
    ref: Annotated[str, Argument(metavar="REF", help="4、4.2、zx2024-04 或 zx2024-04/air")],
    as_of: AsOf = None,
    at: At = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """一个问题的全貌 · one issue.

    文字、措施、经过。

    Words, measures, timeline.
    """
    from rectledger.cli.answering import tell

    def write(session: "Session") -> str:
        from rectledger.cli.console import width
        from rectledger.render.text.show import show_text
        from rectledger.views.references import resolve

        referred = resolve(session.facts, ref)
        measures = (referred.measure,) if referred.measure else referred.issue.measures
        if output is Format.JSON:
            from rectledger.render.machine import show_json

            return show_json(session.facts, referred.issue, measures)
        return show_text(session.facts, referred.issue, measures, session.language, width())

    tell(said, ("show", ref, output), as_of, at, write)
