"""Making a ledger where there is none: files, repository, drivers."""

from collections.abc import Mapping
from pathlib import Path

import typer

from rectledger.cli.asking import ask, can_ask
from rectledger.cli.console import err, out
from rectledger.cli.drivers import install_drivers
from rectledger.cli.options import Forge, Profile
from rectledger.cli.session import parsed_day, today
from rectledger.errors import CannotRunError
from rectledger.messages import Language, say
from rectledger.model.ledger import SETTINGS_FILE
from rectledger.render.schema import schemas
from rectledger.source.git.calls import git
from rectledger.source.git.repository import is_repository, top_level
from rectledger.source.lock import locked
from rectledger.source.scaffold import ci_file, hooks, ledger_files, surroundings
from rectledger.source.store import Change, write_all

TIMEZONE = "Asia/Shanghai"


def found(
    context: typer.Context,
    folder: Path,
    profile: Profile,
    unit: str | None,
    ci: Forge | None,
    *,
    with_hooks: bool,
    as_of: str | None,
) -> None:
    """Write what is missing of a ledger, make a repository where there is none, and print what was written."""
    language = context.obj.language or Language.ZH
    day = parsed_day(as_of) if as_of else today(TIMEZONE)
    root = _made(folder)
    if not is_repository(root):
        git(root, "init", "--quiet")
    wanted = {**surroundings(), **{f"ledger/schema/{name}": text for name, text in schemas(language).items()}}
    if not (root / SETTINGS_FILE).exists():
        name = unit or (ask(say("ask.unit", language)) if can_ask() else say("init.unit", language))
        wanted = {**ledger_files(profile, name, language, day.isoformat()), **wanted}
    _write(root, {**wanted, **(hooks() if with_hooks else {})}, language)
    if ci:
        top = top_level(root)
        _write(top, ci_file(ci, root.relative_to(top.resolve()).as_posix()), language)
    install_drivers(root)
    err(say("init.next", language))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRunError("cannot.write", path=folder, reason=error.strerror) from None
    return folder.resolve()


def _write(root: Path, wanted: Mapping[str, str], language: Language) -> None:
    """Write the files that are not there; name the others."""
    with locked(root):
        missing = {path: Change(None, text.encode()) for path, text in wanted.items() if not _there(root / path)}
        write_all(root, missing)
    out("".join(f"{path}\n" for path in missing))
    for path in wanted:
        if path not in missing:
            err(say("init.left", language, {"path": path}))


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
