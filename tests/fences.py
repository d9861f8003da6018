"""The examples of rule pages and of docs/examples.md: what stands in a fence, and what its marks expect.

A fence replaces the base ledger's issue, or the file named by `file=`; lines `# --- file: path` split it into
several. A fence of `text` is a notice that is imported into the base ledger, one of `csv` a table, one of `jinja` a
template; `file=` may make a Word document of a notice, and of a template. A comment `# ^^^ RL301` marks the columns
of the line above that the rule points at (`#` itself is a caret where the place begins at column 1; without a caret,
`#RL301`, the file as a whole is meant). Marks are no part of the text. `␀`, `␉` and `␛` stand for the control
characters that no page can show.
With `base=ledger` a fence is a change: `# --- was: path` is a file before it, `# --- gone: path` one that it deletes,
`requested=` and `closed=` name who committed the closing, `committed=` when.
"""

import re
import subprocess
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from rectledger.diagnostics import START_OF_FILE, Diagnostic, Span
from rectledger.facts.assess import assess
from rectledger.facts.revisions import Revisions, Signature, Signed
from rectledger.lint import diagnose, judge_changes
from rectledger.load import load
from rectledger.rules.registry import Rule
from rectledger.source.tree import Tree, WorkTree
from tests.documents import no_places, notice_problems
from tests.ledgers import DAY, ISSUE, base_files, diagnostics_of, places_in, tree_of
from tests.program import REPOSITORY, write
from tests.tables import table_problems
from tests.words import template_problems

