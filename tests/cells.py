"""The examples of rules about sheets: what somebody does to a sheet that was exported, and what the import says.

In a fence `cells`, `I2: 2025年底` writes into a cell (`␤` breaks a line), `delete 3` and `copy 2 to 4` do that to rows,
and what follows a `$` is run on the ledger meanwhile, or before the export where the line `export` follows. A mark
`#RL608` means the cell named last, `#A3 RL601` another.
"""

import io
import json
import re
import shlex
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from rectledger.facts.assess import assess
from rectledger.intake.returned.merging import merged
from rectledger.intake.returned.reading import returned
from rectledger.intake.returned.values import FAILURES
from rectledger.load import load
from rectledger.source.sheet import read_book
from rectledger.source.tree import WorkTree
from rectledger.views.stamp import STAMP_SHEET
from tests.fences import PICTURES, Fence
from tests.ledgers import DAY as DAY_JUDGED
from tests.ledgers import ISSUE, base_files
from tests.program import Ran, run_here, write

DAY = ("--as-of", "2025-11-05")
FILES = base_files() | {ISSUE: base_files()[ISSUE] + "  - id: check\n    text: 逐次检查会议记录\n    due: 2026-06-30\n"}
"""The base ledger with a second measure."""
SHEET = "台账"
Rows = list[list[str]]
_MARK = re.compile(r"#(?:(?P<cell>[A-Z]+\d+) )?(?P<code>RL\d{3})")
_WRITE = re.compile(r"(?P<cell>[A-Z]+\d+):(?: (?P<text>.*))?")
_COPY = re.compile(r"copy (\d+) to (\d+)")


def rows_of(data: bytes) -> dict[str, Rows]:
    """The sheets of a workbook, hidden ones as well, as text."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        about.name: [
            [str(cell) for cell in row] for row in book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
        ]
        for about in book.sheets_metadata
    }


def hidden_of(data: bytes) -> list[str]:
    """The hidden sheets of a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [about.name for about in book.sheets_metadata if about.visible is not SheetVisibleEnum.Visible]


def resaved(data: bytes, edit: Callable[[Rows], None], sheet: str = SHEET) -> bytes:
    """A workbook with other cells, saved by a writer that keeps texts and hidden sheets and nothing else."""
    sheets, hidden = rows_of(data), hidden_of(data)
    edit(sheets[sheet])
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if cell in FAILURES:
                        page.write_formula(row, column, "=NA()", None, cell)
                    else:
                        page.write_string(row, column, cell)
            if name in hidden:
                page.hide()
    return saved.getvalue()


def place(name: str) -> tuple[int, int]:
    """The row and the column of a cell, from 0."""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def put(rows: Rows, cell: str, text: str) -> None:
    """Write into a cell, wherever it is."""
    row, column = place(cell)
    while len(rows) <= row:
        rows.append([])
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = text


def done(rows: Rows, lines: Sequence[str]) -> None:
    """Do to a sheet what the lines of an example say."""
    for line in lines:
        if found := _WRITE.fullmatch(line):
            put(rows, found["cell"], (found["text"] or "").replace("␤", "\n").translate(PICTURES))
        elif found := _COPY.fullmatch(line):
            source, target = (int(number) - 1 for number in found.groups())
            rows += [[]] * (target + 1 - len(rows))
            rows[target] = list(rows[source])
        elif line.startswith("delete "):
            del rows[int(line.removeprefix("delete ")) - 1]


def marks_of(fence: Fence) -> list[tuple[str, str]]:
    """The cells that an example marks, and the codes."""
    marks, last = [], ""
    for line in fence.body.splitlines():
        if mark := _MARK.fullmatch(line):
            marks.append((mark["cell"] or last, mark["code"]))
        elif found := _WRITE.fullmatch(line):
            last = found["cell"]
    return sorted(marks)


def sent_back(fence: Fence, folder: Path) -> None:
    """The ledger of an example, and beside it the sheet as it came back."""
    write(folder, FILES)
    lines = [line for line in fence.body.splitlines() if not _MARK.fullmatch(line)]
    before = lines[: lines.index("export")] if "export" in lines else []
    _run(folder, before)
    assert run_here(folder, "export", "xlsx", *DAY, "-o", "台账.xlsx").code == 0
    data = (folder / "台账.xlsx").read_bytes()
    write(folder, {"台账.xlsx": resaved(data, lambda rows: done(rows, lines[len(before) :]))})
    _run(folder, lines[len(before) :])


def _run(folder: Path, lines: Sequence[str]) -> None:
    for line in lines:
        if line.startswith("$ rectledger "):
            ran = run_here(folder, *shlex.split(line.removeprefix("$ rectledger ")), *DAY)
            assert ran.code == 0, ran.err
        elif line.startswith("$ "):
            subprocess.run(["sh", "-euc", line.removeprefix("$ ")], cwd=folder, check=True)


def taken_back(folder: Path, *options: str) -> Ran:
    """What the import of an example's sheet says and would write."""
    return run_here(folder, *options, "import", "sheet", "台账.xlsx", *DAY, "--dry-run", "--format", "json")


def found_in(folder: Path) -> list[tuple[str, str]]:
    """The cells that the import of an example's sheet names, and the codes."""
    found = json.loads(taken_back(folder).out)["diagnostics"]
    return sorted((d["cell"].removeprefix(f"{SHEET}!"), d["code"]) for d in found)


def keys_in(folder: Path) -> set[str]:
    """The keys of the messages about an example's sheet; of those that only writing brings about, the codes."""
    sheet = returned(read_book(folder / "台账.xlsx", STAMP_SHEET), "台账.xlsx")
    facts = assess(load(WorkTree(folder)).ledger, DAY_JUDGED)  # type: ignore[arg-type]
    keys = {problem.key for problem in merged(sheet, facts, facts.inspections[0], lambda _: None).problems}
    return keys | ({code for _, code in found_in(folder)} - {key.partition(".")[0] for key in keys})
