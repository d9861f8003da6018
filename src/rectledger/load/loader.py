"""Files of a tree to records, and records to a ledger."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from rectledger.diagnostics import START_OF_FILE, Problem
from rectledger.load.kinds import Kind, kind_of
from rectledger.load.record import Reading, read_record, record_of
from rectledger.model.calendar import CalendarYear
from rectledger.model.inspection import Inspection
from rectledger.model.ledger import SETTINGS_FILE, Filed, Ledger, inspection_of
from rectledger.source.plain_flow import Data
from rectledger.source.text import UnreadableError
from rectledger.source.tree import SUFFIXES, Tree
from rectledger.workdays import WorkingDays

_CALENDARS = Path(__file__).resolve().parent.parent / "calendars"


class Loaded(Struct, frozen=True):
    """The ledger that a tree holds, everything wrong with its files, and which files there are."""

    ledger: Ledger | None
    """None where `ledger/ledger.yaml` is no record: nothing can be judged without it."""
    problems: tuple[Problem, ...]
    files: tuple[str, ...]


class Gathered(Struct):
    """What some files of a tree hold."""

    records: dict[Kind, list[Filed[Any]]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def add(self, other: "Gathered", of: str | None = None) -> None:
        """Add what some more files of issues hold; with an inspection, only its own issues, but everything wrong."""
        for kind, records in other.records.items():
            self.records[kind] += [filed for filed in records if of in {None, inspection_of(filed.file)}]
        self.problems += other.problems
        self.unread |= other.unread


def gather(tree: Tree, files: Iterable[str], known: Mapping[str, Data] = MappingProxyType({})) -> Gathered:
    """The records of some files, and everything wrong with them; `known` is the data of those that have been read."""
    gathered = Gathered()
    for file in files:
        _gather(gathered, tree, file, known.get(file))
    return gathered


def _gather(gathered: Gathered, tree: Tree, file: str, known: Data) -> None:
    kind = kind_of(file)
    if kind is None:
        gathered.problems.append(_misplaced(tree, file))
        return
    reading = (None if known is None else record_of(kind, known)) or _read(tree, kind, file)
    gathered.problems += reading.problems
    if reading.record is None:
        gathered.unread.add(file)
    else:
        gathered.records[kind].append(Filed(file, reading.record))


def _read(tree: Tree, kind: Kind, file: str) -> Reading:
    try:
        return read_record(kind, file, tree.read(file))
    except UnreadableError as error:
        return Reading(None, tuple(Problem(file, f.span, f.key, f.values) for f in error.findings))


def _misplaced(tree: Tree, file: str) -> Problem:
    if file.lower().endswith(SUFFIXES) and not file.endswith(".yaml"):
        return Problem(file, START_OF_FILE, "RL026", {"suffix": PurePosixPath(file).suffix})
    try:
        tree.read(file)
    except UnreadableError as error:
        found = error.findings[0]
        return Problem(file, found.span, found.key, found.values)
    return Problem(file, START_OF_FILE, "RL106")


def ledger_of(gathered: Gathered) -> Ledger | None:
    """The ledger of records; None where its settings are not among them."""
    settings = next((f.record for f in gathered.records[Kind.SETTINGS] if f.file == SETTINGS_FILE), None)
    if settings is None:
        return None
    inspections = tuple(gathered.records[Kind.INSPECTION])
    return Ledger(
        settings=settings,
        parties=tuple(party for filed in gathered.records[Kind.PARTIES] for party in filed.record),
        inspections=inspections,
        issues=tuple(gathered.records[Kind.ISSUE]),
        working_days=_working_days(inspections, gathered.records[Kind.CALENDAR]),
        unread=frozenset(gathered.unread),
        layouts={PurePosixPath(filed.file).stem: filed.record for filed in gathered.records[Kind.LAYOUT]},
    )


def _working_days(inspections: Iterable[Filed[Inspection]], own: Iterable[Filed[CalendarYear]]) -> WorkingDays:
    """The shipped calendars from the first feedback on, and the ledger's own above them."""
    first = min((filed.record.feedback.year for filed in inspections), default=9999)
    shipped = _combined(_shipped_years(first))
    return shipped.overlaid(_combined(filed.record for filed in own))


def _shipped_years(first: int) -> Iterable[CalendarYear]:
    for name in sorted(place.name for place in _CALENDARS.iterdir()):
        if kind_of(f"ledger/calendars/{name}") is Kind.CALENDAR and int(name[3:7]) >= first:
            yield read_record(Kind.CALENDAR, name, (_CALENDARS / name).read_bytes()).record


def _combined(years: Iterable[CalendarYear]) -> WorkingDays:
    years = list(years)
    return WorkingDays(
        years=frozenset(year.year for year in years),
        holidays=frozenset(day for year in years for day in year.holidays),
        workdays=frozenset(day for year in years for day in year.workdays),
    )
