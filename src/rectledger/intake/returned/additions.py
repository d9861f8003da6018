"""Rows that are new: measures of an issue that is there, or of a new one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rectledger.facts.records import IssueFacts
from rectledger.intake.returned.edits import Insertion, NewIssue, Taken
from rectledger.intake.returned.happenings import Happenings
from rectledger.intake.returned.reading import Line, Returned
from rectledger.intake.returned.values import CellError, Reader
from rectledger.source.emit import Value
from rectledger.views.rows import Scribe
from rectledger.views.sheet import Column, Shape

_EVENTS = frozenset((Shape.PROGRESS, Shape.STATE, Shape.EVIDENCE, Shape.CLOSING, Shape.UNIT, Shape.PERSON))
_ORDER = ("id", "title", "text", "owner", "due", "public", "events")
NEEDED = ("heading", "title", "text")
"""Columns without which nobody can tell what a new row is about."""


@dataclass(frozen=True, slots=True)
class Additions:
    """Takes the rows that are new."""

    sheet: Returned
    reader: Reader
    happenings: Happenings
    taken: Taken

    def take(self, rows: Iterable[tuple[Line, IssueFacts | None]]) -> None:
        """Take rows, each with the issue that it belongs to, or with none where its words have to tell."""
        counts: dict[str, int] = {}
        new: dict[tuple[str, str], list[tuple[Line, dict[str, Value]]]] = {}
        for line, issue in rows:
            known = issue or self.issue_of(line)
            values = self.values(line, attached=known is not None)
            if values is None or (known and not issue and not self.agrees(line, known)):
                continue
            if known is None:
                new.setdefault((str(values["heading"]), str(values["title"])), []).append((line, values))
                continue
            counts[known.file] = counts.get(known.file, 0) + 1
            ident = _next_id([m.id for m in known.issue.measures], counts[known.file])
            measure = self.measure(line, values, ident)
            self.taken.insertions.append(
                Insertion(known.file, ("measures",), measure, self.sheet.cell(line.row, "text"))
            )
        for lines in new.values():
            self.create(lines)

    def issue_of(self, line: Line) -> IssueFacts | None:
        """The issue that a row's words name: by its title, and its heading where several have that title."""
        title, heading = (_letters(line.cells.get(key, "")) for key in ("title", "heading"))
        named = [issue for issue in self.reader.found.issues if _letters(issue.issue.title) == title]
        scribe = Scribe(self.reader.facts, self.reader.language)
        fitting = [issue for issue in named if not heading or _letters(scribe.heading(issue)) == heading]
        return fitting[0] if len(fitting) == 1 else None

    def values(self, line: Line, *, attached: bool) -> dict[str, Value] | None:
        """What the cells of a row say, by the keys of their columns; None where something is wrong or missing."""
        found: dict[str, Value] = {}
        sound = True
        for column in self.sheet.columns:
            if column.editable and column.shape not in _EVENTS and line.cells[column.key].strip():
                sound = self.read(line, column, found) and sound
        try:
            if (owner := self.reader.owner(line.cells)) is not None:
                found["owner"] = owner
        except CellError as error:
            self.taken.report(error.key, self.sheet.cell(line.row, "owner"), **error.values)
            return None
        needed = ("text",) if attached else (*NEEDED, "owner")
        if missing := [key for key in needed if key not in found] if sound else []:
            named = [shown.name(self.sheet.language) for shown in self.sheet.columns if shown.key in missing]
            self.taken.report("RL612", self.sheet.cell(line.row), missing="、".join(named) or "、".join(missing))
        return found if sound and not missing else None

    def read(self, line: Line, column: Column, found: dict[str, Value]) -> bool:
        """Read a cell; whether that can be done."""
        try:
            value = self.reader.value(column, line.cells[column.key])
        except CellError as error:
            self.taken.report(error.key, self.sheet.cell(line.row, column.key), **error.values)
            return False
        if value is not None:
            found[column.key] = value
        return True

    def agrees(self, line: Line, issue: IssueFacts) -> bool:
        """Whether a row says of the issue what the issue says; an empty cell says nothing."""
        scribe = Scribe(self.reader.facts, self.reader.language)
        differing = [
            column
            for column in self.sheet.columns
            if column.of == "issue" and column.editable and line.cells[column.key].strip()
            and _letters(line.cells[column.key]) != _letters(scribe.cell(column, issue, None))
        ]  # fmt: skip
        for column in differing:
            cell, text = self.sheet.cell(line.row, column.key), line.cells[column.key]
            self.taken.report("RL607", cell, issue=issue.issue.id, value=text)
        return not differing

    def measure(self, line: Line, values: Mapping[str, Value], ident: str) -> dict[str, Value]:
        """The measure of a new row."""
        record = {"id": ident, "title": values.get("subtitle"), **{key: values.get(key) for key in _ORDER[2:-1]}}
        state = line.cells.get("state", "").strip()
        happened = self.happenings.of_row(line, {}, None, moved=bool(state) and not self.happenings.is_first(state))
        if happened:
            record["events"] = [happening.event for happening in happened]
        return {key: value for key in _ORDER if (value := record.get(key)) is not None}

    def create(self, lines: Sequence[tuple[Line, dict[str, Value]]]) -> None:
        """A new issue of the rows that have one heading and title; what is the issue's is taken from the first."""
        first = lines[0][1]
        keys = [column.key for column in self.sheet.columns if column.of == "issue" and column.field]
        record = {key: first[key] for key in (*keys, "owner") if key in first}
        measures = []
        for number, (line, values) in enumerate(lines, 1):
            own = {key: value for key, value in values.items() if key != "owner" or value != first["owner"]}
            measures.append(self.measure(line, own, f"m{number}"))
        cells = [self.sheet.cell(line.row, "text") for line, _ in lines]
        self.taken.issues.append(NewIssue(record, measures, cells))


def _letters(text: str) -> str:
    """A text without spaces, by which words are known again."""
    return "".join(text.split())


def _next_id(known: Sequence[str], count: int) -> str:
    """The id of one more measure, after so many new ones."""
    free = (f"m{n}" for n in range(1, len(known) + count + 1) if f"m{n}" not in known)
    return [next(free) for _ in range(count)][-1]
