"""The rows of a sheet: one a measure, the issue repeated on each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, Level, MeasureFacts
from rectledger.facts.state import CLOSING
from rectledger.messages import Language, say, word
from rectledger.model.due import written_due
from rectledger.model.events import Completed, Event, Evidence, Progress
from rectledger.views.chinese import bare
from rectledger.views.items import party_name
from rectledger.views.sheet import Column, Shown, shown_columns


class Row(Struct, frozen=True):
    """A measure, or an issue that has none yet, and what its cells say."""

    key: str
    """`zx2024-04/air`; of an issue without measures, its id."""
    issue: IssueFacts
    measure: MeasureFacts | None
    cells: tuple[str, ...]


class Table(Struct, frozen=True):
    """An inspection as a sheet on a day."""

    inspection: InspectionFacts
    unit: str
    day: date
    language: Language
    view: str
    """The name of the view, or an empty text."""
    columns: tuple[Shown, ...]
    rows: tuple[Row, ...]


def table(facts: Facts, inspection: str | None, view: str | None, language: Language) -> Table:
    """An inspection, by default the current one, as a sheet.

    Raises CannotRunError where there is no such inspection or view.
    """
    chosen = inspection or facts.ledger.current
    found = next((i for i in facts.inspections if i.inspection.id == chosen), None)
    if found is None:
        raise CannotRunError("cannot.no-inspection", inspection=chosen or "—")
    columns = shown_columns(facts.ledger, view, language)
    scribe = Scribe(facts, language)
    rows = tuple(scribe.rows(found, [shown.column for shown in columns]))
    unit = party_name(facts, facts.ledger.settings.unit)
    return Table(found, unit, facts.day, language, view or "", columns, rows)


class Scribe(Struct, frozen=True):
    """Writes what cells say."""

    facts: Facts
    language: Language

    def rows(self, found: InspectionFacts, columns: Sequence[Column]) -> Iterator[Row]:
        """The rows of an inspection, by the printed numbers."""
        for issue in found.issues:
            for measure in issue.measures or (None,):
                key = f"{issue.issue.id}/{measure.measure.id}" if measure else issue.issue.id
                cells = tuple(self.cell(column, issue, measure) for column in columns)
                yield Row(key, issue, measure, cells)

    def cell(self, column: Column, issue: IssueFacts, measure: MeasureFacts | None) -> str:
        """What a cell says; nothing about a measure that is not there."""
        if column.of == "issue":
            return _OF_ISSUE[column.key](self, issue)
        if measure is None:
            return str(issue.number) if column.key == "number" else ""
        return _OF_MEASURE[column.key](self, issue, measure)

    def heading(self, issue: IssueFacts) -> str:
        """The text of an issue's heading; the id of one that is not there."""
        wanted = issue.issue.heading
        return next((heading.text for heading in issue.inspection.headings if heading.id == wanted), wanted)

    def leader(self, issue: IssueFacts) -> str:
        """Who leads on the day, by name."""
        leader = issue.measures[0].leader if issue.measures else issue.issue.leader
        return party_name(self.facts, leader) if leader else ""

    def requirement(self, issue: IssueFacts) -> str:
        """The class of requirement, in words."""
        return word(f"requirement.{issue.issue.requirement}", self.language) if issue.issue.requirement else ""

    def closing(self, issue: IssueFacts) -> str:
        """Whether closure was asked for, or given."""
        return word(f"state.{issue.state}", self.language) if issue.state in CLOSING else ""

    def support(self, issue: IssueFacts) -> str:
        """Who supports, by name."""
        return "、".join(party_name(self.facts, party) for party in issue.issue.support)

    def owner(self, measure: MeasureFacts, *, person: bool) -> str:
        """Who has a measure on the day, by name, where that is a person or where it is none."""
        known = self.facts.ledger.party.get(measure.owner)
        is_person = known is not None and known.kind == "person"
        return party_name(self.facts, measure.owner) if is_person is person else ""

    def state(self, issue: IssueFacts, measure: MeasureFacts) -> str:
        """The state in words, and how late or how near a running deadline is."""
        words = word(f"state.{measure.state}", self.language)
        if measure.days_left is None or not (measure.overdue or measure.level is not Level.NONE):
            return words
        days = say("sheet.late" if measure.overdue else "sheet.left", self.language, {"days": abs(measure.days_left)})
        return words + days if issue.running(measure) else words

    def progress(self, measure: MeasureFacts) -> str:
        """What happened, a line an event; what closed the issue stands elsewhere."""
        return "\n".join(self.happening(event) for event in measure.events if event.on_measure)

    def happening(self, event: Event) -> str:
        """An event in a line, or in several where its note has them."""
        if isinstance(event, Progress):
            return f"{event.date} {event.note}"
        partial = isinstance(event, Completed) and event.extent == "partial"
        left = event.left if isinstance(event, Completed) and partial else None
        kind = word("state.partial" if partial else f"event.{event.event}", self.language)
        more = say("sheet.left-over", self.language, {"left": bare(left)}) if left else ""
        words = "；".join(filter(None, (more, event.note)))
        return f"{event.date} {kind}" + (f"：{words}" if words else "")

    def evidence(self, measure: MeasureFacts) -> str:
        """The documents and files that prove something, a line each."""
        entries = (entry for event in measure.events for entry in event.evidence)
        return "\n".join(dict.fromkeys(map(_named, entries)))


def _named(entry: Evidence) -> str:
    return entry.document or entry.file or ""


_OF_ISSUE: Mapping[str, Callable[[Scribe, IssueFacts], str]] = {
    "heading": Scribe.heading,
    "title": lambda _, issue: issue.issue.title,
    "goal": lambda _, issue: issue.issue.goal or "",
    "leader": Scribe.leader,
    "closing": Scribe.closing,
    "serial": lambda _, issue: issue.issue.serial or "",
    "requirement": Scribe.requirement,
    "cause": lambda _, issue: issue.issue.cause or "",
    "standard": lambda _, issue: issue.issue.standard or "",
    "also_checked": lambda _, issue: issue.issue.also_checked or "",
    "support": Scribe.support,
    "issue": lambda _, issue: issue.issue.id,
}
_OF_MEASURE: Mapping[str, Callable[[Scribe, IssueFacts, MeasureFacts], str]] = {
    "number": lambda _, __, measure: measure.number,
    "text": lambda _, __, measure: measure.measure.text,
    "owner": lambda scribe, _, measure: scribe.owner(measure, person=False),
    "person": lambda scribe, _, measure: scribe.owner(measure, person=True),
    "due": lambda _, issue, measure: _due(issue, measure),
    "progress": lambda scribe, _, measure: scribe.progress(measure),
    "state": Scribe.state,
    "evidence": lambda scribe, _, measure: scribe.evidence(measure),
    "subtitle": lambda _, __, measure: measure.measure.title or "",
    "public": lambda _, __, measure: measure.measure.public or "",
    "deadline": lambda _, __, measure: str(measure.due or measure.deadline.pending),
    "days_left": lambda _, __, measure: "" if measure.days_left is None else str(measure.days_left),
    "measure": lambda _, __, measure: measure.measure.id,
}


def _due(issue: IssueFacts, measure: MeasureFacts) -> str:
    """The deadline as it is written, the measure's own or the issue's."""
    due = measure.measure.due or issue.issue.due
    return written_due(due) if due else ""
