"""Where templates are found: in the ledger's `templates/`, else among those that come with the program."""

import re
from importlib.resources import files
from pathlib import Path

from rectledger.errors import CannotRunError
from rectledger.source.text import UnreadableError, decode
from rectledger.source.tree import WorkTree

FOLDER = "templates"
SUFFIX = ".md.j2"
_NAME = re.compile(r"[A-Za-z0-9_\-一-鿿]+")


def template_source(root: Path | None, name: str) -> str:
    """The text of a template; without a root, of a built-in one.

    Raises CannotRunError where there is none of that name, or it is no text.
    """
    path = f"{FOLDER}/{name}{SUFFIX}"
    homes = [home for home in _homes(root) if _NAME.fullmatch(name) and _there(home / path)]
    if not homes:
        raise CannotRunError("cannot.no-template", name=name, known="、".join(template_names(root)) or "—")
    try:
        return decode(WorkTree(homes[0]).read(path))
    except UnreadableError:
        raise CannotRunError("cannot.template-file", path=path) from None


def template_names(root: Path | None) -> list[str]:
    """The names that `template_source` knows, sorted."""
    found = (file.name for home in _homes(root) for file in (home / FOLDER).glob(f"*{SUFFIX}"))
    return sorted({name for file in found if _NAME.fullmatch(name := file.removesuffix(SUFFIX))})


def _homes(root: Path | None) -> list[Path]:
    return [_built_in()] if root is None else [root, _built_in()]


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _built_in() -> Path:
    """The folder that holds the program's `templates/`: the package, or the checkout that it is run from."""
    package = Path(str(files("rectledger")))
    return package if (package / FOLDER).is_dir() else package.parent.parent
