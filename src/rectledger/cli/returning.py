"""Taking back a sheet that was exported."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.cli.following import followed
from rectledger.cli.happening import position_by_date
from rectledger.cli.importing import Wish, conclude
from rectledger.cli.reconciling import shown_path
from rectledger.cli.registering import MODELINE, known_files, next_id
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, writing
from rectledger.diagnostics import Cell, Problem, Route, Span
from rectledger.errors import CannotRunError
from rectledger.intake.returned.edits import Edit, Insertion, NewIssue, Taken
from rectledger.intake.returned.merging import inspection_of, merged
from rectledger.intake.returned.reading import Returned, returned
from rectledger.load.shapes import keys
from rectledger.messages import say
from rectledger.model.evidence import FileState
from rectledger.model.issue import Issue, Measure
from rectledger.source.edit import inserted, put, removed
from rectledger.source.emit import Value, block
from rectledger.source.sheet import read_book
from rectledger.views.stamp import STAMP_SHEET


def take_back(session: Session, path: Path, wish: Wish) -> None:
    """Change what was changed in a sheet since it was exported.

    Raises CannotRunError for a sheet that never was, and where its inspection is gone. Exits
    with 1 where something cannot be taken.
    """
    sheet = returned(read_book(path, STAMP_SHEET), shown_path(session.root, path))
    with writing(session, dry_run=wish.dry_run) as draft:
        taken = _merged(draft.session, sheet)
        written = _Written(draft)
        changes: list[Edit | Insertion] = [*taken.edits, *taken.insertions]
        for change in followed(changes, say("progress.import", session.language)):
            taken.problems.extend(written.attempt(sheet.file, change))
        written.create(sheet.stamp.inspection, taken.issues)
        conclude(draft, taken.problems, partial(_origin, sheet.file, written.places), wish)


def _merged(session: Session, sheet: Returned) -> Taken:
    found = inspection_of(sheet, session.facts.inspections)
    if found is None:
        raise CannotRunError("cannot.no-inspection", inspection=sheet.stamp.inspection)

    def digest_of(path: str) -> str | None:
        file = session.tree.evidence([path])[path]
        return file.sha256 if file.state is FileState.PRESENT else None

    told = say("progress.import", session.language)
    return merged(sheet, session.facts, found, digest_of, lambda lines: followed(lines, told))


class _Written(Struct, frozen=True, dict=True):
    """A draft, and the cells that its changes come from."""

    draft: Draft
    places: dict[str, list[tuple[Route, Cell]]] = field(default_factory=lambda: defaultdict(list))
    days: dict[tuple[str, Route], list[str]] = field(default_factory=dict)
    """The days of the events in a list, as they will be."""

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """The issues as they are, by their files."""
        return {filed.file: filed.record for filed in self.draft.session.ledger.issues}

    def attempt(self, sheet: str, change: Edit | Insertion) -> Iterator[Problem]:
        """Make one change, or name the cell whose change a file's layout does not let be made."""
        try:
            self.apply(change)
        except CannotRunError as error:
            if error.key != "cannot.layout":
                raise
            yield Problem(sheet, change.cell, "RL616", error.values)

    def apply(self, change: Edit | Insertion) -> None:
        """Make one change. Raises CannotRunError where a file's layout does not let it."""
        if isinstance(change, Edit):
            order = keys(Measure if len(change.route) > 1 else Issue)
            edit: Callable[[str], str] = (
                partial(removed, route=change.route)
                if change.value is None
                else partial(put, route=change.route, value=change.value, order=order)
            )
            route = change.route
        else:
            position = self.position(change)
            edit = partial(inserted, route=change.route, position=position, item=change.item)
            route = (*change.route, position)
        self.draft.edit(change.file, edit)
        self.places[change.file].append((route, change.cell))

    def position(self, change: Insertion) -> int:
        """Where an item comes into its list: an event behind all up to its day, a measure at the end."""
        days = self.days.setdefault((change.file, change.route), self.known(change))
        day = str(change.item.get("date", "9999-12-31"))
        position = position_by_date(days, day)
        days.insert(position, day)
        return position

    def known(self, change: Insertion) -> list[str]:
        """The days of the events that are there; a measure has none, and is the last."""
        issue = self.issues[change.file]
        if change.route == ("measures",):
            return [""] * len(issue.measures)
        events = issue.events if change.route == ("events",) else issue.measures[int(change.route[1])].events
        return [event.date.isoformat() for event in events]

    def create(self, inspection: str, issues: Sequence[NewIssue]) -> None:
        """A file for each new issue."""
        known = known_files(self.draft.session, inspection) if issues else []
        for issue in issues:
            ident = next_id(inspection, known)
            file = f"issues/{inspection}/{ident}.yaml"
            whole: dict[str, Value] = {**issue.values, "id": ident, "measures": issue.measures}
            lines = block({key: whole[key] for key in keys(Issue) if key in whole})
            self.draft.create(file, MODELINE + "".join(f"{line}\n" for line in lines))
            self.places[file] = [(("measures", n), cell) for n, cell in enumerate(issue.cells)]
            known.append(file)


def _origin(sheet: str, places: Mapping[str, list[tuple[Route, Cell]]], problem: Problem) -> Problem:
    """A problem of a record as one of the cell that brought it: the one whose value stands nearest."""
    if problem.file not in places:
        return problem
    at = () if isinstance(problem.at, Span | Cell) else problem.at
    _, cell = max(places[problem.file], key=lambda place: _shared(place[0], at))
    return replace(problem, file=sheet, at=cell)


def _shared(one: Route, other: tuple[object, ...]) -> int:
    """How many steps two routes have in common from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
