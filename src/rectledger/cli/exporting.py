"""How a ledger goes out as a sheet or a calendar."""

import codecs
from pathlib import Path

from msgspec import Struct

from rectledger.cli.choices import Export
from rectledger.cli.console import out
from rectledger.cli.following import followed
from rectledger.cli.placing import write
from rectledger.cli.session import Session
from rectledger.errors import CannotRunError
from rectledger.messages import say
from rectledger.source.git.repository import commit_of
from rectledger.source.git.revision import RevisionTree
from rectledger.views.rows import Table, table


class Order(Struct, frozen=True):
    """What is wanted."""

    to: Export
    target: Path | None
    inspection: str | None
    view: str | None
    on_paper: bool


def export(session: Session, order: Order) -> None:
    """Write a sheet or a calendar, or print it. Raises CannotRunError for what does not go together."""
    if order.to is Export.XLSX and order.target is None:
        raise CannotRunError("cannot.export-stdout")
    if order.on_paper and order.to is not Export.XLSX:
        raise CannotRunError("cannot.export-print")
    data = _made(session, order, table(session.facts, order.inspection, order.view, session.language))
    if order.target is None:
        out(data.decode("utf-8-sig"))
    else:
        write(order.target, data)


def _made(session: Session, order: Order, made: Table) -> bytes:
    match order.to:
        case Export.XLSX:
            return _workbook(session, made, on_paper=order.on_paper)
        case Export.CSV:
            from rectledger.render.tables import sheet_csv

            return codecs.BOM_UTF8 + sheet_csv(made).encode()
        case Export.JSON:
            from rectledger.render.machine import export_json

            return export_json(made, revision_of(session)).encode()
        case Export.ICS:
            from rectledger.render.calendar import calendar
            from rectledger.views.appointments import appointments

            name = f"{made.unit}{made.inspection.inspection.title}"
            return calendar(appointments(session.facts, made.inspection), name, session.day, session.language)


def _workbook(session: Session, made: Table, *, on_paper: bool) -> bytes:
    from rectledger.render.xlsx.editable import editable
    from rectledger.render.xlsx.printed import printed
    from rectledger.views.choices import choices
    from rectledger.views.fitting import fitted

    sheet = fitted(made)
    told = say("progress.export", session.language)
    if on_paper:
        return printed(sheet, lambda rows: followed(rows, told))
    columns = [shown.column for shown in sheet.columns]
    words = {column.key: choices(column, session.facts, sheet.inspection, session.language) for column in columns}
    return editable(sheet, revision_of(session), words, lambda rows: followed(rows, told))


def revision_of(session: Session) -> str:
    """The commit that the files belong to; an empty text where there is none."""
    if isinstance(session.tree, RevisionTree):
        return session.tree.commit
    try:
        return commit_of(session.root, "HEAD")
    except CannotRunError:
        return ""
