"""Standard streams: UTF-8 into pipes, no traceback for a character that a console lacks, colour where it belongs."""

import os
import sys

from rectledger.errors import CannotRunError

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from typing import TextIO

    from rectledger.messages import Language

NARROWEST, WIDEST = 60, 160


def set_up_streams() -> None:
    """Make both output streams able to take any text."""
    from io import TextIOWrapper

    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace", newline="\n")


def _open_closed_streams() -> None:
    """Give the streams that a caller closed a place, lest a file be opened in it; data cannot be written there."""
    for number, name, flags in ((0, "stdin", os.O_RDONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, flags)
            os.dup2(null, number)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def out(text: str) -> None:
    """Print data. Raises CannotRunError where it cannot be written, such as on a full disk."""
    try:
        _echo(text, sys.stdout)
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up_output()
        raise CannotRunError("cannot.output", reason=error.strerror) from None


def _give_up_output() -> None:
    """Let what could not be written go nowhere; the interpreter would try it again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def err(text: str) -> None:
    """Print talk."""
    _echo(text + "\n", sys.stderr)


def is_coloured(stream: "TextIO") -> bool:
    """Whether a stream shows colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _echo(text: str, stream: "TextIO") -> None:
    """Write text as a stream shows it: with colours, without, or as Click makes them on Windows."""
    if "\x1b" in text and not is_coloured(stream):
        from rectledger.render.colour import unstyle

        text = unstyle(text)
    elif "\x1b" in text and os.name != "posix":
        import click

        click.echo(text, stream, nl=False, color=True)
        return
    stream.write(text)
    stream.flush()


def complain(error: CannotRunError, language: "Language") -> None:
    """Say why a command cannot run, and what to do about it."""
    from rectledger.messages import hint, say
    from rectledger.render.layout import clean

    err(f"rectledger: {clean(say(error.key, language, error.values))}")
    if remedy := hint(error.key, language, error.values):
        err(f"  → {clean(remedy)}")


def width() -> int:
    """The columns of the terminal; 80 where there is none."""
    try:
        columns = int(os.environ.get("COLUMNS", "0"))
    except ValueError:
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(1).columns
        except OSError:
            columns = 0
    return max(NARROWEST, min(columns or 80, WIDEST))
