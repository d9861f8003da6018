"""Where templates are found: in the ledger's `templates/`, else among those that come with the program."""

from pathlib import Path
from typing import Protocol

from rectledger.errors import CannotRunError
from rectledger.source.text import MAX_BYTES, UnreadableError, decode
from rectledger.source.tree import WorkTree

FOLDER = "templates"
SUFFIX = ".md.j2"
WORD = ".docx"


class Home(Protocol):
    """A folder, or a revision of one, that may hold `templates/`."""

    def templates(self) -> list[str]:
        """The paths of the files in `templates/`."""

    def read(self, path: str) -> bytes:
        """The bytes of one of them. Raises UnreadableError where there are none to be had."""


def template_source(home: Home | None, name: str) -> str:
    """The text of a template; without a home, of a built-in one.

    Raises CannotRunError where there is none of that name, or it is no text.
    """
    data, path = _found(_homes(home), name, SUFFIX), template_path(name)
    if data is None:
        raise CannotRunError("cannot.no-template", name=name, known="、".join(template_names(home)) or "—")
    try:
        return decode(data)
    except UnreadableError:
        raise CannotRunError("cannot.template-file", path=path) from None


def word_template_of(home: Home, name: str) -> bytes | None:
    """The bytes of the ledger's own Word template; None where it has none. Raises CannotRunError."""
    data = _found([home], name, WORD)
    if data is not None and len(data) > MAX_BYTES:
        raise CannotRunError("cannot.word-large", path=template_path(name, WORD), part="", limit=MAX_BYTES >> 20)
    return data


def template_names(home: Home | None) -> list[str]:
    """The names that `template_source` knows, sorted."""
    found = (path.rpartition("/")[2] for one in _homes(home) for path in one.templates() if path.endswith(SUFFIX))
    return sorted({name for file in found if _is_name(name := file.removesuffix(SUFFIX))})


def template_path(name: str, suffix: str = SUFFIX) -> str:
    """Where a template stands, from the ledger's root."""
    return f"{FOLDER}/{name}{suffix}"


def _is_name(text: str) -> bool:
    """Whether a template may be named so: Chinese or ASCII letters, digits, `_` and `-`, so that it is no path."""
    signs = text.replace("_", "").replace("-", "")
    return bool(text) and all((sign.isascii() and sign.isalnum()) or "一" <= sign <= "鿿" for sign in signs)


def _found(homes: list[Home], name: str, suffix: str) -> bytes | None:
    path = template_path(name, suffix)
    home = next((home for home in homes if _is_name(name) and path in home.templates()), None)
    try:
        return None if home is None else home.read(path)
    except UnreadableError:
        raise CannotRunError("cannot.template-file", path=path) from None


def _homes(home: Home | None) -> list[Home]:
    built_in = WorkTree(_built_in())
    return [built_in] if home is None else [home, built_in]


def _built_in() -> Path:
    """The folder that holds the program's `templates/`: the package, or the checkout that it is run from."""
    package = Path(__file__).resolve().parent.parent
    return package if (package / FOLDER).is_dir() else package.parent.parent
