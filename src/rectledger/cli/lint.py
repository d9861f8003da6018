"""`rectledger lint`."""

from functools import partial
from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from msgspec.structs import replace

from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.options import AsOf, At, declared
from rectledger.cli.table import BASE, FAIL_ON, LINT_FORMAT, VERBOSE
from rectledger.errors import Ended

Codes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="规则编号或前缀，逗号分隔 · codes or their beginnings, by commas"),
]


Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="只报告这些文件或目录；- 为标准输入 · report these only; - is stdin",
        show_default=False,
    ),
]
Fix: TypeAlias = Annotated[bool, typer.Option("--fix", help="改正只有一种改法的 · mend what has one safe answer")]
Diff: TypeAlias = Annotated[bool, typer.Option("--diff", help="只显示 --fix 会改什么 · show what --fix would do")]
Reconcile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--reconcile",
        metavar="FILE",
        help="只核对移交的清单：.xlsx、.csv 或有 list 的巡察文件 · compare the list handed over, nothing else",
    ),
]
Inspection: TypeAlias = Annotated[
    str | None, typer.Option("--inspection", metavar="ID", help="核对哪次巡察，默认当前 · default: the current one")
]
StdinName: TypeAlias = Annotated[
    Path | None,
    typer.Option("--stdin-filename", metavar="FILE", help="标准输入是哪个文件 · which file standard input is"),
]


def command(  # one parameter an option
    context: typer.Context,
    paths: Paths = None,
    as_of: AsOf = None,
    at: At = None,
    output: Annotated[str, declared(LINT_FORMAT)] = "text",
    fail_on: Annotated[str, declared(FAIL_ON)] = "error",
    select: Codes = None,
    ignore: Codes = None,
    fix: Fix = False,
    diff: Diff = False,
    verbose: Annotated[bool, declared(VERBOSE)] = False,
    base: Annotated[str | None, declared(BASE)] = None,
    reconcile: Reconcile = None,
    inspection: Inspection = None,
    stdin_filename: StdinName = None,
) -> None:
    """检查台账 · check the ledger.

    每处问题都指出文件、行和列。

    Every finding with file, line and column.
    """
    from rectledger.cli import findings
    from rectledger.cli.linting import checked
    from rectledger.cli.session import open_session

    session = open_session(context, as_of, at)
    session, wanted = findings.narrowed(session, paths or [], context.obj.folder, stdin_filename)
    if fix or diff:
        from rectledger.cli.fixing import fix as mend

        findings.refuse_to_write(session)
        if mend(session, wanted, write=not diff) and diff:
            raise Ended
        if diff:
            return
        session = replace(session)
    if reconcile is not None:
        from rectledger.cli.reconciling import reconcile as compare

        findings.refuse_paths(paths or [], base)
        tell = partial(findings.told, session, select=select or [], ignore=ignore or [])
        wanted_as = LintFormat(output), FailOn(fail_on)
        lost = compare(session, context.obj.folder / reconcile, inspection, tell, *wanted_as)
        session.exit_for_broken_files()
        if lost:
            raise Ended
        return
    asked = findings.asked_for(wanted, select or [], ignore or [])
    if code := checked(session, asked, output, fail_on, verbose=verbose, base=base):
        raise Ended(code)
