"""The files that a table becomes: an issue each, with the cells that their values come from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rectledger.diagnostics import Cell, Problem
from rectledger.facts.unverified import MARK
from rectledger.intake.foreign.happenings import Happenings
from rectledger.intake.foreign.headings import Headings
from rectledger.intake.foreign.rows import IssueRows, MeasureRow, Said
from rectledger.intake.foreign.values import Term, names_in, term_of
from rectledger.intake.parties import Parties
from rectledger.intake.yaml import ISSUE_MODELINE, Maybe, file_of, given, items
from rectledger.messages import Language, word
from rectledger.model.party import PartyKind
from rectledger.source.emit import Value
from rectledger.views.choices import REQUIREMENTS

NO_LIMIT = f"pending: {MARK}表上没有写完成时限"
UNREADABLE = frozenset(("RL672", "RL673", "RL676", "RL677"))
"""What keeps an issue from being taken."""
_TEXTS = ("goal", "standard", "cause", "also_checked")
_REQUIREMENTS = {word(f"requirement.{name}", Language.ZH): name for name in REQUIREMENTS}


class Records(Struct):
    """Makes the records of one table."""

    file: str
    parties: Parties
    headings: Headings
    happenings: Happenings
    unit: str
    """Who owns what names nobody."""
    has_limit: bool
    """Whether the inspection's clock has a limit for measures without one."""
    numbers: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def issue(self, ident: str, rows: IssueRows) -> str | None:
        """An issue's file; None where something of it cannot be read."""
        before = len(self.problems), len(self.happenings.problems)
        text = self._issue(ident, rows)
        told = (*self.problems[before[0] :], *self.happenings.problems[before[1] :])
        return None if rows.is_broken or any(problem.code in UNREADABLE for problem in told) else text

    def _issue(self, ident: str, rows: IssueRows) -> str:
        terms = [self._term(row.cells.get("due")) for row in rows.measures]
        owners = [self._owner(row) for row in rows.measures]
        common = next(filter(None, owners), None)
        if common is None:
            self.tell("RL680", rows.at, title=rows.cells["title"].text[:20])
        measures = [
            self._measure(n, rows, term, None if owner == common else owner)
            for n, (term, owner) in enumerate(zip(terms, owners, strict=True), 1)
        ]
        is_limited = self.has_limit or all(term and (term.due or term.sustained) for term in terms)
        record: dict[str, Maybe] = {
            "id": ident,
            "heading": self._heading(rows),
            "serial": self._serial(rows),
            "title": rows.cells["title"].text,
            "requirement": self._requirement(rows, terms),
            "leader": self._leader(rows),
            "owner": common or self.unit,
            "support": [*self._support(rows)] or None,
            "due": None if is_limited else NO_LIMIT,
            **{key: rows.cells[key].text for key in _TEXTS if key in rows.cells},
        }
        return file_of(ISSUE_MODELINE, [*given(record), *items("measures", measures)])

    def tell(self, key: str, at: Cell, **values: object) -> None:
        """Note a problem with a cell."""
        self.problems.append(Problem(self.file, at, key, values))

    def _measure(self, number: int, rows: IssueRows, term: Term | None, owner: str | None) -> Value:
        row = rows.measures[number - 1]
        words = {key: said.text for key, said in row.cells.items()}
        if "text" not in words:
            self.tell("RL676", row.at, title=rows.cells["title"].text[:20])
        measure: dict[str, Maybe] = {
            "id": f"m{number}",
            "title": words.get("subtitle"),
            "text": words.get("text"),
            "owner": owner,
            "due": term.due if term else None,
            "sustained": True if term and term.sustained else None,
            "public": words.get("public"),
            "events": self.happenings.events_of(row.cells, rows.cells.get("closing")) or None,
        }
        return {key: value for key, value in measure.items() if value is not None}

    def _owner(self, row: MeasureRow) -> str | None:
        """Who has a measure: the unit named, else the person; None where nobody is named."""
        units, people = _names(row.cells.get("owner")), _names(row.cells.get("person"))
        if units:
            return self._id(units[0], row.cells["owner"])
        return self._id(people[0], row.cells["person"], "person") if people else None

    def _support(self, rows: IssueRows) -> dict[str, None]:
        """Whoever is named beside the owners, and in the column for it, each once."""
        found: dict[str, None] = {}
        for row in rows.measures:
            units, people = _names(row.cells.get("owner")), _names(row.cells.get("person"))
            found |= {self._id(name, row.cells["owner"]): None for name in units[1:]}
            found |= {self._id(name, row.cells["person"], "person"): None for name in (people if units else people[1:])}
        return found | {self._id(name, rows.cells["support"]): None for name in _names(rows.cells.get("support"))}

    def _id(self, name: str, said: Said, kind: PartyKind | None = None) -> str:
        """The party of a name; a new one is told at the cell that names it first."""
        known = len(self.parties.new)
        ident = self.parties.id_of(name, kind)
        if len(self.parties.new) > known:
            self.tell("RL657", said.at, name=name, id=ident)
        return ident

    def _leader(self, rows: IssueRows) -> str | None:
        names = _names(rows.cells.get("leader"))
        if len(names) > 1:
            self.tell("RL677.leaders", rows.cells["leader"].at, text="、".join(names))
        return self._id(names[0], rows.cells["leader"], "person") if names else None

    def _heading(self, rows: IssueRows) -> str:
        said = rows.cells.get("heading") or rows.cells["title"]
        ident, is_new = self.headings.id_of(said.text)
        if is_new:
            self.tell("RL681" if "heading" in rows.cells else "RL681.own", said.at, text=said.text[:30], id=ident)
        return ident

    def _serial(self, rows: IssueRows) -> str | None:
        """The number on the list, where it is this issue's alone."""
        said = rows.cells.get("serial") or rows.cells.get("number")
        return said.text if said and self.numbers[said.text] == 1 else None

    def _term(self, said: Said | None) -> Term | None:
        if said is None:
            return None
        term = term_of(said.text)
        if term is None:
            self.tell("RL672", said.at, text=said.text[:30])
        return term

    def _requirement(self, rows: IssueRows, terms: Sequence[Term | None]) -> str | None:
        said = rows.cells.get("requirement")
        if said is not None:
            known = _REQUIREMENTS.get(said.text, said.text if said.text in REQUIREMENTS else None)
            if known is None:
                self.tell("RL673.requirement", said.at, text=said.text[:30])
            return known
        classes = {term.requirement for term in terms if term}
        if len(classes) == 1:
            return classes.pop()
        for row, term in zip(rows.measures, terms, strict=True):
            if term and term.requirement == "immediate":
                self.tell("RL682", row.cells["due"].at, text=row.cells["due"].text[:30])
        return None


def _names(said: Said | None) -> list[str]:
    return names_in(said.text) if said else []


def serials(issues: Sequence[IssueRows]) -> Iterator[str]:
    """The number of every issue, as the table has it."""
    for rows in issues:
        if said := rows.cells.get("serial") or rows.cells.get("number"):
            yield said.text
