"""The day's picture, made and printed: what `status` does, whichever way its options were read."""

from pathlib import Path
from typing import cast

from rectledger.cli.console import out
from rectledger.cli.globals import Globals
from rectledger.cli.picture_parts import picture_of_parts
from rectledger.cli.session import Session, session_of
from rectledger.messages import Language


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
    session = session_of(Globals(Path(folder), Language(lang) if lang else None, no_cache), as_of, at)
    if output == "text":
        text, problems = picture_of_parts(session, by)
        out(text)
        return int(session.names_broken_files(problems))
    out(_printed(session, output, by))
    return int(session.names_broken_files())


def _printed(session: Session, output: str, by: str | None) -> str:
    """The picture with every issue, in a format."""
    from rectledger.render.machine import status_json
    from rectledger.render.tables import status_csv, status_markdown
    from rectledger.views.status import Grouping, status

    view = status(session.facts, cast("Grouping | None", by), every=True)
    match output:
        case "json":
            return status_json(view)
        case "csv":
            return status_csv(view, session.language)
        case _:
            return status_markdown(view, session.language)
