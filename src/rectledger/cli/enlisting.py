"""Making an issue of every finding of the list that was handed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rectledger.cli.console import err, out
from rectledger.cli.reconciling import compared
from rectledger.cli.registering import UNPLANNED, complete, issue_text, known_files, next_id
from rectledger.cli.session import Session
from rectledger.cli.writing import finish, writing
from rectledger.errors import CannotRunError
from rectledger.facts.records import InspectionFacts, ListEntry
from rectledger.facts.serials import normal_serial
from rectledger.messages import say
from rectledger.render.layout import clean


def enlist(
    session: Session,
    path: Path,
    inspection: str | None,
    given: Mapping[str, str],
    measures: Sequence[str],
    *,
    dry_run: bool,
) -> None:
    """Write an issue for each entry of a list, all or none, and print their paths; a registered one is left and named.

    `given` holds for every entry that does not say it itself. Raises CannotRunError.
    """
    if own := "、".join(f"--{key}" for key in ("serial", "title") if key in given):
        raise CannotRunError("cannot.list-own", options=own)
    with writing(session, dry_run=dry_run) as draft:
        found = compared(draft.session, path, inspection, tells_columns=True)
        wanted = [(entry, _values(entry, given)) for entry in _unregistered(draft.session, found)]
        if len(found.inspection.headings) > 1:
            _refuse([entry for entry, values in wanted if "heading" not in values])
        files = known_files(draft.session, found.inspection.id)
        for _, values in wanted:
            ident = next_id(found.inspection.id, files)
            files.append(f"issues/{found.inspection.id}/{ident}.yaml")
            whole = complete(draft.session, found.inspection, values)
            draft.create(files[-1], issue_text(ident, whole, measures))
        finish(draft, dry_run=dry_run, force=True, later=UNPLANNED)
    if not dry_run:
        out("".join(f"{file}\n" for file in draft.changes))


def _values(entry: ListEntry, given: Mapping[str, str]) -> dict[str, str]:
    own = {"serial": entry.serial, "title": entry.text, "heading": entry.heading}
    return {**given, **{key: value for key, value in own.items() if value}}


def _unregistered(session: Session, found: InspectionFacts) -> Iterator[ListEntry]:
    """The entries whose serial no issue has yet."""
    known = {normal_serial(issue.issue.serial): issue.ref for issue in found.issues if issue.issue.serial}
    for entry in found.listed:
        ref = known.get(normal_serial(entry.serial)) if entry.serial else None
        if ref is None:
            yield entry
        else:
            err(clean(say("new.registered", session.language, {"serial": entry.serial, "ref": ref})))


def _refuse(unplaced: Iterable[ListEntry]) -> None:
    """Stop where the list does not say what an entry belongs to."""
    if places := "、".join(f"{entry.at}" for entry in unplaced):
        raise CannotRunError("cannot.list-heading", places=places)
