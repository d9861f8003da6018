"""`rectledger explain`."""

from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument


def command(
    said: Globals,
    code: Annotated[
        str | None,
        Argument(metavar="[CODE]", help="如 RL301；不写则列出全部 · such as RL301; without it, all"),
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
        out(rules_text(known_rules().values(), said.language or Language.ZH))
    elif found := known_rules().get(code.upper()):
        out(page_text(found))
    else:
        raise CannotRunError("cannot.no-rule", code=code)
