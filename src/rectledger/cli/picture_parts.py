"""The day's picture as text, an inspection at a time."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from rectledger.cli.console import width
from rectledger.cli.processes import of_parts
from rectledger.cli.session import Session
from rectledger.diagnostics import Problem
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.render.text.status import inspection_text, picture_text
from rectledger.views.picture_rows import PictureRow, row_of
from rectledger.views.status import frame, head_of, merged

Rows: TypeAlias = list[tuple[str, PictureRow]]
"""Files of issues, in their order, each with its row."""


class Picture(NamedTuple):
    """The picture in blocks, one an inspection, and everything wrong with the files."""

    whole: Facts
    """The ledger without its issues, on the day."""
    blocks: dict[str, str]
    """By inspection."""
    problems: list[Problem]


class _Gist(NamedTuple):
    """The block of an inspection, if there is such an inspection, and what is wrong with the files of its issues."""

    block: str | None
    problems: tuple[Problem, ...]


def picture_of_parts(
    session: Session, by: str | None = None, keep: Callable[[str, Rows], None] | None = None
) -> Picture:
    """The picture; `keep` is given the rows of one inspection after another.

    Raises CannotRunError where there is no ledger.
    """
    outline = session.outline
    whole = Facts(outline.loaded.ledger or session.ledger, session.day, ())
    with of_parts(session, lambda inspection: _part(session, whole, inspection, by)) as found:
        if keep:
            for task, inspection in enumerate(outline.folders):
                keep(inspection, found.body(task))
    gists = zip(outline.folders, found.gists, strict=True)
    blocks = {inspection: gist.block for inspection, gist in gists if gist.block is not None}
    problems = [*outline.loaded.problems, *(problem for gist in found.gists for problem in gist.problems)]
    return Picture(whole, blocks, problems)


def text_of(session: Session, picture: Picture) -> str:
    """The picture as text."""
    return picture_text(frame(picture.whole), list(picture.blocks.values()), session.language, width())


def _part(session: Session, whole: Facts, inspection: str, by: str | None) -> tuple[_Gist, Rows]:
    loaded = session.outline.part(inspection)
    if loaded.ledger is None:
        return _Gist(None, loaded.problems), []
    facts = assess(loaded.ledger, whole.day)
    rows = [(issue.file, row_of(facts, issue, by)) for issue in facts.issues]
    hold = loaded.ledger.numbers_hold(inspection)
    pictures = [merged(head_of(judged), (row for _, row in rows), numbers_hold=hold) for judged in facts.inspections]
    blocks = [inspection_text(picture, frame(whole), session.language, width()) for picture in pictures]
    return _Gist(blocks[0] if blocks else None, loaded.problems), rows
