"""`rectledger diff`."""

from typing import Annotated

from rectledger.cli.choices import DiffFormat
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import FORMAT_HELP, AsOf
from rectledger.errors import Ended


def command(
    said: Globals,
    base: Annotated[
        str,
        Argument(metavar="BASE", help="从前的版本 · the revision before"),
    ],
    head: Annotated[
        str | None,
        Argument(metavar="[HEAD]", help="后来的版本，默认工作区 · the one after; default: the work tree"),
    ] = None,
    as_of: AsOf = None,
    output: Annotated[DiffFormat, Option("--format", help=FORMAT_HELP)] = DiffFormat.TEXT,
    exit_code: Annotated[
        bool, Option("--exit-code", help="有不同则以 1 退出 · exit with 1 where something differs")
    ] = False,
) -> None:
    """两个版本的不同 · what differs between two revisions.

    用业务的话说：状态、时限、措施、记录、名称、口径。

    In the words of the domain: states, deadlines, measures, events, names, policy.
    """
    from rectledger.changes.compare import differences
    from rectledger.cli.comparing import compared
    from rectledger.cli.console import out
    from rectledger.render.changes import Worded, changes_markdown, changes_text

    found = compared(said, base, head, as_of)
    language, ledger = found.session.language, found.session.ledger
    told = differences(found.revisions, found.numbers)
    worded = Worded(told, ledger, base, head or "", language)
    match output:
        case DiffFormat.TEXT:
            out(changes_text(worded))
        case DiffFormat.MD:
            out(changes_markdown(worded))
        case DiffFormat.JSON:
            from rectledger.render.changes_json import changes_json

            out(changes_json(worded, found.session.day))
    if exit_code and told:
        raise Ended
