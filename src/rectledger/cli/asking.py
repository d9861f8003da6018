"""Asking for what is missing, on a terminal and nowhere else."""

import sys

from rectledger.errors import CannotRunError


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(label: str, default: str | None = None) -> str:
    """An answer, asked for on standard error. Raises KeyboardInterrupt where there will be none."""
    import click

    try:
        return str(click.prompt(label, default=default, err=True, show_default=bool(default))).strip()
    except click.Abort:
        raise KeyboardInterrupt from None


def standard_input() -> str:
    """All of standard input as one text. Raises CannotRunError where it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
    except UnicodeDecodeError:
        raise CannotRunError("cannot.read", path="-", reason="UTF-8") from None
