"""`rectledger explain`."""

from typing import Annotated

import typer


def command(
    context: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="如 RL301；不写则列出全部 · such as RL301; without it, all", show_default=False
        ),
    ] = None,
) -> None:
    """一条规则的说明 · a rule's page.

    不写编号则列出全部规则。

    Without a code, every rule.
    """
    from rectledger.cli.console import out
    from rectledger.errors import CannotRunError
    from rectledger.messages import Language
    from rectledger.render.text.page import page_text
    from rectledger.rules import BY_CODE

    if code and (ours := BY_CODE.get(code.upper())):
        out(page_text(ours))
        return
    from rectledger.installed import known_rules
    from rectledger.render.text.rules import rules_text

    if code is None:
        out(rules_text(known_rules().values(), context.obj.language or Language.ZH))
    elif found := known_rules().get(code.upper()):
        out(page_text(found))
    else:
        raise CannotRunError("cannot.no-rule", code=code)
