"""`rectledger set`."""

from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument
from rectledger.cli.options import AsOf, DryRun, Force


def command(
    said: Globals,
    ref: Annotated[str, Argument(metavar="REF", help="问题或措施 · an issue or a measure")],
    field: Annotated[str, Argument(metavar="FIELD", help="哪一项 · which field")],
    value: Annotated[
        str,
        Argument(
            metavar="VALUE",
            help="新值；列表用 [a, b]；'' 删去 · the new value; lists as [a, b]; '' removes",
        ),
    ],
    as_of: AsOf = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> None:
    """改一项 · change a field.

    例 · for example: rectledger set 4.2 due 2025-12-31
    """
    from rectledger.cli.session import open_session
    from rectledger.cli.setting import change

    change(open_session(said, as_of), ref, field, value, dry_run=dry_run, force=force)
