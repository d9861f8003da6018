"""The list that was handed over against the issues of an inspection: what was dropped, merged or renumbered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from rectledger.facts.likeness import Wordings
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, ListEntry
from rectledger.facts.serials import normal_serial, serials_in

UNLIKE, ALIKE = 0.2, 0.6
"""A title that shares less than this with its own entry and at least that with another has the wrong serial."""


class Reconciliation(Struct, frozen=True, dict=True):
    """An inspection's issues beside the list."""

    inspection: InspectionFacts
    complete: bool
    """Whether every issue file could be read; if not, nothing can be said to be missing."""

    @property
    def entries(self) -> tuple[ListEntry, ...]:
        """The list, in its own order."""
        return self.inspection.listed

    @property
    def issues(self) -> tuple[IssueFacts, ...]:
        """The issues of the inspection."""
        return self.inspection.issues

    @property
    def compared(self) -> tuple[IssueFacts, ...]:
        """The issues, where there is a list to compare them with."""
        return self.issues if self.entries else ()

    def serials(self, issue: IssueFacts) -> tuple[str, ...]:
        """The findings that an issue's serial stands for, in their normal form."""
        return serials_in(issue.issue.serial, self.entry) if issue.issue.serial else ()

    def listed(self, issue: IssueFacts) -> tuple[ListEntry, ...]:
        """The entries of the list that an issue answers."""
        if not self.entries:
            return ()
        return tuple(self.entry[serial] for serial in self.serials(issue) if serial in self.entry)

    def holders(self, entry: ListEntry) -> tuple[IssueFacts, ...]:
        """The issues that answer an entry of the list."""
        return tuple(self._holders.get(normal_serial(entry.serial), ()))

    def renumbered(self, issue: IssueFacts) -> ListEntry | None:
        """The entry that an issue's title repeats, where its serial names another one with other words."""
        own, likeness = self._own(issue)
        if own is None or likeness is None or likeness >= UNLIKE:
            return None
        serial, best = self._wordings.closest(issue.issue.title)
        return self.entry[serial] if best >= ALIKE else None

    def unlike(self, issue: IssueFacts) -> ListEntry | None:
        """The entry that an issue names by its serial and has no words in common with."""
        own, likeness = self._own(issue)
        return own if likeness == 0 and self.renumbered(issue) is None else None

    def moved(self, issue: IssueFacts) -> ListEntry | None:
        """The entry of an issue that the list has under another heading."""
        listed = self.listed(issue)
        known = {heading.id for heading in self.inspection.inspection.headings} if listed else ()
        under = (entry for entry in listed if entry.heading in known)
        return next((entry for entry in under if entry.heading != issue.issue.heading), None)

    def _own(self, issue: IssueFacts) -> tuple[ListEntry | None, float | None]:
        """The one entry that an issue answers, and how much its title is like it."""
        listed = self.listed(issue)
        if len(listed) != 1:
            return None, None
        return listed[0], self._wordings.likeness(issue.issue.title, normal_serial(listed[0].serial))

    @cached_property
    def entry(self) -> Mapping[str, ListEntry]:
        """The list by the normal form of its serials; of one serial the first."""
        found: dict[str, ListEntry] = {}
        for entry in self.entries:
            found.setdefault(normal_serial(entry.serial), entry)
        return found

    @cached_property
    def _holders(self) -> dict[str, list[IssueFacts]]:
        found: dict[str, list[IssueFacts]] = defaultdict(list)
        for issue in self.issues:
            for serial in self.serials(issue):
                found[serial].append(issue)
        return found

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings({serial: entry.text for serial, entry in self.entry.items()})


def reconciliations(facts: Facts) -> Iterator[Reconciliation]:
    """Every inspection beside its list, which may be empty."""
    return (Reconciliation(i, i.inspection.id not in facts.ledger.unnumbered) for i in facts.inspections)
