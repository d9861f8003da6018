"""`rectledger lint`."""

from functools import partial
from pathlib import Path
from typing import Annotated, TypeAlias

from msgspec.structs import replace

from rectledger.cli.choices import FailOn, LintFormat
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import FORMAT_HELP, AsOf, At
from rectledger.errors import Ended

Output: TypeAlias = Annotated[LintFormat, Option("--format", help=FORMAT_HELP)]
Weight: TypeAlias = Annotated[FailOn, Option("--fail-on", help="何时以 1 退出 · from what weight on to exit with 1")]
CODES = "规则编号或前缀，逗号分隔 · codes or their beginnings, by commas"
Select: TypeAlias = Annotated[list[str] | None, Option("--select", metavar="CODES", help=CODES)]
Ignore: TypeAlias = Annotated[list[str] | None, Option("--ignore", metavar="CODES", help=CODES)]
Verbose: TypeAlias = Annotated[
    bool, Option("--verbose", help="也列出不计的和关闭的 · list what does not count as well")
]
Base: TypeAlias = Annotated[
    str | None,
    Option(
        "--base",
        metavar="REV",
        help="再查相对 REV 的变更有没有做不得的事 · gate: also what a change since REV may not do",
    ),
]


Paths: TypeAlias = Annotated[
    list[str] | None,
    Argument(
        metavar="[PATH]...",
        help="只报告这些文件或目录；- 为标准输入 · report these only; - is stdin",
    ),
]
Fix: TypeAlias = Annotated[bool, Option("--fix", help="改正只有一种改法的 · mend what has one safe answer")]
Diff: TypeAlias = Annotated[bool, Option("--diff", help="只显示 --fix 会改什么 · show what --fix would do")]
Reconcile: TypeAlias = Annotated[
    Path | None,
    Option(
        "--reconcile",
        metavar="FILE",
        help="只核对移交的清单：.xlsx、.csv 或有 list 的巡察文件 · compare the list handed over, nothing else",
    ),
]
Inspection: TypeAlias = Annotated[
    str | None, Option("--inspection", metavar="ID", help="核对哪次巡察，默认当前 · default: the current one")
]
StdinName: TypeAlias = Annotated[
    Path | None,
    Option("--stdin-filename", metavar="FILE", help="标准输入是哪个文件 · which file standard input is"),
]


def command(  # one parameter an option
    said: Globals,
    paths: Paths = None,
    as_of: AsOf = None,
    at: At = None,
    output: Output = LintFormat.TEXT,
    fail_on: Weight = FailOn.ERROR,
    select: Select = None,
    ignore: Ignore = None,
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
    from rectledger.cli.linting import failed
    from rectledger.cli.session import open_session

    session = open_session(said, as_of, at)
    session, wanted = findings.narrowed(session, paths or [], said.folder, stdin_filename)
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
        lost = compare(session, said.folder / reconcile, inspection, tell, output, fail_on)
        session.exit_for_broken_files()
        if lost:
            raise Ended
        return
    asked = findings.asked_for(wanted, select or [], ignore or [])
    if failed(session, asked, output, fail_on, verbose=verbose, base=base):
        raise Ended
