"""A sheet that has come back, cell by cell against what it said when it went out and what the ledger says now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from rectledger.diagnostics import Cell
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, MeasureFacts
from rectledger.intake.returned.additions import Additions
from rectledger.intake.returned.edits import Edit, Insertion, Taken
from rectledger.intake.returned.happenings import DigestOf, Happenings
from rectledger.intake.returned.matching import matched
from rectledger.intake.returned.reading import Line, Returned, report_columns
from rectledger.intake.returned.values import OWNERS, CellError, Reader
from rectledger.views.rows import Row, Scribe
from rectledger.views.sheet import COLUMNS, Column, Shape

Follow = Callable[[Sequence[Line]], Iterable[Line]]
_LISTS = frozenset((Shape.PROGRESS, Shape.EVIDENCE))
_FIELDS = frozenset((Shape.TEXT, Shape.DUE, Shape.CHOICE))


def merged(sheet: Returned, facts: Facts, found: InspectionFacts, digest_of: DigestOf, follow: Follow = iter) -> Taken:
    """What a sheet changes in the records of its inspection, and everything of it that cannot be taken.

    `follow` goes through its rows, and may tell somebody how far it has come.
    """
    taken = Taken(sheet.file)
    report_columns(sheet, taken)
    ours = {row.key: row for row in Scribe(facts, sheet.language).rows(found, sheet.columns)}
    lines, new = matched(sheet, ours, taken)
    reader = Reader(facts, found, sheet.language)
    merge = _Merge(sheet, reader, ours, Happenings(sheet, facts.day, digest_of, taken), taken)
    begun = [line for line in follow(lines) if merge.take(line)]
    merge.take_issues()
    Additions(sheet, reader, merge.happenings, taken).take(
        [*((line, ours[line.key].issue) for line in begun), *((line, None) for line in new)]
    )
    return taken


class _Merge(Struct, frozen=True):
    """What is known while the rows are gone through."""

    sheet: Returned
    reader: Reader
    ours: Mapping[str, Row]
    happenings: Happenings
    taken: Taken
    wishes: dict[tuple[str, str], list[tuple[IssueFacts, str, Cell]]] = field(default_factory=lambda: defaultdict(list))
    """What rows want of an issue's cell, by the issue's file and the column's key."""

    def take(self, line: Line) -> bool:
        """Take a row that went out; whether it begins the first measure of an issue, which is for others to take."""
        row, base = self.ours.get(line.key), self.sheet.base(line.key)
        changed = [column for column in self.sheet.columns if _is_changed(column, line.cells, base)]
        if row is None:
            for column in changed[:1]:
                self.taken.report("RL606", self.sheet.cell(line.row, column.key), ref=line.key)
            return False
        free = {column.key for column in changed if self.is_free(column, line, base[column.key], row)}
        for key in free:
            if COLUMNS[key].of == "issue":
                self.wishes[row.issue.file, key].append((row.issue, line.cells[key], self.sheet.cell(line.row, key)))
        if row.measure is None:
            return any(COLUMNS[key].of == "measure" for key in free)
        self.take_measure(line, row.issue, row.measure, free)
        return False

    def is_free(self, column: Column, line: Line, before: str, row: Row) -> bool:
        """Whether a cell that was changed may change the ledger, which may have moved on."""
        cell, theirs = self.sheet.cell(line.row, column.key), column.plain(line.cells[column.key])
        ours = column.plain(row.cells[self.sheet.columns.index(column)])
        if not column.editable:
            self.taken.report("RL604", cell, column=self.sheet.heading(column), before=before or "—")
            return False
        if column.shape in _LISTS:
            return True
        if ours not in {column.plain(before), theirs}:
            values = {"before": before or "—", "ours": ours or "—", "theirs": theirs or "—"}
            self.taken.report("RL600", cell, **values)
        return ours == column.plain(before)

    def take_measure(self, line: Line, issue: IssueFacts, measure: MeasureFacts, free: set[str]) -> None:
        """Take the cells of a row that are the measure's."""
        for column in self.sheet.columns:
            if column.key in free and column.of == "measure" and column.shape in _FIELDS:
                self.put(column, line.cells[column.key], self.sheet.cell(line.row, column.key), (issue, measure))
        if free & set(OWNERS):
            self.put_owner(line, issue, measure, free)
        if free & {"progress", "state", "evidence"}:
            base = self.sheet.base(line.key)
            for happening in self.happenings.of_row(line, base, measure, moved="state" in free):
                route = (*measure.route, "events")
                self.taken.insertions.append(Insertion(issue.file, route, happening.event, happening.cell))

    def put(self, column: Column, text: str, cell: Cell, at: tuple[IssueFacts, MeasureFacts | None]) -> None:
        """Give a key of a record what a cell says."""
        issue, measure = at
        try:
            value = self.reader.value(column, text)
        except CellError as error:
            self.taken.report(error.key, cell, **error.values)
            return
        if column.shape is Shape.DUE and value is None and issue.issue.due:
            self.taken.report("RL608.inherited", cell)
            return
        route = (*(measure.route if measure else ()), column.field)
        self.taken.edits.append(Edit(issue.file, route, value, cell))

    def put_owner(self, line: Line, issue: IssueFacts, measure: MeasureFacts, free: set[str]) -> None:
        """Give a measure the owner that one of two cells names."""
        named = [key for key in OWNERS if key in free]
        cell = self.sheet.cell(line.row, next((key for key in named if line.cells[key].strip()), named[0]))
        if measure.owner != (measure.measure.owner or issue.issue.owner):
            self.taken.report("RL615", cell, ref=measure.ref)
            return
        try:
            value = self.reader.owner(line.cells)
        except CellError as error:
            self.taken.report(error.key, cell, **error.values)
            return
        if value is None:
            self.taken.report("RL608.empty", cell)
        else:
            self.taken.edits.append(Edit(issue.file, (*measure.route, "owner"), value, cell))

    def take_issues(self) -> None:
        """Take the cells that are the issues', each of which stands in several rows."""
        for (_, key), wishes in self.wishes.items():
            column = COLUMNS[key]
            if len({column.plain(text) for _, text, _ in wishes}) > 1:
                for issue, text, cell in wishes:
                    self.taken.report("RL607", cell, issue=issue.issue.id, value=text or "—")
                continue
            self.take_issue(column, *wishes[0])

    def take_issue(self, column: Column, issue: IssueFacts, text: str, cell: Cell) -> None:
        """Take a cell that is an issue's."""
        if column.shape is Shape.CLOSING:
            for happening in self.happenings.closing(issue, text, cell):
                self.taken.insertions.append(Insertion(issue.file, ("events",), happening.event, cell))
        elif column.key == "leader" and _has_another_leader(issue):
            self.taken.report("RL615", cell, ref=issue.ref)
        else:
            self.put(column, text, cell, (issue, None))


def _is_changed(column: Column, cells: Mapping[str, str], base: Mapping[str, str]) -> bool:
    """Whether a cell says something else than it said."""
    theirs, before = cells[column.key], base[column.key]
    return theirs != before and column.plain(theirs) != column.plain(before)


def _has_another_leader(issue: IssueFacts) -> bool:
    """Whether somebody took over from the leader of the record."""
    return any(measure.leader != issue.issue.leader for measure in issue.measures)


def inspection_of(sheet: Returned, inspections: Sequence[InspectionFacts]) -> InspectionFacts | None:
    """The inspection that a sheet is about; None where it is not there any more."""
    return next((found for found in inspections if found.inspection.id == sheet.stamp.inspection), None)
