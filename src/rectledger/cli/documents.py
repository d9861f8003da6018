"""How a document comes to be: none from a broken ledger, and none that leaks a private name or personal data."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typer

from rectledger.cli.console import out
from rectledger.cli.options import Format
from rectledger.cli.session import Session
from rectledger.diagnostics import Problem
from rectledger.errors import CannotRunError
from rectledger.render.document import FORMATS, Order
from rectledger.render.gate import leaked
from rectledger.render.machine import lint_json
from rectledger.source.templates import template_source
from rectledger.views.subject import subject_of


def rendered(session: Session, name: str, to: str, inspection: str | None, output: Format) -> bytes:
    """The bytes of a document. Exits with 1, and says why, where the ledger is broken or something would leak."""
    facts = session.facts
    _refuse(session, session.loaded.problems, output)
    chosen = inspection or facts.ledger.current
    subject = subject_of(facts, chosen or "—")
    data = FORMATS[to].make(Order(subject, name, template_source(session.root, name)))
    if leaks := leaked(FORMATS[to].text(data), facts.ledger, f"templates/{name}.md.j2"):
        _refuse(session, leaks, output)
    return data


def _refuse(session: Session, problems: Sequence[Problem], output: Format) -> None:
    """Report what stands in the way, if anything does, and exit with 1. No level or waiver opens this gate."""
    if not problems:
        return
    diagnostics = session.diagnostics(problems)
    if output is Format.JSON:
        out(lint_json(diagnostics, len(session.loaded.files), session.language))
    else:
        session.report(diagnostics)
    raise typer.Exit(1)


def current(path: Path) -> bytes | None:
    """What a file holds now; None where there is no such file. Raises CannotRunError where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotRunError("cannot.read", path=path, reason=error.strerror) from None


def show(to: str, data: bytes) -> None:
    """Print a document. Raises CannotRunError for a kind that no console can show."""
    if not FORMATS[to].console:
        raise CannotRunError("cannot.no-output", format=to)
    out(data.decode())


def write(path: Path, data: bytes) -> None:
    """Replace a file as a whole or not at all; a link stays one, a device is written to. Raises CannotRunError."""
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise CannotRunError("cannot.write", path=path, reason=error.strerror) from None


def _replace(target: Path, data: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
