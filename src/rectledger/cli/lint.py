"""`rectledger lint`."""

from functools import partial
from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from msgspec.structs import replace

from rectledger.cli.options import FORMAT_HELP, AsOf, At, FailOn, LintFormat

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
Output: TypeAlias = Annotated[LintFormat, typer.Option("--format", help=FORMAT_HELP)]
Fails: TypeAlias = Annotated[
    FailOn, typer.Option("--fail-on", help="何时以 1 退出 · from what weight on to exit with 1")
]
Fix: TypeAlias = Annotated[bool, typer.Option("--fix", help="改正只有一种改法的 · mend what has one safe answer")]
Diff: TypeAlias = Annotated[bool, typer.Option("--diff", help="只显示 --fix 会改什么 · show what --fix would do")]
Verbose: TypeAlias = Annotated[
    bool, typer.Option("--verbose", help="也列出不计的和关闭的 · list what does not count as well")
]
Base: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REV",
        help="再查相对 REV 的变更有没有做不得的事 · gate: also what a change since REV may not do",
    ),
]
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
    output: Output = LintFormat.TEXT,
    fail_on: Fails = FailOn.ERROR,
    select: Codes = None,
    ignore: Codes = None,
    fix: Fix = False,
    diff: Diff = False,
    verbose: Verbose = False,
    base: Base = None,
    reconcile: Reconcile = None,
    inspection: Inspection = None,
    stdin_filename: StdinName = None,
) -> None:
    """检查台账 · check the ledger.

    每处问题都指出文件、行和列。

    Every finding with file, line and column.
    """
    from rectledger.cli import findings
    from rectledger.cli.console import err
    from rectledger.cli.session import open_session

    session = open_session(context, as_of, at)
    session, wanted = findings.narrowed(session, paths or [], context.obj.folder, stdin_filename)
    if fix or diff:
        from rectledger.cli.fixing import fix as mend

        findings.refuse_to_write(session)
        if mend(session, wanted, write=not diff) and diff:
            raise typer.Exit(1)
        if diff:
            return
        session = replace(session)
    if reconcile is not None:
        from rectledger.cli.reconciling import reconcile as compare

        findings.refuse_paths(paths or [], base)
        tell = partial(findings.told, session, select=select or [], ignore=ignore or [])
        lost = compare(session, context.obj.folder / reconcile, inspection, tell, output, fail_on)
        session.exit_for_broken_files()
        if lost:
            raise typer.Exit(1)
        return
    asked = findings.asked_for(wanted, select or [], ignore or [])
    changes = findings.changes_since(session, base, asked) if base is not None else []
    tally = findings.report(session, asked, output, changes)
    if verbose:
        err(findings.excused(session, tally.excused))
    if findings.fails(tally.weights, fail_on):
        raise typer.Exit(1)
