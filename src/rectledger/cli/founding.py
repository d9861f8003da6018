"""Making a ledger where there is none: files, repository, drivers."""

from collections.abc import Mapping
from pathlib import Path

from rectledger.cli.asking import ask, can_ask
from rectledger.cli.choices import Forge, Profile
from rectledger.cli.console import err, out
from rectledger.cli.drivers import install_drivers
from rectledger.cli.globals import Globals
from rectledger.cli.session import parsed_day, today
from rectledger.cli.writing import unified_diff
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
    said: Globals,
    folder: Path,
    profile: Profile,
    unit: str | None,
    ci: Forge | None,
    *,
    with_hooks: bool,
    as_of: str | None,
    dry_run: bool,
) -> None:
    """Write what is missing of a ledger, make a repository where there is none, and print what was written.

    A dry run prints the files as a diff instead, and makes nothing.
    """
    language = said.language or Language.ZH
    day = parsed_day(as_of) if as_of else today(TIMEZONE)
    root = folder.resolve() if dry_run else _made(folder)
    top = _top(root, make=not dry_run)
    settle = _show if dry_run else _write
    wanted = {**surroundings(), **{f"ledger/schema/{name}": text for name, text in schemas(language).items()}}
    if not (root / SETTINGS_FILE).exists():
        name = unit or (ask(say("ask.unit", language)) if can_ask() else say("init.unit", language))
        wanted = {**ledger_files(profile, name, language, day.isoformat()), **wanted}
    settle(root, {**wanted, **(hooks() if with_hooks else {})}, language)
    if ci:
        settle(top, ci_file(ci, root.relative_to(top).as_posix()), language)
    if not dry_run:
        install_drivers(root)
        err(say("init.next", language))


def _top(root: Path, *, make: bool) -> Path:
    """The top of the repository that a folder is in or will be in."""
    there = next(folder for folder in (root, *root.parents) if folder.is_dir())
    if is_repository(there):
        return top_level(there).resolve()
    if make:
        git(root, "init", "--quiet")
    return root


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRunError("cannot.write", path=folder, reason=error.strerror) from None
    return folder.resolve()


def _write(root: Path, wanted: Mapping[str, str], language: Language) -> None:
    """Write the files that are not there; name the others."""
    with locked(root):
        missing = _missing(root, wanted, language)
        write_all(root, missing)
    out("".join(f"{path}\n" for path in missing))


def _show(root: Path, wanted: Mapping[str, str], language: Language) -> None:
    """Show the files that are not there; name the others."""
    out(unified_diff(_missing(root, wanted, language)))


def _missing(root: Path, wanted: Mapping[str, str], language: Language) -> dict[str, Change]:
    """The files that are not there; the others are named."""
    for path in wanted:
        if _there(root / path):
            err(say("init.left", language, {"path": path}))
    return {path: Change(None, text.encode()) for path, text in wanted.items() if not _there(root / path)}


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
