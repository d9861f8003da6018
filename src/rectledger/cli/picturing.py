"""The day's picture, found or made, and printed: what `status` does, whichever way its options were read."""

from rectledger.cli.answering import answered
from rectledger.cli.console import width

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from rectledger.cache.answers import Desk
    from rectledger.cli.answering import Made
    from rectledger.cli.session import Session


def picture(
    folder: str = ".",
    lang: str | None = None,
    no_cache: bool = False,
    as_of: str | None = None,
    at: str | None = None,
    output: str = "text",
    by: str | None = None,
) -> int:
    """Print the picture; the exit code. Parameters are named as the table names its options."""

    def made(desk: "Desk | None") -> "Made":
        session = _session(folder, lang, no_cache, as_of, at)
        return _as_text(session, by, desk) if output == "text" else _with_every_issue(session, output, by)

    question = ("status", lang, as_of, output, by, width() if output == "text" else 0)
    return answered(folder, question, made, use_cache=at is None and not no_cache)


def _session(folder: str, lang: str | None, no_cache: bool, as_of: str | None, at: str | None) -> "Session":
    import rectledger.cli.structs  # noqa: F401  # before anybody else imports msgspec
    from rectledger.cli.globals import said_before
    from rectledger.cli.session import open_session

    return open_session(said_before(folder, lang, no_cache), as_of, at)


def _as_text(session: "Session", by: str | None, desk: "Desk | None") -> "Made":
    """The picture, and what is said beside it."""
    from rectledger.cli.picture_parts import picture_of_parts, text_of

    if desk:
        from rectledger.cli.picture_cache import remembered

        picture, read_in = remembered(session, by, desk)
    else:
        picture, read_in = picture_of_parts(session, by), session
    return text_of(read_in, picture), read_in.on_broken_files(picture.problems), read_in.lasts


def _with_every_issue(session: "Session", output: str, by: str | None) -> "Made":
    """The picture with every issue in a format, and what is said beside it."""
    from typing import cast

    from rectledger.render.machine import status_json
    from rectledger.render.tables import status_csv, status_markdown
    from rectledger.views.status import Grouping, status

    view = status(session.facts, cast("Grouping | None", by), every=True)
    if output == "json":
        text = status_json(view)
    else:
        text = (status_csv if output == "csv" else status_markdown)(view, session.language)
    return text, session.on_broken_files(), session.lasts
