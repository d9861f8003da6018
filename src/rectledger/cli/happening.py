"""The event that `record` writes: made of options, complete and in order."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from rectledger.cli.asking import ask, can_ask
from rectledger.errors import CannotRunError
from rectledger.load.near import near
from rectledger.load.shapes import keys, written_order
from rectledger.messages import Language, say
from rectledger.model.base import required_of
from rectledger.model.events import KINDS, Completed
from rectledger.source.digest import sha256_of
from rectledger.source.emit import Value


def kind_of_event(word: str) -> str:
    """The kind of event that a word names, in English or Chinese. Raises CannotRunError."""
    chinese = {say(f"event.{kind}", Language.ZH): kind for kind in KINDS}
    if word in KINDS or word in chinese:
        return chinese.get(word, word)
    if close := near(word, list(KINDS)):
        raise CannotRunError("cannot.no-event.near", event=word, near=close)
    raise CannotRunError("cannot.no-event", event=word, known=", ".join(KINDS))


def event_of(kind: str, given: Mapping[str, Value]) -> dict[str, Value]:
    """The event with its keys in order, its day still open. Asks for what is missing where somebody is there.

    Raises CannotRunError for keys that the kind does not have, and for missing ones.
    """
    order = written_order(KINDS[kind])
    if foreign := [key for key in given if key not in order]:
        known = [key for key in order if key not in {"date", "event"}]
        raise CannotRunError("cannot.foreign", event=kind, foreign=_options(foreign), known=_options(known))
    whole = {**given, "event": kind}
    while (missing := _missing(kind, whole)) and can_ask():
        whole[missing[0]] = ask(_option(missing[0]))
    if missing:
        raise CannotRunError("cannot.missing", what=kind, missing=_options(missing))
    return {key: whole[key] for key in order if key in whole}


class Proof(Struct, frozen=True):
    """The evidence that was named: files, and numbers of documents."""

    files: Sequence[Path]
    documents: Sequence[str]

    def entries(self, root: Path) -> list[Value]:
        """Evidence as events name it, files by path and SHA-256. Raises CannotRunError."""
        return [*(_file(root, path) for path in self.files), *({"document": number} for number in self.documents)]


def position_by_date(days: Sequence[str], day: str) -> int:
    """Where an event of a day belongs among events of some days: behind everything up to that day."""
    return next((n + 1 for n in reversed(range(len(days))) if days[n] <= day), 0)


def _missing(kind: str, given: Mapping[str, Value]) -> list[str]:
    required = [key for key in keys(KINDS[kind]) if key in required_of(KINDS[kind]) and key != "date"]
    if KINDS[kind] is Completed and given.get("extent") == "partial":
        required.append("left")
    return [key for key in required if not str(given.get(key, "")).strip()]


def _file(root: Path, path: Path) -> Value:
    real = path.resolve()
    if not real.is_file():
        raise CannotRunError("cannot.no-evidence", path=path)
    if not real.is_relative_to(root.resolve()):
        raise CannotRunError("cannot.evidence-outside", path=path)
    try:
        return {"file": real.relative_to(root.resolve()).as_posix(), "sha256": sha256_of(real)}
    except OSError as error:
        raise CannotRunError("cannot.evidence-read", path=path, reason=error.strerror) from None


def _options(keys: Sequence[str]) -> str:
    return "、".join(map(_option, keys))


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"
