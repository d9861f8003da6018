"""What of a ledger the public reads, and which parties it names: text by text, with the place of each."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from rectledger.diagnostics import Route
from rectledger.model.base import Record, keys_of
from rectledger.model.due import Pending
from rectledger.model.events import Event
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue
from rectledger.model.ledger import SETTINGS_FILE, Ledger, inspection_of
from rectledger.model.settings import ROLES

PlacedText: TypeAlias = tuple[str, Route, str]
"""File, route, words."""


class Texts(Struct, frozen=True, dict=True):
    """Texts that are searched all at once, many times faster than one by one."""

    placed: tuple[PlacedText, ...]

    def holding(self, pattern: re.Pattern[str]) -> Iterator[PlacedText]:
        """Those in which a pattern is found, and sometimes others, where it reaches from one text into the next.

        What `^`, `$` or looking around find at the end of a text, the pattern has to find at the end of a line as well.
        """
        joined, starts = self._joined
        found = pattern.search(joined)
        while found:
            place = bisect_right(starts, found.start()) - 1
            yield self.placed[place]
            found = pattern.search(joined, starts[place + 1])

    @cached_property
    def _joined(self) -> tuple[str, Sequence[int]]:
        """The texts, a line break behind each, and where each begins, and all end."""
        joined = [f"{text}\n" for _, _, text in self.placed]
        return "".join(joined), [0, *accumulate(map(len, joined))]


_EVENT_PARTIES = (("by", "by"), ("to", "to"), ("from", "from_"), ("approved_by", "approved_by"))


def _keys_of(kind: type[Event]) -> tuple[tuple[str, str], ...]:
    """The keys of a kind of event that name parties, each with its attribute."""
    return tuple((key, name) for key, name in _EVENT_PARTIES if name in kind.__struct_fields__)


def public_texts(ledger: Ledger) -> Iterator[PlacedText]:
    """Every text that may be published. Issues that are kept out of publication are left out."""
    for filed in ledger.inspections:
        for route, text in texts_of_inspection(filed.record):
            yield filed.file, route, text
    for issue in ledger.issues:
        if not issue.record.publish.omit:
            yield from _of_issue(issue.file, issue.record)


def texts_of_inspection(inspection: Inspection) -> Iterator[tuple[Route, str]]:
    """The public texts of an inspection's own file; some are empty."""
    words = inspection.notice
    yield ("title",), inspection.title
    yield ("handed_over",), inspection.handed_over or ""
    yield from ((("headings", n, "text"), heading.text) for n, heading in enumerate(inspection.headings))
    yield ("notice", "basis"), words.basis or ""
    yield from ((("notice", "organisation", n), text) for n, text in enumerate(words.organisation))
    yield from ((("notice", "next_steps", n), text) for n, text in enumerate(words.next_steps))
    if words.contact:
        yield from ((("notice", "contact", name), text or "") for name, text in asdict(words.contact).items())


def _of_issue(file: str, issue: Issue) -> Iterator[PlacedText]:
    yield file, ("title",), issue.title
    for n, measure in enumerate(issue.measures):
        if measure.title:
            yield file, ("measures", n, "title"), measure.title
        yield file, ("measures", n, "public" if measure.public else "text"), measure.public_text


def every_text(ledger: Ledger) -> Iterator[PlacedText]:
    """Every text of inspections and issues, for the public or not."""
    records = ((filed.file, filed.record) for filed in ledger.inspections)
    for file, record in (*records, *((filed.file, filed.record) for filed in ledger.issues)):
        yield from ((file, route, text) for route, text in _leaves(record, ()))


def _leaves(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    match value:
        case str():
            yield route, value
        case Pending():
            yield route, value.what
        case Record():
            for name, key in keys_of(type(value)).items():
                yield from _leaves(getattr(value, name), (*route, key))
        case tuple():
            for n, part in enumerate(value):
                yield from _leaves(part, (*route, n))
        case Mapping():
            for key, part in value.items():
                yield from _leaves(part, (*route, key))


def inspection_behind(ledger: Ledger, file: str) -> Inspection | None:
    """The inspection that a file of public texts belongs to."""
    if file.startswith("issues/"):
        return ledger.inspection.get(inspection_of(file))
    return next((filed.record for filed in ledger.known_inspections if filed.file == file), None)


def document_numbers(ledger: Ledger) -> Iterator[PlacedText]:
    """The number of every document that events, evidence and limits of the clock name."""
    for filed in ledger.inspections:
        for name, limit in filed.record.clock.items():
            if limit.document:
                yield filed.file, ("clock", name, "document"), limit.document
    for file, route, event in chain.from_iterable(ledger.events_by_kind.values()):
        if event.document:
            yield file, (*route[:-1], "document"), event.document
        for n, evidence in enumerate(event.evidence) if event.evidence else ():
            if evidence.document:
                yield file, (*route[:-1], "evidence", n, "document"), evidence.document


def references(ledger: Ledger, but: Collection[str] = ()) -> Iterator[tuple[str, Route, str]]:
    """Every party that a file names, but those known: file, route, id."""
    yield from (placed for placed in _outside_issues(ledger) if placed[2] not in but)
    for issue in ledger.issues:
        yield from _in_issue(issue.file, issue.record, but)
    for kind, events in ledger.events_by_kind.items():
        for key, name in _keys_of(kind):
            for file, route, event in events:
                value = getattr(event, name)
                if value is not None:
                    yield from _named(file, (*route[:-1], key), value, but)


def _named(file: str, route: Route, value: str | tuple[str, ...], but: Collection[str]) -> Iterator[PlacedText]:
    if isinstance(value, str):
        if value not in but:
            yield file, route, value
    else:
        yield from ((file, (*route, n), party) for n, party in enumerate(value) if party not in but)


def _outside_issues(ledger: Ledger) -> Iterator[tuple[str, Route, str]]:
    yield SETTINGS_FILE, ("unit",), ledger.settings.unit
    for level, addressees in asdict(ledger.settings.policy.warn_to).items():
        named = ((("policy", "warn_to", level, n), party) for n, party in enumerate(addressees))
        yield from ((SETTINGS_FILE, route, party) for route, party in named if party not in ROLES)
    for filed in ledger.inspections:
        if filed.record.authority is not None:
            yield filed.file, ("authority",), filed.record.authority
        if filed.record.notice.issuer is not None:
            yield filed.file, ("notice", "issuer"), filed.record.notice.issuer


def _in_issue(file: str, issue: Issue, but: Collection[str]) -> Iterator[tuple[str, Route, str]]:
    if issue.owner not in but:
        yield file, ("owner",), issue.owner
    if issue.leader is not None and issue.leader not in but:
        yield file, ("leader",), issue.leader
    if issue.publish.approved_by is not None and issue.publish.approved_by not in but:
        yield file, ("publish", "approved_by"), issue.publish.approved_by
    for n, party in enumerate(issue.support):
        if party not in but:
            yield file, ("support", n), party
    for n, waiver in enumerate(issue.waivers):
        if waiver.approved_by not in but:
            yield file, ("waivers", n, "approved_by"), waiver.approved_by
    for n, measure in enumerate(issue.measures):
        if measure.owner is not None and measure.owner not in but:
            yield file, ("measures", n, "owner"), measure.owner
