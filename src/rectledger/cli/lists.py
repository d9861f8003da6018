"""What `overdue` and `due` write."""

from rectledger.cli.choices import By, Format
from rectledger.cli.console import width
from rectledger.cli.session import Session
from rectledger.views.items import Item


def items_as(session: Session, command: str, items: tuple[Item, ...], head: str, output: Format, by: By | None) -> str:
    """A list as asked for."""
    if output is Format.JSON:
        from rectledger.render.machine import items_json

        return items_json(command, session.day, items)
    from rectledger.render.text.late import grouped_text, items_text

    if by is None:
        return items_text(items, head, session.language, width())
    return grouped_text(items, head, lambda line: _name(line, by), session.language, width())


def _name(line: Item, by: By) -> str:
    return line.owner_name if by is By.OWNER else line.leader_name or ""
