"""`rectledger init`."""

from pathlib import Path
from typing import Annotated

import typer

from rectledger.cli.choices import Forge, Profile
from rectledger.cli.options import AsOf, DryRun


def command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="建在哪里 · where", show_default=False)] = Path(),
    profile: Annotated[
        Profile, typer.Option("--profile", help="时限预设 · which presets of limits")
    ] = Profile.PARTY_INSPECTION,
    unit: Annotated[str | None, typer.Option("--unit", metavar="NAME", help="单位名称 · the unit's name")] = None,
    ci: Annotated[Forge | None, typer.Option("--ci", help="也写 CI 文件 · a file for CI as well")] = None,
    hooks: Annotated[bool, typer.Option("--hooks", help="也写 pre-commit 配置 · hooks for pre-commit as well")] = False,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """建一本新台账 · make a new ledger.

    已有的文件一律不动，只列出来。

    A file that is there already is left alone and named.
    """
    from rectledger.cli.founding import found

    found(context, context.obj.folder / folder, profile, unit, ci, with_hooks=hooks, as_of=as_of, dry_run=dry_run)
