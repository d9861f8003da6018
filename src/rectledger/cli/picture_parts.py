"""The day's picture as text, some issues at a time: the row of an issue says nothing about others."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from rectledger.cli.console import width
from rectledger.cli.processes import Results, of_tasks
from rectledger.cli.session import Session
from rectledger.diagnostics import Problem
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts, InspectionFacts
from rectledger.render.text.status import inspection_text, picture_text
from rectledger.views.picture_rows import PictureRow, row_of
from rectledger.views.status import frame, head_of, merged

Rows: TypeAlias = list[tuple[str, PictureRow]]
"""Files of issues, in their order, each with its row."""
Task: TypeAlias = tuple[str, Sequence[str]]
"""An inspection and some of its issues' files."""

AT_ONCE = 500
"""Issues whose records are in memory together."""


class Picture(NamedTuple):
    """The picture in blocks, one an inspection, and everything wrong with the files."""

    whole: Facts
    """The ledger without its issues, on the day."""
    blocks: dict[str, str]
    """By inspection."""
    problems: list[Problem]


def picture_of_parts(
    session: Session, by: str | None = None, keep: Callable[[str, Rows], None] | None = None
) -> Picture:
    """The picture; `keep` is given the rows of one inspection after another.

    Raises CannotRunError where there is no ledger.
    """
    outline = session.outline
    ledger = outline.loaded.ledger or session.ledger
    tasks = [
        (inspection, files[start : start + AT_ONCE])
        for inspection, files in outline.folders.items()
        for start in range(0, len(files), AT_ONCE)
    ]
    sizes = [len(files) for _, files in tasks]
    with of_tasks(session, lambda task: _rows(session, *tasks[task], by), sizes) as found:
        if keep:
            for inspection in outline.folders:
                keep(inspection, list(_of(found, tasks, inspection)))
        of_issues = list(chain.from_iterable(found.gists))
        unread = ledger.unread | {problem.file for problem in of_issues}
        whole = assess(replace(ledger, unread=unread), session.day)
        blocks = {
            inspection.inspection.id: _block(session, whole, inspection, _of(found, tasks, inspection.inspection.id))
            for inspection in whole.inspections
        }
    return Picture(Facts(ledger, session.day, ()), blocks, [*outline.loaded.problems, *of_issues])


def text_of(session: Session, picture: Picture) -> str:
    """The picture as text."""
    return picture_text(frame(picture.whole), list(picture.blocks.values()), session.language, width())


def _rows(session: Session, inspection: str, files: Sequence[str], by: str | None) -> tuple[tuple[Problem, ...], Rows]:
    """What is wrong with some files of an inspection, and the rows of the others."""
    loaded = session.outline.part(inspection, files)
    if loaded.ledger is None:
        return loaded.problems, []
    facts = assess(loaded.ledger, session.day)
    rows = {issue.file: row_of(facts, issue, by) for issue in facts.issues}
    return loaded.problems, [(file, rows[file]) for file in files if file in rows]


def _of(
    found: Results[tuple[Problem, ...], Rows], tasks: Sequence[Task], inspection: str
) -> Iterator[tuple[str, PictureRow]]:
    """The rows of an inspection, read back from where they lie."""
    numbers = (number for number, (name, _) in enumerate(tasks) if name == inspection)
    return chain.from_iterable(map(found.body, numbers))


def _block(session: Session, whole: Facts, inspection: InspectionFacts, rows: Iterator[tuple[str, PictureRow]]) -> str:
    """The text of an inspection; `whole` is the ledger without its issues."""
    head = head_of(inspection)
    picture = merged(head, (row for _, row in rows), numbers_hold=whole.ledger.numbers_hold(head.id))
    return inspection_text(picture, frame(whole), session.language, width())
