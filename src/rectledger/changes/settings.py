"""What differs in the settings, the calendars and the parties."""

from collections.abc import Iterator

from rectledger.changes.difference import Area, Difference, Group
from rectledger.changes.fields import Place, fields
from rectledger.changes.values import NOTHING
from rectledger.facts.revisions import Pair, Revisions, paired
from rectledger.messages import Term
from rectledger.model.ledger import PARTIES_FILE, SETTINGS_FILE
from rectledger.model.party import Party


def settings_differences(revisions: Revisions) -> Iterator[Difference]:
    """The unit, its policy, and what it makes of the rules."""
    place = _place(revisions, Area.SETTINGS, SETTINGS_FILE)
    before, after = place.before.settings, place.after.settings
    yield from fields(place, "settings", before, after, ("policy", "rules"))
    yield from fields(place, "policy", before.policy, after.policy)
    for code in sorted({*before.rules, *after.rules}):
        old, new = before.rules.get(code), after.rules.get(code)
        if old != new:
            shown = [Term(f"schema.settings.rules.{level}") if level else NOTHING for level in (old, new)]
            yield place.difference("rules", old, new, "change.rules", code=code, before=shown[0], after=shown[1])
    yield from _calendars(place)


def _calendars(place: Place) -> Iterator[Difference]:
    """Years with other days off. Only years that both sides count from their first feedback on are compared."""
    before, after = place.before.working_days, place.after.working_days
    first = max(min(before.years, default=9999), min(after.years, default=9999))
    for year in sorted(before.years | after.years):
        if year >= first and before.of_year(year) != after.of_year(year):
            values = {"year": year}
            yield place.difference("calendar", year in before.years, year in after.years, "change.calendar", **values)


def party_differences(revisions: Revisions) -> Iterator[Difference]:
    """Parties that are new, gone, renamed, or something else than they were."""
    place = _place(revisions, Area.PARTIES, PARTIES_FILE)
    if PARTIES_FILE in place.before.unread | place.after.unread:
        return
    for pair in paired(place.before.parties, place.after.parties, lambda party: party.id):
        yield from _party(Place(place.group, pair.record.id, place.before, place.after), pair)


def _party(place: Place, pair: Pair[Party]) -> Iterator[Difference]:
    before, after = pair.before, pair.after
    if before is None or after is None:
        kind = "party-added" if after else "party-removed"
        yield place.difference(kind, before, after, f"change.{kind}", name=pair.record.name)
        return
    if before.name != after.name:
        names = {"before": before.name, "after": after.name}
        yield place.difference("party-renamed", before.name, after.name, "change.party-renamed", **names)
    yield from fields(place, "party", before, after, ("id", "name"))


def _place(revisions: Revisions, area: Area, file: str) -> Place:
    return Place(Group(area, (), file, file), file, revisions.before.ledger, revisions.after.ledger)
