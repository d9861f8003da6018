"""What `doctor` finds in a ledger's surroundings and sets right."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from rectledger.cli.console import err, out
from rectledger.cli.drivers import install_drivers, missing_drivers
from rectledger.cli.registering import known_files, next_id
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, commit, writing
from rectledger.errors import Ended
from rectledger.messages import say
from rectledger.model.ledger import inspection_of
from rectledger.render.layout import clean
from rectledger.source.edit import put
from rectledger.source.git.merges import added_at, stages_of
from rectledger.source.git.repository import is_repository
from rectledger.source.scaffold import surroundings
from rectledger.source.store import Change
from rectledger.source.text import UnreadableError, decode
from rectledger.source.yaml import parse

ATTRIBUTES = ".gitattributes"


class Repair(NamedTuple):
    """Something to set right: what is said about it, and what does it."""

    key: str
    values: dict[str, object]
    act: Callable[[], None]


def cure(session: Session, *, write: bool) -> None:
    """Set right what can be, or say what that would be and exit with 1; name what needs a person."""
    with writing(session, dry_run=not write) as draft:
        repairs = [repair for find in (_both_new, _twins, _misplaced, _git) for repair in find(draft)]
        for repair in repairs:
            out(clean(say(repair.key, draft.session.language, repair.values)) + "\n")
            if write:
                repair.act()
        if write:
            commit(draft)
        for key, values in _for_a_person(draft.session):
            err(clean(say(key, draft.session.language, values)))
    if repairs and not write:
        raise Ended
    if not repairs:
        err(say("doctor.well", session.language))


def _both_new(draft: Draft) -> Iterator[Repair]:
    """Issues that two branches made under one id, left by git as a conflict of two new files."""
    root = draft.session.root
    if not is_repository(root):
        return
    for file, (ours, theirs) in stages_of(root, "issues/").items():
        older, newer = (ours, theirs) if ours.since <= theirs.since else (theirs, ours)
        ident = next_id(inspection_of(file), [*known_files(draft.session, inspection_of(file)), *draft.changes])
        other = str(PurePosixPath(file).with_name(f"{ident}.yaml"))
        values: dict[str, object] = {"file": file, "other": other}

        def act(file: str = file, other: str = other, older: bytes = older.data, newer: bytes = newer.data) -> None:
            draft.changes[file] = Change((root / file).read_bytes(), older)
            draft.create(other, _renumbered(decode(newer), PurePosixPath(other).stem))

        draft.changes.setdefault(other, Change(None, None))
        yield Repair("doctor.both-new", values, act)


def _twins(draft: Draft) -> Iterator[Repair]:
    """Files of one id: the one that git has known longest keeps it, the others get the next free ones."""
    session, known = draft.session, dict[str, list[str]]()
    for filed in session.ledger.issues:
        known.setdefault(filed.record.id, []).append(filed.file)
    for ident, files in known.items():
        keeper, *others = sorted(
            files, key=lambda file: (added_at(session.root, file), PurePosixPath(file).stem != ident)
        )
        for file in others:
            inspection = inspection_of(file)
            new = next_id(inspection, [*known_files(session, inspection), *draft.changes])
            other = str(PurePosixPath(file).with_name(f"{new}.yaml"))
            draft.changes[other] = Change(None, None)
            values: dict[str, object] = {"id": ident, "keeper": keeper, "file": file, "other": other}
            yield Repair("doctor.twin", values, partial(_move, draft, file, other, new))


def _youth(session: Session, ident: str, file: str) -> tuple[int, bool]:
    """The older a file, the less; of one age, the one that is named after the id comes first."""
    return added_at(session.root, file), PurePosixPath(file).stem != ident


def _misplaced(draft: Draft) -> Iterator[Repair]:
    """Issues that load and stand in another inspection's folder, or under another name than their id."""
    session = draft.session
    ids = [filed.record.id for filed in session.ledger.issues]
    for filed in session.ledger.issues:
        ident = filed.record.id
        wanted = f"issues/{_home(session, ident) or inspection_of(filed.file)}/{ident}.yaml"
        if wanted != filed.file and ids.count(ident) == 1 and wanted not in session.loaded.files:
            act = partial(_move, draft, filed.file, wanted, ident)
            yield Repair("doctor.misplaced", {"file": filed.file, "other": wanted}, act)
    for file in session.loaded.files:
        place = _place_of(session, file)
        if place and place not in session.loaded.files:
            act = partial(_move, draft, file, place, PurePosixPath(place).stem)
            yield Repair("doctor.misplaced", {"file": file, "other": place}, act)


def _place_of(session: Session, file: str) -> str | None:
    """Where an issue belongs that stands right below `issues/` or too deep; None for everything else."""
    if not file.startswith("issues/") or not file.endswith(".yaml") or file.count("/") == len(("issues", "inspection")):
        return None
    try:
        data = parse(decode(session.tree.read(file)))[0]
    except UnreadableError:
        return None
    ident = data.get("id") if isinstance(data, dict) else None
    home = _home(session, ident) if isinstance(ident, str) else None
    return f"issues/{home}/{ident}.yaml" if home else None


def _home(session: Session, ident: str) -> str | None:
    """The inspection that an id says it belongs to: the longest whose id it begins with."""
    fitting = [name for name in session.ledger.inspection if ident.startswith(f"{name}-")]
    return max(fitting, key=len, default=None)


def _git(draft: Draft) -> Iterator[Repair]:
    """What this clone's git lacks to merge and show issues."""
    root = draft.session.root
    if not is_repository(root):
        return
    wanted = surroundings()[ATTRIBUTES]
    before = (root / ATTRIBUTES).read_bytes() if (root / ATTRIBUTES).is_file() else None
    there = (before or b"").decode("utf-8", "replace").splitlines()
    missing = [line for line in wanted.splitlines() if line not in there]
    if missing:
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        after = (before or b"") + gap + "".join(f"{line}\n" for line in missing).encode()
        change = partial(draft.changes.__setitem__, ATTRIBUTES, Change(before, after))
        yield Repair("doctor.attributes", {"lines": "；".join(missing)}, change)
    if drivers := missing_drivers(root):
        yield Repair("doctor.drivers", {"names": "、".join(drivers)}, partial(install_drivers, root))


def _for_a_person(session: Session) -> Iterator[tuple[str, dict[str, object]]]:
    """What only a person can set right: years without a calendar that a deadline runs into."""
    provisional = (measure.deadline for _, measure in session.facts.measures if measure.deadline.provisional)
    if years := sorted({str(deadline.day.year) for deadline in provisional if deadline.day}):
        yield "doctor.calendar", {"years": "、".join(years)}


def _move(draft: Draft, file: str, other: str, ident: str) -> None:
    """The file under another name, with the id of that name."""
    data = draft.session.tree.read(file)
    draft.create(other, _renumbered(decode(data), ident))
    draft.changes[file] = Change(data, None)


def _renumbered(text: str, ident: str) -> str:
    return put(text, ("id",), ident)
