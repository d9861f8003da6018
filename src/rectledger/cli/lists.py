"""How `overdue` and `due` print their lists."""

from rectledger.cli.console import out, width
from rectledger.cli.options import By, Format
from rectledger.cli.session import Session
from rectledger.render.machine import items_json
from rectledger.render.text.late import grouped_text, items_text
from rectledger.views.items import Item


def print_items(
    session: Session, command: str, items: tuple[Item, ...], head: str, output: Format, by: By | None
) -> None:
    """Print a list as asked for."""
    if output is Format.JSON:
        out(items_json(command, session.day, items))
    elif by is None:
        out(items_text(items, head, session.language, width()))
    else:
        out(grouped_text(items, head, lambda line: _name(line, by), session.language, width()))
    session.exit_for_broken_files()


def _name(line: Item, by: By) -> str:
    return line.owner_name if by is By.OWNER else line.leader_name or ""
