"""What a document is about, and what it calls people: the start of every view that becomes a document."""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.facts.chapters import Chapter, chapters
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts
from rectledger.views.items import party_name

if TYPE_CHECKING:
    from rectledger.facts.letters import OwedLetter


class Subject(Struct, frozen=True, dict=True):
    """An inspection on a day, perhaps one issue or letter of it, and who will read of it."""

    facts: Facts
    inspection: InspectionFacts
    internal: bool = False
    """Whether real names may be printed."""
    issue: IssueFacts | None = None
    letter: "OwedLetter | None" = None

    def name(self, party: str | None) -> str:
        """What the reader knows a party by; the id of one that is unknown, nothing for nobody."""
        if party is None:
            return ""
        known = self.facts.ledger.party.get(party)
        return known.public_name if known and not self.internal else party_name(self.facts, party)

    @property
    def unit(self) -> str:
        """The unit whose ledger it is."""
        return self.name(self.facts.ledger.settings.unit)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The headings and issues that are printed."""
        return chapters(self.inspection)

    @property
    def issues(self) -> tuple[IssueFacts, ...]:
        """The issues that are printed."""
        return tuple(issue for issue in self.inspection.issues if issue.published)

    @property
    def counted_omitted(self) -> tuple[IssueFacts, ...]:
        """The issues that are counted without being printed: the policy says whether there are such."""
        if not self.facts.ledger.settings.policy.count_omitted:
            return ()
        return tuple(issue for issue in self.inspection.issues if not issue.published)


def subject_of(facts: Facts, inspection_id: str, *, internal: bool = False, issue: IssueFacts | None = None) -> Subject:
    """A subject. Raises CannotRunError for an inspection that is not there."""
    found = next((i for i in facts.inspections if i.inspection.id == inspection_id), None)
    if found is None:
        raise CannotRunError("cannot.no-inspection", inspection=inspection_id)
    return Subject(facts, found, internal, issue)