PLACES = {"text": "notice.txt", "csv": "table.csv", "jinja": "notice.md.j2"}
"""Where an example stands that says nothing else."""
SOURCES = {"text": notice_problems, "csv": table_problems, "jinja": template_problems}
"""Examples that are no part of a ledger."""
FURTHER = REPOSITORY / "docs/examples.md"
_FENCE = re.compile(
    r"^```(?P<language>\w+) (?P<verdict>bad|good)(?P<attributes>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_MARK = re.compile(r"^ *#(?P<room> *)(?P<carets>\^*) ?(?P<code>RL\d{3})$")
PICTURES = {code: code - 0x2400 for code in range(0x2400, 0x2420)}
_FILE = re.compile(r"^# --- (?P<side>file|was|gone): (?P<path>\S+)$")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A finding that an example expects: columns of one line, counted from 1, the end exclusive."""

    file: str
    line: int
    columns: tuple[int, int]
    code: str


@dataclass(frozen=True, slots=True)
class Fence:
    """One example."""

    language: str
    bad: bool
    attributes: dict[str, str]
    body: str

    @property
    def day(self) -> date:
        """The day that judges it."""
        return date.fromisoformat(self.attributes.get("as-of", DAY.isoformat()))

    @property
    def encoding(self) -> str:
        """What its files are encoded in."""
        return self.attributes.get("encoding", "utf-8")


@dataclass(slots=True)
class Example:
    """The files of a fence and the findings that it marks."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    was: dict[str, list[str]] = field(default_factory=dict)
    """The files as they were before the change; a path that stands here alone stays as it was."""
    gone: list[str] = field(default_factory=list)
    """The files that the change deletes."""
    marks: list[Mark] = field(default_factory=list)

    def files(self, encoding: str = "utf-8") -> dict[str, bytes]:
        """The files as bytes."""
        return {path: "".join(f"{line}\n" for line in lines).encode(encoding) for path, lines in self.lines.items()}


def fences_of(page: str) -> list[Fence]:
    """The examples of a page."""
    return [
        Fence(
            found["language"],
            found["verdict"] == "bad",
            dict(attribute.split("=", 1) for attribute in found["attributes"].split()),
            found["body"],
        )
        for found in _FENCE.finditer(page)
    ]


def examples_of(rule: Rule) -> list[Fence]:
    """The examples of a rule: those of its page, and the further ones."""
    _, _, further = FURTHER.read_text(encoding="utf-8").partition(f"\n## {rule.code}\n")
    return [*fences_of(rule.page), *fences_of(further.partition("\n## ")[0])]


def found_by(fence: Fence, folder: Path) -> list[Diagnostic]:
    """What an example brings about: in the ledger, or in a document that is taken into the base ledger."""
    if fence.language not in SOURCES:
        tree = laid_out(fence, folder)
        return [*diagnostics_of(tree, fence.day), *(_of_the_change(fence, tree) if "base" in fence.attributes else ())]
    return diagnose(SOURCES[fence.language](example_of(fence), fence.day), None, no_places)


def _of_the_change(fence: Fence, tree: Tree) -> list[Diagnostic]:
    """What the change did that nobody may do, committed by the authors that the fence names."""
    before, after = load(tree_of(_before(example_of(fence)))).ledger, load(tree).ledger
    assert before
    assert after
    sides = assess(before, fence.day), assess(after, fence.day)
    signed = {"demo-01": Signed(*(_signature(fence.attributes.get(name)) for name in ("requested", "closed")))}
    committed = fence.attributes.get("committed")
    routes = [route[:-1] for issue in sides[1].issues for route, _ in issue.issue.all_events()]
    recorded = {("demo-01", route): date.fromisoformat(committed) for route in routes if committed}
    revisions = Revisions(*sides, signed=signed, recorded=recorded)
    return diagnose(judge_changes(revisions), revisions.judging, places_in(tree))


def _before(example: Example) -> dict[str, str]:
    return base_files() | {path: "".join(f"{line}\n" for line in lines) for path, lines in example.was.items()}


def _signature(name: str | None) -> Signature | None:
    return Signature(name, f"{name}@example.org", "1234abcd") if name else None


def laid_out(fence: Fence, folder: Path) -> Tree:
    """The base ledger with an example's files, or with what an example's commands make of it in an empty folder."""
    if fence.language == "yaml":
        example = example_of(fence)
        files: dict[str, str | bytes] = {**_before(example), **example.files(fence.encoding)}
        return tree_of({path: data for path, data in files.items() if path not in example.gone})
    write(folder, base_files())
    subprocess.run(["sh", "-euc", fence.body], cwd=folder, check=True)
    return WorkTree(folder)


def example_of(fence: Fence) -> Example:
    """The files and marks of a YAML fence."""
    example, path = Example(), fence.attributes.get("file", PLACES.get(fence.language, ISSUE))
    side = example.lines
    for line in fence.body.split("\n")[:-1]:
        if split := _FILE.match(line):
            path, side = split["path"], example.was if split["side"] == "was" else example.lines
            example.gone += [path] * (split["side"] == "gone")
        elif mark := _MARK.match(line):
            example.marks.append(_marked(path, len(side.get(path, ())), line, mark))
        else:
            side.setdefault(path, []).append(line.translate(PICTURES))
    for marked in {mark.file for mark in example.marks}.difference(example.gone):
        example.lines.setdefault(marked, [])
    return example


def _marked(path: str, line: int, text: str, mark: re.Match[str]) -> Mark:
    if f"#{mark['code']}" in text:
        return Mark(path, *_short(START_OF_FILE), mark["code"])
    sign = text.index("#") + 1
    if mark["carets"] and mark["room"]:
        return Mark(path, line, (mark.start("carets") + 1, mark.end("carets") + 1), mark["code"])
    return Mark(path, line, (sign, sign + 1 + len(mark["carets"])), mark["code"])


def placed(example: Example, found: Diagnostic) -> Diagnostic:
    """A finding about a cell of a table, at the columns of the cell in the line that the example has for its row."""
    if found.cell is None:
        return found
    cells = example.lines[found.file][found.cell.row - 1].split(",")
    start = sum(len(cell) + 1 for cell in cells[: found.cell.column - 1]) + 1
    end = start + len(cells[found.cell.column - 1]) if found.cell.column <= len(cells) else start
    return replace(found, span=Span(found.cell.row, start, found.cell.row, end))


def mark_of(found: Diagnostic) -> Mark:
    """A diagnostic as its mark: at least one caret, and only the first line of a longer place."""
    return Mark(found.file, *_short(found.span), found.code)


def _short(span: Span) -> tuple[int, tuple[int, int]]:
    end = span.end_column if span.end_line == span.line else span.column
    return span.line, (span.column, max(end, span.column + 1))
