"""What `cache` shows, and how it clears."""

from pathlib import Path

from rectledger.cache.place import place_of, root_above
from rectledger.cli.console import out
from rectledger.errors import CannotRunError
from rectledger.messages import Language, say


def report(folder: Path, language: Language | None, *, clear: bool) -> None:
    """Print where the cache of a ledger is and what it holds; or empty it. Raises CannotRunError."""
    root = root_above(str(folder))
    if root is None:
        raise CannotRunError("cannot.no-ledger", folder=folder.resolve())
    place = Path(place_of(root))
    files = sorted(place.iterdir()) if place.is_dir() and not place.is_symlink() else []
    size = sum(file.lstat().st_size for file in files)
    if clear:
        _remove(files)
    key = "cache.cleared" if clear else "cache.there" if files else "cache.empty"
    values = {"place": place, "files": len(files), "size": f"{size / 1024:,.0f}"}
    out(say(key, language or Language.ZH, values) + "\n")


def _remove(files: list[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise CannotRunError("cannot.write", path=file, reason=error.strerror) from None
