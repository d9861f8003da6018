"""The evidence of a ledger that is a file, entry by entry."""

from collections.abc import Iterator

from msgspec import Struct

from rectledger.diagnostics import Problem, Route
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.model.events import Event


class Proof(Struct, frozen=True):
    """An evidence entry that names a file."""

    issue: IssueFacts
    measure: MeasureFacts | None
    """The measure whose event it is; None of an event of the issue."""
    event: Event
    route: Route
    """Where the entry stands in the issue's file."""
    file: str
    sha256: str

    @property
    def ref(self) -> str:
        """The shortest reference to what it proves."""
        return self.measure.ref if self.measure else self.issue.ref

    def problem(self, key: str, at: str, /, **values: object) -> Problem:
        """A problem at one of the entry's keys."""
        return self.issue.problem(key, (*self.route, at), file=self.file, **values)


def proofs(facts: Facts) -> Iterator[Proof]:
    """Every evidence entry that names a file, of whatever day, in the order of the printed numbers."""
    return (proof for placed in facts.proven for proof in _proofs_of(*placed))


def _proofs_of(issue: IssueFacts, route: Route, event: Event) -> Iterator[Proof]:
    measure = issue.measure_at(route)
    for position, entry in enumerate(event.evidence):
        if entry.file and entry.sha256:
            own = (*route[:-1], "evidence", position)
            yield Proof(issue, measure, event, own, entry.file, entry.sha256)
