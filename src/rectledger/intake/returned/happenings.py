"""The events that a row brings: what was written below its progress, its state in another word, what proves them."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from rectledger.diagnostics import Cell
from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.state import MEASURE_STATES, State, holder, until
from rectledger.intake.returned.edits import Taken
from rectledger.intake.returned.reading import Line, Returned
from rectledger.intake.returned.values import CellError, added_lines, dated, lines_of, tidy
from rectledger.messages import word
from rectledger.model.events import Progress
from rectledger.source.emit import Value
from rectledger.views.sheet import COLUMNS

DigestOf = Callable[[str], str | None]
"""The SHA-256 of a file of the repository; None where there is none."""
_PATH = re.compile(r"[^\s《》〔〕]+/[^/\s《》〔〕]+\.[A-Za-z0-9]{2,5}")
"""What can only be meant as a file: `evidence/验收单.pdf`."""
_BEFORE_COMPLETE = frozenset((State.NOT_STARTED, State.IN_PROGRESS, State.PARTIAL))


class Happening(Struct, frozen=True):
    """An event, and the cell that it comes from."""

    event: dict[str, Value]
    cell: Cell


class Happenings(Struct, frozen=True):
    """Finds the events that rows bring."""

    sheet: Returned
    day: date
    digest_of: DigestOf
    taken: Taken

    def of_row(
        self, line: Line, base: Mapping[str, str], measure: MeasureFacts | None, *, moved: bool
    ) -> list[Happening]:
        """The events of a measure that a row adds to; without a measure, of a new one.

        `moved` says whether the state was changed, and may be.
        """
        found = list(self.progress(line, base, measure))
        if moved:
            found += self.completion(line, measure.state if measure else State.NOT_STARTED, has_progress=bool(found))
        self.prove(line, base, found, measure)
        return found

    def progress(self, line: Line, base: Mapping[str, str], measure: MeasureFacts | None) -> Iterator[Happening]:
        """An event for each run of lines that were added, or for each of them that begins with a day."""
        cell = self.sheet.cell(line.row, "progress")
        known = {(str(e.date), e.note) for e in measure.measure.events if isinstance(e, Progress)} if measure else set()
        try:
            runs = added_lines(line.cells.get("progress", ""), base.get("progress", ""))
            for day, note in (said for run in runs for said in self.said(run)):
                if (day, note) not in known:
                    yield Happening({"date": day, "event": "progress", "note": note}, cell)
        except CellError as error:
            self.taken.report(error.key, cell, **error.values)

    def said(self, run: list[str]) -> list[tuple[str, str]]:
        """What lines say that follow one another: a day and a note each time that a line begins with a day."""
        found: list[tuple[str, str]] = []
        for line in run:
            day, note = dated(tidy(line), "")
            if day or not found:
                found.append((day or self.day.isoformat(), note))
            else:
                found[-1] = (found[-1][0], f"{found[-1][1]}\n{note}")
        return found

    def completion(self, line: Line, state: State, *, has_progress: bool) -> list[Happening]:
        """The event that makes a state of a word, where there is one that needs nothing the sheet does not hold."""
        text, cell = COLUMNS["state"].plain(line.cells["state"]), self.sheet.cell(line.row, "state")
        words = {word(f"state.{state}", self.sheet.language): state for state in MEASURE_STATES}
        wanted = words.get(text)
        if wanted is None:
            self.taken.report("RL608.choice", cell, value=text or "—", known="、".join(words))
        elif wanted is State.COMPLETE and state in _BEFORE_COMPLETE:
            return [Happening({"date": self.day.isoformat(), "event": "completed", "extent": "full"}, cell)]
        elif wanted is State.IN_PROGRESS and state is State.NOT_STARTED:
            if not has_progress:
                self.taken.report("RL609.progress", cell, state=text)
        elif wanted is not state:
            self.taken.report("RL609", cell, state=text)
        return []

    def is_first(self, text: str) -> bool:
        """Whether a word is that of a measure that has not started."""
        return COLUMNS["state"].plain(text) == word(f"state.{State.NOT_STARTED}", self.sheet.language)

    def prove(self, line: Line, base: Mapping[str, str], found: list[Happening], measure: MeasureFacts | None) -> None:
        """Put the evidence that was added to the last of the events."""
        cell = self.sheet.cell(line.row, "evidence")
        proofs = [proof for event in measure.measure.events for proof in event.evidence] if measure else []
        known = {proof.document or proof.file for proof in proofs}
        try:
            runs = added_lines(line.cells.get("evidence", ""), base.get("evidence", ""))
            entries: list[Value] = [self.entry(tidy(text)) for run in runs for text in run if text not in known]
        except CellError as error:
            self.taken.report(error.key, cell, **error.values)
            return
        if entries and found:
            found[-1].event["evidence"] = entries
        elif entries:
            self.taken.report("RL611", cell, evidence=runs[0][0])

    def entry(self, text: str) -> Value:
        """A file of the repository with its digest, or a document. Raises CellError for a file that is not there."""
        digest = self.digest_of(text) if "/" in text else None
        if digest:
            return {"file": text, "sha256": digest}
        if _PATH.fullmatch(text):
            raise CellError("RL611.file", file=text)
        return {"document": text}

    def closing(self, issue: IssueFacts, text: str, cell: Cell) -> list[Happening]:
        """The owner's request for closure, which is all that a sheet can say of it."""
        wanted = word(f"state.{State.CLOSURE_REQUESTED}", self.sheet.language)
        if lines_of(text) != [wanted]:
            self.taken.report("RL609.closing", cell, state=text or "—", request=wanted)
            return []
        owner = holder(issue.issue.owner, until(issue.issue.events, self.day))
        event: dict[str, Value] = {"date": self.day.isoformat(), "event": "closure-requested", "by": owner}
        return [Happening(event, cell)]
