"""Rows that are new: measures of an issue that is there, or of a new one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from rectledger.facts.records import IssueFacts
from rectledger.intake.returned.edits import Insertion, NewIssue, Taken
from rectledger.intake.returned.happenings import Happenings
from rectledger.intake.returned.reading import Line, Returned
from rectledger.intake.returned.values import CellError, Reader
from rectledger.source.emit import Value
from rectledger.views.rows import Scribe
from rectledger.views.sheet import Column, Shape

_EVENTS = frozenset((Shape.PROGRESS, Shape.STATE, Shape.EVIDENCE, Shape.UNIT, Shape.PERSON))
_ORDER = ("id", "title", "text", "owner", "due", "public", "events")
NEEDED = ("heading", "title", "text")
"""Columns without which nobody can tell what a new row is about."""


class Additions(Struct, frozen=True, dict=True):
    """Takes the rows that are new."""

    sheet: Returned
    reader: Reader
    happenings: Happenings
    taken: Taken

    def take(self, rows: Iterable[tuple[Line, IssueFacts | None]]) -> None:
        """Take rows, each with the issue that it belongs to, or with none where its words have to tell."""
        counts: Counter[str] = Counter()
        new: dict[tuple[str, str], list[tuple[Line, dict[str, Value]]]] = {}
        for line, issue in rows:
            named = [issue] if issue else self.issues_of(line)
            values = self.values(line, attached=bool(named))
            if len(named) > 1:
                ids = "、".join(each.issue.id for each in named)
                self.taken.report("RL612.several", self.sheet.cell(line.row, "title"), known=ids)
            elif values and not named:
                new.setdefault((str(values["heading"]), str(values["title"])), []).append((line, values))
            elif values and (issue or self.agrees(line, named[0])):
                counts[named[0].file] += 1
                self.attach(line, values, named[0], counts[named[0].file])
        for lines in new.values():
            self.create(lines)

    def attach(self, line: Line, values: Mapping[str, Value], issue: IssueFacts, count: int) -> None:
        """A measure for an issue that is there, after so many new ones."""
        measure = self.measure(line, values, _next_id([m.id for m in issue.issue.measures], count))
        cell = self.sheet.cell(line.row, "text")
        self.taken.insertions.append(Insertion(issue.file, ("measures",), measure, cell))

    def issues_of(self, line: Line) -> list[IssueFacts]:
        """The issues that a row's words name: by their title, and their heading where the row has one."""
        title, heading = (_letters(line.cells.get(key, "")) for key in ("title", "heading"))
        scribe = Scribe(self.reader.facts, self.reader.language)
        named = self.titled.get(title, ())
        return [issue for issue in named if not heading or _letters(scribe.heading(issue)) == heading]

    @cached_property
    def titled(self) -> Mapping[str, Sequence[IssueFacts]]:
        """The issues by the letters of their titles."""
        found = defaultdict(list)
        for issue in self.reader.found.issues:
            found[_letters(issue.issue.title)].append(issue)
        return found

    def values(self, line: Line, *, attached: bool) -> dict[str, Value] | None:
        """What the cells of a row say, by the keys of their columns; None where something is wrong or missing."""
        found: dict[str, Value] = {}
        sound = True
        for column in self.sheet.columns:
            if line.cells[column.key].strip():
                sound = self.read(line, column, found, attached=attached) and sound
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

    def read(self, line: Line, column: Column, found: dict[str, Value], *, attached: bool) -> bool:
        """Read a cell that is not empty; whether that can be done. The number is computed, whatever it says."""
        cell, text = self.sheet.cell(line.row, column.key), line.cells[column.key]
        if column.shape in _EVENTS or column.key == "number" or (line.key and not column.editable):
            return True
        if not column.editable:
            self.taken.report("RL604", cell, column=self.sheet.heading(column), before="—")
            return False
        if column.shape is Shape.CLOSING:
            if not attached:
                self.taken.report("RL609", cell, state=text)
            return attached
        try:
            found[column.key] = self.reader.value(column, text) or ""
        except CellError as error:
            self.taken.report(error.key, cell, **error.values)
            return False
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
        """A new issue of the rows that have one heading and title; what they say of it has to be the same."""
        first = lines[0][1]
        columns = [column for column in self.sheet.columns if column.of == "issue" and column.field]
        for line, values in lines[1:]:
            for column in columns:
                if values.get(column.key, first.get(column.key)) != first.get(column.key):
                    cell, text = self.sheet.cell(line.row, column.key), line.cells[column.key]
                    self.taken.report("RL607", cell, issue=str(first["title"]), value=text)
        measures = []
        for number, (line, values) in enumerate(lines, 1):
            own = {key: value for key, value in values.items() if key != "owner" or value != first["owner"]}
            measures.append(self.measure(line, own, f"m{number}"))
        record = {key: first[key] for key in (*(column.key for column in columns), "owner") if key in first}
        cells = [self.sheet.cell(line.row, "text") for line, _ in lines]
        self.taken.issues.append(NewIssue(record, measures, cells))


def _letters(text: str) -> str:
    """A text without spaces, by which words are known again."""
    return "".join(text.split())


def _next_id(known: Sequence[str], count: int) -> str:
    """The id of one more measure, after so many new ones."""
    free = (f"m{n}" for n in range(1, len(known) + count + 1) if f"m{n}" not in known)
    return [next(free) for _ in range(count)][-1]
