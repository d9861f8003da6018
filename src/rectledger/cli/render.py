"""`rectledger render`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

from rectledger.cli.choices import DiffFormat, Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import FORMAT_HELP, AsOf, At, DryRun


class To(StrEnum):
    """What a document is rendered to: a line for each of `render.document.FORMATS`."""

    MD = "md"
    DOCX = "docx"
    TXT = "txt"
    HTML = "html"


class Urgency(StrEnum):
    """The levels that have letters."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


Name: TypeAlias = Annotated[
    str, Argument(metavar="[NAME]", help="模板名，默认 notice · the template's name; default: notice")
]
ToOption: TypeAlias = Annotated[To, Option("--to", help="格式 · format")]
Output: TypeAlias = Annotated[Path | None, Option("-o", "--output", metavar="FILE", help="写到文件 · write to a file")]
Check: TypeAlias = Annotated[
    Path | None,
    Option("--check", metavar="FILE", help="文件过期则以 1 退出 · exit with 1 if the file is out of date"),
]
Inspection: TypeAlias = Annotated[
    str | None, Option("--inspection", metavar="ID", help="默认当前巡察 · default: the current one")
]
Issue: TypeAlias = Annotated[
    str | None, Option("--issue", metavar="REF", help="讲哪一个问题 · the issue that it is about")
]
Internal: TypeAlias = Annotated[
    bool, Option("--internal", help="印真实名称，每页注明内部资料 · real names, and a mark on every page")
]
Only: TypeAlias = Annotated[Urgency | None, Option("--level", help="只要这一级的预警函 · letters of this level only")]
PartyOption: TypeAlias = Annotated[
    str | None, Option("--party", metavar="PARTY", help="只要给它的预警函 · letters to this party only")
]
Diff: TypeAlias = Annotated[
    str | None,
    Option("--diff", metavar="REV", help="公众将读到的不同：新增、消失、改动的句子 · sentences that change since REV"),
]
Record: TypeAlias = Annotated[
    bool, Option("--record", help="预警函记入台账，不再重发 · record the letters, so that none goes twice")
]


def command(  # one parameter an option
    said: Globals,
    name: Name = "notice",
    to: ToOption = To.MD,
    target: Output = None,
    check: Check = None,
    inspection: Inspection = None,
    issue: Issue = None,
    internal: Internal = False,
    level: Only = None,
    party: PartyOption = None,
    record: Record = False,
    dry_run: DryRun = False,
    diff: Diff = None,
    as_of: AsOf = None,
    at: At = None,
    output: Annotated[DiffFormat, Option("--format", help=FORMAT_HELP)] = DiffFormat.TEXT,
) -> None:
    """生成文书 · render a document.

    notice 通报、item-notice 单项公示、report 报告、plan 方案、ledger 台账、warning 预警函、closure 销号申请单；
    还有 templates/ 里自己的模板。

    Notice, item notice, report, plan, ledger, warning letters, closure form, or a template of your own.
    """
    from rectledger.cli.documents import Place, Wanted, deliver
    from rectledger.cli.letters import Choice, refuse_letters
    from rectledger.cli.session import open_session
    from rectledger.errors import CannotRunError
    from rectledger.views.papers import WARNING

    folder = said.folder
    place = Place(folder / target if target else None, folder / check if check else None)
    findings = Format.JSON if output is DiffFormat.JSON else Format.TEXT
    session, wanted = open_session(said, as_of, at), Wanted(name, to, inspection, issue, internal, findings)
    choice = Choice(level, party, record=record, dry_run=dry_run)
    if diff is not None:
        from rectledger.cli.republishing import compare

        refuse_letters(choice)
        compare(session, wanted, diff, at, output, place)
    elif output is DiffFormat.MD:
        raise CannotRunError("cannot.render-md")
    elif name == WARNING:
        from rectledger.cli.lettering import write_letters

        write_letters(session, wanted, choice, place)
    else:
        refuse_letters(choice)
        session.read_ahead()
        from rectledger.cli.making import rendered  # which takes as long to import as a thousand issues to read

        deliver(session, wanted, rendered(session, wanted), place)
