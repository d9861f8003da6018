"""What a sheet that has come back makes of the records."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from rectledger.diagnostics import Cell, Problem, Route
from rectledger.source.emit import Value

LONGEST = 200
"""Characters of a cell that a message repeats."""


class Edit(Struct, frozen=True):
    """A key that gets another value, or is removed where there is none."""

    file: str
    route: Route
    value: "Value | None"
    cell: Cell


class Insertion(Struct, frozen=True):
    """An item that comes into a list: an event by its date, a measure at the end."""

    file: str
    route: Route
    item: Mapping[str, Value]
    cell: Cell


class NewIssue(Struct, frozen=True):
    """An issue that has no file yet. Its id is given when it is written."""

    values: Mapping[str, Value]
    measures: Sequence[Mapping[str, Value]]
    cells: Sequence[Cell]
    """The place of each measure's row."""


class Taken(Struct, frozen=True):
    """What was taken of a sheet, and what could not be; filled as the sheet is gone through."""

    file: str
    edits: list[Edit] = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    issues: list[NewIssue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, key: str, at: Cell, /, **values: object) -> None:
        """Note a problem in the sheet."""
        shown = {name: _brief(value) for name, value in values.items()}
        self.problems.append(Problem(self.file, at, key, shown))


def _brief(value: object) -> object:
    """A value as a message has it: of a long text the beginning."""
    return f"{value[:LONGEST]}……" if isinstance(value, str) and len(value) > LONGEST else value
