"""The fields of one record, before and after."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Protocol

from msgspec import Struct

from rectledger.changes.difference import Difference, Group
from rectledger.changes.values import plain, shown
from rectledger.changes.wording import Wording
from rectledger.messages import Term
from rectledger.model.base import Record, keys_of
from rectledger.model.ledger import Ledger

PROSE = frozenset(
    ("title", "text", "public", "name", "goal", "standard", "cause", "also_checked", "basis", "handed_over", "role")
)
"""Fields whose words are compared one by one."""


class Place(Struct, frozen=True):
    """What differences are said about: their group, a reference, and the ledgers that know the parties' names."""

    group: Group
    ref: str
    before: Ledger
    after: Ledger

    def difference(self, kind: str, before: Any, after: Any, key: str, /, **values: object) -> Difference:
        """A difference here."""
        return Difference(self.group, self.ref, kind, plain(before), plain(after), key, values)

    def field(self, section: str, name: str, alias: str, before: Any, after: Any) -> Difference:
        """A field that has another value: a text with its words compared, anything else as it was and is."""
        label = Term(f"schema.{section}.{alias}")
        if name in PROSE and before and after:
            return self.difference(alias, before, after, "change.reworded", field=label, words=Wording(before, after))
        old, new = shown(name, before, section, self.before), shown(name, after, section, self.after)
        return self.difference(alias, before, after, "change.field", field=label, before=old, after=new)


def fields(
    place: Place, section: str, before: Record, after: Record, skip: Collection[str] = ()
) -> Iterator[Difference]:
    """Every field of a record that has another value, but for those that somebody else tells of."""
    for name, key in keys_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if name not in skip and old != new:
            yield place.field(section, name, key, old, new)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def reordered(place: Place, kind: str, before: Sequence[_Named], after: Sequence[_Named]) -> Iterator[Difference]:
    """Whether the records that are there before and after stand in another order, from which numbers are counted."""
    old, new = [record.id for record in before], [record.id for record in after]
    was, now = [name for name in old if name in new], [name for name in new if name in old]
    if was != now:
        yield place.difference(kind, was, now, f"change.{kind}", before="、".join(was), after="、".join(now))
