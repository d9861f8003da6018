"""The rows of a table as issues and measures: merged, repeated and left blank as people do it."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from rectledger.diagnostics import Cell, Problem
from rectledger.intake.foreign.columns import LEFT_OUT, Layout, is_header
from rectledger.intake.handed_over import TOTALS, plain_header

_TOTAL = re.compile(rf"^(?:{'|'.join(sorted(TOTALS))}|共计|累计)")
_FOOTER = re.compile(r"^(?:注|备注|说明|填表|填报|制表|审核|联系)[^，。]{0,6}[:：]")


class Said(Struct, frozen=True):
    """What a cell says."""

    text: str
    at: Cell


class MeasureRow(Struct):
    """A measure: what its row says, by the key of the column."""

    at: Cell
    cells: dict[str, Said] = field(default_factory=dict)


class IssueRows(Struct):
    """An issue: what is said of it, and its measures."""

    at: Cell
    cells: dict[str, Said] = field(default_factory=dict)
    measures: list[MeasureRow] = field(default_factory=list)
    is_broken: bool = False
    """Whether a row of it could not be taken whole."""


OF_ISSUE = frozenset(
    (
        *("number", "serial", "heading", "title", "goal", "leader", "closing"),
        *("requirement", "cause", "standard", "also_checked", "support"),
    )
)
"""The columns that say something of the issue."""


class Reader(Struct):
    """Reads a table row by row."""

    file: str
    layout: Layout
    problems: list[Problem] = field(default_factory=list)
    issues: list[IssueRows] = field(default_factory=list)
    caption: Said | None = None

    def read(self) -> list[IssueRows]:
        """The issues of the table. Rows that are none are told."""
        for row in range(self.layout.first, len(self.layout.sheet.rows)):
            if any(self.layout.sheet.rows[row]):
                self._take(row)
        return self.issues

    def _take(self, row: int) -> None:
        cells = dict(self._cells(row))
        first = next(iter(cells.values()), None)
        if first is None or is_header(self.layout, row) or _is_apart(first.text, len(cells)):
            self._left_out(row)
        elif self._is_caption(cells):
            self.caption = first
        elif self._is_new(row, cells):
            self._begin(row, cells)
        elif self.issues:
            self._go_on(row, cells)
        else:
            self._tell("RL674", row, first.text)

    def _cells(self, row: int) -> Iterator[tuple[str, Said]]:
        """What a row says, by the key of the column; what is empty says nothing."""
        sheet = self.layout.sheet
        for column, key in self.layout.fields.items():
            text = sheet.text(row, column)
            if text and key != LEFT_OUT:
                yield key, Said(text, sheet.cell(*sheet.origin(row, column)))

    def _is_caption(self, cells: dict[str, Said]) -> bool:
        """Whether a row only says what the rows below it are about: one text, across the columns or as their label."""
        if len({said.at for said in cells.values()}) > 1:
            return False
        return len(cells) > 1 or ("heading" not in self.layout.fields.values() and set(cells) <= {"number", "serial"})

    def _is_new(self, row: int, cells: dict[str, Said]) -> bool:
        """Whether a row begins an issue: its problem stands in this row and is not the one above again."""
        title = cells.get("title")
        if title is None or title.at.row < row + 1:
            return False
        if not self.issues:
            return True
        before, number = self.issues[-1].cells, cells.get("number") or cells.get("serial")
        known = before.get("number") or before.get("serial")
        same_number = number is None or known is None or number.text == known.text or _is_part(number.text, known.text)
        return before["title"].text != title.text or not same_number

    def _begin(self, row: int, cells: dict[str, Said]) -> None:
        sheet = self.layout.sheet
        if self.caption is not None and "heading" not in cells:
            cells["heading"] = self.caption
        elif "heading" in self.layout.fields.values() and "heading" not in cells and self.issues:
            cells |= {key: said for key, said in self.issues[-1].cells.items() if key == "heading"}
        column = next(c for c, key in self.layout.fields.items() if key == "title")
        own = {key: said for key, said in cells.items() if key in OF_ISSUE}
        self.issues.append(IssueRows(sheet.cell(row, column), own))
        self._measure(row, cells)

    def _go_on(self, row: int, cells: dict[str, Said]) -> None:
        """One more measure of the issue above; what it says of the issue has to be the same."""
        issue = self.issues[-1]
        for key, said in cells.items():
            if key in OF_ISSUE - {"number", "serial"}:
                known = issue.cells.setdefault(key, said)
                if known.text != said.text:
                    issue.is_broken = True
                    self.problems.append(Problem(self.file, said.at, "RL677", {"text": said.text, "known": known.text}))
        self._measure(row, cells)

    def _measure(self, row: int, cells: dict[str, Said]) -> None:
        """A row's measure; one that is merged with the row above is the same one."""
        issue = self.issues[-1]
        own = {key: said for key, said in cells.items() if key not in OF_ISSUE}
        text = own.get("text")
        if issue.measures and (text is None or text.at.row < row + 1):
            for key, said in own.items():
                known = issue.measures[-1].cells.setdefault(key, said)
                if known.text != said.text:
                    issue.is_broken = True
                    self._tell("RL674", row, said.text, said.at)
            return
        at = text.at if text else self.layout.sheet.cell(row, 0)
        issue.measures.append(MeasureRow(at, own))

    def _left_out(self, row: int) -> None:
        text = next((cell for cell in self.layout.sheet.rows[row] if cell), "")
        if text:
            self._tell("RL675", row, text)

    def _tell(self, key: str, row: int, text: str, at: Cell | None = None) -> None:
        sheet = self.layout.sheet
        column = next((c for c, cell in enumerate(sheet.rows[row]) if cell), 0)
        place = at or sheet.cell(row, column)
        self.problems.append(Problem(self.file, place, key, {"text": text[:30]}))


def _is_apart(text: str, cells: int) -> bool:
    """Whether a row adds up others, or says something about the table as a whole."""
    return bool(_TOTAL.match(plain_header(text)) or (cells == 1 and _FOOTER.match(text)))


def _is_part(number: str, whole: str) -> bool:
    """Whether a number is one of the parts of another's whole: `3.2` behind `3.1`."""
    return re.split(r"[.\-－]", number)[0] == re.split(r"[.\-－]", whole)[0] and len(re.split(r"[.\-－]", number)) > 1
