"""`rectledger set`."""

from typing import Annotated

import typer

from rectledger.cli.options import AsOf, DryRun, Force


def command(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="问题或措施 · an issue or a measure", show_default=False)],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="哪一项 · which field", show_default=False)],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="新值；列表用 [a, b]；'' 删去 · the new value; lists as [a, b]; '' removes",
            show_default=False,
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

    change(open_session(context, as_of), ref, field, value, dry_run=dry_run, force=force)
