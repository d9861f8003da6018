"""How `import sheet --new` takes somebody else's table."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

from rectledger.cli.console import err
from rectledger.cli.following import followed
from rectledger.cli.importing import Wish, conclude
from rectledger.cli.noticing import add_parties
from rectledger.cli.reconciling import shown_path
from rectledger.cli.registering import chosen_inspection, known_files, next_id
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, writing
from rectledger.diagnostics import Cell, Problem
from rectledger.errors import CannotRunError
from rectledger.intake.foreign.columns import Layout, letters, said_columns
from rectledger.intake.foreign.taking import Place, TakenTable, layout, take_table
from rectledger.messages import say
from rectledger.model.ledger import Ledger
from rectledger.source.edit import extended
from rectledger.source.sheet import Book, read_book
from rectledger.views.stamp import STAMP_SHEET, is_of

TOLD = ("RL655",)
"""What the problems of the table say as well, at their cells."""


def refuse_options(inspection: str | None, said: Sequence[str] | None) -> None:
    """Raises CannotRunError where a sheet of ours is taken back and somebody says what only the sheet can."""
    given = {"--inspection": inspection, "--map": said}
    if foreign := "、".join(option for option, value in given.items() if value):
        raise CannotRunError("cannot.only-new", options=foreign)


def take(session: Session, path: Path, inspection: str | None, said: Sequence[str], wish: Wish) -> None:
    """Take a table as new issues of an inspection. Raises CannotRunError for a file that holds none."""
    columns, book = said_columns(said), read_book(path, STAMP_SHEET)
    file = shown_path(session.root, path)
    if book.hidden and is_of(book.hidden.rows, session.ledger.inspection):
        raise CannotRunError("cannot.sheet-stamped", path=file)
    if book.is_guessed:
        err(say("sheet.guessed", session.language, {"file": file}))
    found = layout(book, file, columns)
    _tell_layout(session, book, found)
    with writing(session, dry_run=wish.dry_run) as draft:
        chosen = chosen_inspection(draft.session, inspection)
        ids = _ids(draft.session, chosen.id)
        follow = partial(followed, words=say("progress.import", session.language))
        taken = take_table(found, file, Place(draft.session.ledger, chosen, ids, draft.session.day, follow))
        _put(draft, _file_of(draft.session.ledger, chosen.id), taken, path)
        conclude(draft, taken.problems, partial(_origin, file, taken), wish, told=TOLD)


def _ids(session: Session, inspection: str) -> Iterator[str]:
    """The ids that follow those that were ever given."""
    first = next_id(inspection, known_files(session, inspection)).removeprefix(f"{inspection}-")
    return (f"{inspection}-{number:0{len(first)}}" for number in count(int(first)))


def _put(draft: Draft, file: str, taken: TakenTable, source: Path) -> None:
    """The new issues, headings and parties, and the name and digest of the table they come from."""
    for path, (text, _) in taken.issues.items():
        draft.create(path, text)
    if not taken.issues:
        return
    day = draft.session.day.isoformat()
    imported = {"file": source.name, "sha256": sha256(source.read_bytes()).hexdigest(), "date": day}
    draft.edit(file, partial(extended, route=("headings",), items=taken.headings))
    draft.edit(file, partial(extended, route=("imported",), items=[imported]))
    add_parties(draft, taken.parties)


def _file_of(ledger: Ledger, inspection: str) -> str:
    return next(filed.file for filed in ledger.inspections if filed.record.id == inspection)


def _origin(file: str, taken: TakenTable, problem: Problem) -> Problem:
    """The cell in which the issue begins that a problem is about."""
    place = taken.issues.get(problem.file)
    return Problem(file, place[1], problem.key, problem.values) if place else problem


def _tell_layout(session: Session, book: Book, found: Layout) -> None:
    """Say what the columns were taken for, and which sheets were not read."""
    shown: Mapping[int, str] = found.headings
    for column, key in found.fields.items():
        cell = Cell(found.sheet.name, found.first, column + 1)
        values = {"cell": cell, "heading": shown.get(column, letters(column)), "key": key}
        err(say("import.column", session.language, values))
    for sheet in book.sheets:
        if sheet is not found.sheet and any(map(any, sheet.rows)):
            err(say("import.other-sheet", session.language, {"sheet": sheet.name}))
