"""`rectledger init`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.choices import Forge, Profile
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import AsOf, DryRun


def command(
    said: Globals,
    folder: Annotated[Path, Argument(metavar="[DIR]", help="建在哪里 · where")] = Path(),
    profile: Annotated[
        Profile, Option("--profile", help="时限预设 · which presets of limits")
    ] = Profile.PARTY_INSPECTION,
    unit: Annotated[str | None, Option("--unit", metavar="NAME", help="单位名称 · the unit's name")] = None,
    ci: Annotated[Forge | None, Option("--ci", help="也写 CI 文件 · a file for CI as well")] = None,
    hooks: Annotated[bool, Option("--hooks", help="也写 pre-commit 配置 · hooks for pre-commit as well")] = False,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """建一本新台账 · make a new ledger.

    已有的文件一律不动，只列出来。

    A file that is there already is left alone and named.
    """
    from rectledger.cli.founding import found

    found(said, said.folder / folder, profile, unit, ci, with_hooks=hooks, as_of=as_of, dry_run=dry_run)
