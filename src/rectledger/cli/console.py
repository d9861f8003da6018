"""Standard streams: UTF-8 into pipes, no traceback for a character that a console lacks, colour where it belongs."""

import io
import os
import shutil
import sys

import click

from rectledger.errors import CannotRunError
from rectledger.messages import Language, hint, say
from rectledger.render.layout import clean

NARROWEST, WIDEST = 60, 160


def set_up_streams() -> None:
    """Make both output streams able to take any text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace", newline="\n")


def out(text: str) -> None:
    """Print data. Raises CannotRunError where it cannot be written, such as on a full disk."""
    try:
        click.echo(text, nl=False, color=_colour())
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
    click.echo(text, err=True, color=_colour())


def complain(error: CannotRunError, language: Language) -> None:
    """Say why a command cannot run, and what to do about it."""
    err(f"rectledger: {clean(say(error.key, language, error.values))}")
    if remedy := hint(error.key, language, error.values):
        err(f"  → {clean(remedy)}")


def width() -> int:
    """The columns of the terminal; 80 where there is none."""
    return max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))


def _colour() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None
