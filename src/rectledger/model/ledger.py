"""The whole ledger: every record with the file it stands in."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct, field

from rectledger.diagnostics import Route
from rectledger.model.events import Event
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.layout import Layout
from rectledger.model.party import Party
from rectledger.model.settings import Settings
from rectledger.workdays import WorkingDays

T = TypeVar("T")

FiledEvent: TypeAlias = tuple[str, Route, Event]
"""File, route to the event's kind, event."""

SETTINGS_FILE = "ledger/ledger.yaml"
PARTIES_FILE = "ledger/parties.yaml"


class Filed(Struct, Generic[T], frozen=True):
    """A record and the file it stands in, relative to the ledger root with `/`."""

    file: str
    record: T


class Ledger(Struct, frozen=True, dict=True):
    """Everything that could be read, in the order of the files' names."""

    settings: Settings
    parties: tuple[Party, ...]
    inspections: tuple[Filed[Inspection], ...]
    issues: tuple[Filed[Issue], ...]
    working_days: WorkingDays
    unread: frozenset[str] = frozenset()
    """Files of the ledger that could not be read; rules about references are silent on what stands there."""
    elsewhere: tuple[Filed[Inspection], ...] = ()
    """Of a part of a ledger: the inspections that are known, and in another part."""
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    """The unit's own sheets by name."""

    @cached_property
    def party(self) -> Mapping[str, Party]:
        """The parties by id; of one id the first."""
        return {party.id: party for party in reversed(self.parties)}

    def name_of(self, party: str) -> str:
        """The name that people inside the unit know a party by; the id of one that is unknown."""
        known = self.party.get(party)
        return known.name if known else party

    @cached_property
    def inspection(self) -> Mapping[str, Inspection]:
        """The inspections by id; of one id the first."""
        return {filed.record.id: filed.record for filed in reversed(self.known_inspections)}

    @property
    def judged_inspections(self) -> tuple[str, ...]:
        """The ids of the inspections that are not elsewhere, in the order of their files."""
        return tuple(reversed(dict.fromkeys(filed.record.id for filed in reversed(self.inspections))))

    @cached_property
    def known_inspections(self) -> tuple[Filed[Inspection], ...]:
        """Every inspection, those of other parts as well."""
        return tuple(sorted((*self.inspections, *self.elsewhere), key=lambda filed: filed.file))

    @cached_property
    def events_in(self) -> Mapping[str, list[tuple[Route, Event]]]:
        """Every event of every issue by its file, those of issues whose inspection is unknown as well."""
        return {filed.file: filed.record.all_events() for filed in self.issues}

    @cached_property
    def events_by_kind(self) -> Mapping[type[Event], list[FiledEvent]]:
        """The same by what they are, for those who look at all of them: what a kind can say is asked once."""
        kinds: dict[type[Event], list[FiledEvent]] = defaultdict(list)
        for file, events in self.events_in.items():
            for route, event in events:
                kinds[type(event)].append((file, route, event))
        return kinds

    @cached_property
    def current(self) -> str | None:
        """The inspection that short references mean: the one named, else the one with the latest feedback."""
        if self.settings.current:
            return self.settings.current
        latest = max(self.known_inspections, key=lambda filed: filed.record.feedback, default=None)
        return latest.record.id if latest else None

    @property
    def unread_inspections(self) -> frozenset[str]:
        """The ids of inspections whose file is there and could not be read."""
        prefix = "ledger/inspections/"
        return frozenset(f.removeprefix(prefix).removesuffix(".yaml") for f in self.unread if f.startswith(prefix))

    @cached_property
    def unnumbered(self) -> frozenset[str]:
        """The inspections of which an issue file could not be read: all later numbers would shift."""
        return frozenset(inspection_of(file) for file in self.unread if file.startswith("issues/"))

    def numbers_hold(self, inspection: str) -> bool:
        """Whether a printed number alone names an issue: in the current inspection, with every issue file read."""
        return inspection == self.current and inspection not in self.unnumbered


def inspection_of(file: str) -> str:
    """The inspection whose folder an issue's file stands in: `issues/<inspection>/<id>.yaml`."""
    return file.split("/")[1]
