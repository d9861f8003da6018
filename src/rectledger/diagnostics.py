"""What is found in the files: a problem as a reader or a rule states it, a diagnostic as it is shown."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

Route: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a file's data: `("measures", 2, "due")`. The empty route is the whole file."""


class Key(str):
    """The last step of a route that means the key itself, not the value beside it."""

    __slots__ = ()


class Severity(StrEnum):
    """How much a diagnostic weighs; the most serious comes first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A stretch of a text file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START_OF_FILE = Span(1, 1, 1, 1)


class Cell(NamedTuple):
    """A cell of a spreadsheet. Rows and columns count from 1; written as `台账!F12`."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        letters, left = "", self.column
        while left:
            left, letter = divmod(left - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{self.sheet}!{letters}{self.row}"


class Problem(Struct, frozen=True):
    """Something found in one file.

    `key` names the text in the catalogue and begins with the rule's code: `RL005` or
    `RL005.near`. `at` is a route into the file's data, a span where the data could not be
    read, or a cell of a spreadsheet. `values` fill in the text, as written in the file.
    """

    file: str
    at: Route | Span | Cell
    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code of the rule that this problem falls under."""
        return self.key.partition(".")[0]


class Diagnostic(Struct, frozen=True):
    """A problem with everything that a reader needs: rule, weight and place."""

    code: str
    name: str
    severity: Severity
    file: str
    span: Span
    key: str
    values: Mapping[str, object]
    cell: Cell | None = None
    """Where it is in a spreadsheet, which has no lines; the span is then the start of the file."""
    waived: str = ""
    """Why it does not count; empty where it counts."""
    waived_by: str = ""
    """What says so: the key of a waiver, or the key and the path of an ignore."""
