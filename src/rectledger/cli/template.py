"""`rectledger template`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.choices import Format
from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import AsOf, FormatOption
from rectledger.errors import Ended

HELP = "文书模板 · templates."


def check(
    said: Globals,
    file: Annotated[Path, Argument(metavar="FILE", help=".docx 或 .md.j2 · a .docx or .md.j2 file")],
    inspection: Annotated[
        str | None, Option("--inspection", metavar="ID", help="默认当前巡察 · default: the current one")
    ] = None,
    as_of: AsOf = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """检查模板 · check a template.

    写错的名称、全角括号、没有收尾的标签、缺少的样式，每处指出是哪一段；没有问题的都能生成。有问题则以 1 退出。

    Unknown names, full-width braces, unclosed tags, missing styles, each with its place; what passes renders. Exits
    with 1 where something is wrong.
    """
    from rectledger.cli.console import out
    from rectledger.cli.session import open_session
    from rectledger.cli.templating import checked, lines_of
    from rectledger.render.machine import lint_json
    from rectledger.render.text.lint import lint_text

    session, path = open_session(said, as_of), said.folder / file
    found = session.diagnostics(checked(session, path, inspection))
    if output is Format.JSON:
        out(lint_json(found, 1, session.language))
    else:
        out(lint_text(found, lambda _: lines_of(path), 1, session.language))
    if found:
        raise Ended


def new(
    said: Globals,
    name: Annotated[str, Argument(metavar="NAME", help="模板名，如 notice · a name, such as notice")],
) -> None:
    """做一个可以在 Word 里改的模板 · a template to edit in Word.

    按 templates/NAME.md.j2 的文字做出 templates/NAME.docx；没有的 .md.j2 也写一份。已有的文件不动。

    Makes templates/NAME.docx with the words of templates/NAME.md.j2, which is written as well where it is missing. A
    file that is there is left alone.
    """
    from rectledger.cli.console import err, out
    from rectledger.cli.session import open_session
    from rectledger.cli.templating import made
    from rectledger.messages import say

    session = open_session(said)
    written, kept = made(session, name)
    out("".join(f"{path}\n" for path in written))
    for path in kept:
        err(say("template.kept", session.language, {"file": path}))


COMMANDS = {"check": check, "new": new}
