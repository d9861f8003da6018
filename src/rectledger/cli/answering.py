"""Answers that are found in the cache, or made and left there."""

import sys

from rectledger.cli.console import err, is_coloured, out, width
from rectledger.errors import Ended

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from rectledger.cache.answers import Desk
    from rectledger.cli.globals import Globals
    from rectledger.cli.session import Session

    Made: TypeAlias = tuple[str, str, tuple[float, float]]
    """Data, talk, and from when to when they hold, in seconds."""


def tell(
    said: "Globals",
    question: tuple[object, ...],
    as_of: str | None,
    at: str | None,
    write: "Callable[[Session], str]",
) -> None:
    """Print what follows from the files of a ledger, the day and a command's question; exit with 1 if files are broken.

    `write` must look at nothing else: what it writes is kept and printed again.
    """

    def made(_desk: "Desk | None") -> "Made":
        from rectledger.cli.session import open_session

        session = open_session(said, as_of, at)
        return write(session), session.on_broken_files(), session.lasts

    whole = (*question, said.language, as_of, width())
    if answered(str(said.folder), whole, made, use_cache=at is None and not said.no_cache):
        raise Ended


def answered(
    folder: str, question: tuple[object, ...], make: "Callable[[Desk | None], Made]", *, use_cache: bool
) -> int:
    """Print the answer to what a command line means; the exit code, which is 1 where there is talk.

    Where there is none in the cache, `make` is given the desk that it will be left at.
    """
    from rectledger.cache.answers import Answer, desk

    asked = desk(folder, repr((*question, is_coloured(sys.stdout)))) if use_cache else None
    answer = asked.answer() if asked else None
    if answer is None:
        text, talk, lasts = make(asked)
        answer = Answer(int(bool(talk)), _as_printed(text), talk)
        if asked:
            asked.keep(answer, lasts)
    out(answer.data)
    if answer.talk:
        err(answer.talk)
    return answer.code


def _as_printed(text: str) -> str:
    """Text without its colours, where none will be shown."""
    from rectledger.render.colour import unstyle

    return text if is_coloured(sys.stdout) else unstyle(text)
