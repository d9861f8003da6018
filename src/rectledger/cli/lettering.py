"""Warning letters: rendered one to a party, and recorded so that none goes twice."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rectledger.cli.console import err, out
from rectledger.cli.documents import Place, Wanted, deliver, subject
from rectledger.cli.happening import event_of
from rectledger.cli.letters import Choice
from rectledger.cli.making import made
from rectledger.cli.placing import prepared
from rectledger.cli.recording import insert
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, finish, writing
from rectledger.errors import CannotRunError
from rectledger.facts.letters import LETTERS, OwedLetter, owed_letters
from rectledger.facts.records import Level
from rectledger.messages import say, word
from rectledger.render.layout import clean
from rectledger.source.tree import WorkTree
from rectledger.views.items import party_name
from rectledger.views.references import Referred

_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_LONGEST = 60
"""Characters of a file's name; of four bytes each they are 240 of the 255 that a file system takes."""


class _Written(Struct, frozen=True):
    """A letter and the document that it became."""

    letter: OwedLetter
    data: bytes


def write_letters(session: Session, wanted: Wanted, choice: Choice, place: Place) -> None:
    """Render the letters that are owed, and record them where that is asked for, or do nothing at all."""
    if choice.record:
        _record(session, wanted, choice, place)
    elif choice.dry_run:
        raise CannotRunError("cannot.nothing-dry")
    elif place.check is None and place.target is not None:
        written = _written(session, wanted, choice)
        files = _files(session, wanted, written, place.target)
        with prepared(files):
            pass
        _tell(session, written, files)
    else:
        _show(session, wanted, _written(session, wanted, choice), place)


def _record(session: Session, wanted: Wanted, choice: Choice, place: Place) -> None:
    if not isinstance(session.tree, WorkTree):
        raise CannotRunError("cannot.record-elsewhere")
    if place.check is not None or (place.target is None and not choice.dry_run):
        raise CannotRunError("cannot.record-nowhere")
    with writing(session, dry_run=choice.dry_run) as draft:
        written = _written(draft.session, wanted, choice)
        _insert(draft, [one.letter for one in written])
        files = _files(draft.session, wanted, written, place.target) if place.target and not choice.dry_run else {}
        with prepared(files):
            finish(draft, dry_run=choice.dry_run, force=True)  # that a letter went out is a fact: only errors stop it
    if not choice.dry_run:
        _tell(draft.session, written, files)


def _show(session: Session, wanted: Wanted, written: Sequence[_Written], place: Place) -> None:
    """Print letters, or compare one; several are only fit for print where one text may follow another."""
    if len(written) > 1 and (place.check is not None or wanted.to not in {"md", "txt"}):
        raise CannotRunError("cannot.several-letters", letters=_names(session, written))
    if not written:
        _tell(session, written, ())
    for one in written:
        deliver(session, wanted, one.data, place)


def _written(session: Session, wanted: Wanted, choice: Choice) -> list[_Written]:
    about = subject(session, wanted)
    if choice.party and choice.party not in about.facts.ledger.party:
        raise CannotRunError("cannot.no-party", party=choice.party)
    levels = (Level(choice.level),) if choice.level else LETTERS
    owed = owed_letters(about.facts, about.inspection, levels, choice.party)
    return [_Written(letter, made(session, wanted, replace(about, letter=letter))) for letter in owed]


def _files(session: Session, wanted: Wanted, written: Sequence[_Written], target: Path) -> Mapping[Path, bytes]:
    """Where each letter goes: one alone into the file that is named, others into a folder."""
    folder = target.is_dir()
    if len(written) == 1 and not folder:
        return {target: written[0].data}
    if written and not folder:
        raise CannotRunError("cannot.letters-folder", path=target, letters=_names(session, written))
    return {target / f"{_name(session, one.letter)}.{wanted.to}": one.data for one in written}


def _name(session: Session, letter: OwedLetter) -> str:
    """`预警〔2025〕3号-红-办公室`, fit for every file system."""
    parts = (letter.number, word(f"level.{letter.level}", session.language), party_name(session.facts, letter.party))
    return _UNFIT.sub("_", "-".join(parts))[:_LONGEST]


def _names(session: Session, written: Sequence[_Written]) -> str:
    return "、".join(_name(session, one.letter) for one in written) or "—"


def _insert(draft: Draft, letters: Sequence[OwedLetter]) -> None:
    """An event for each measure of each letter, in the order of their numbers."""
    day = draft.session.day.isoformat()
    for letter in reversed(letters):  # each is put in front of the later ones of its day
        keys = {"level": letter.level.value, "to": letter.party, "document": letter.number}
        event = {"date": day, **event_of("warned", keys)}
        for issue, measure in letter.about:
            insert(draft, Referred(issue, measure), event)


def _tell(session: Session, written: Sequence[_Written], files: Iterable[Path]) -> None:
    """Which letter stands where."""
    if not written:
        err(f"rectledger: {say('letters.none', session.language)}")
    for one, path in zip(written, files, strict=True):
        values = {"letter": _name(session, one.letter), "count": len(one.letter.about), "path": path}
        out(clean(say("letters.written", session.language, values)) + "\n")
