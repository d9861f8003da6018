"""People, sections, outside bodies and places, and the name each has in public."""

from typing import Annotated, Literal

from rectledger.model.base import Day, Identifier, OptionalList, Record

PartyKind = Literal["unit", "person", "section", "authority", "company", "site", "place"]


class Active(Record, frozen=True, kw_only=True):
    """When a person is in post; an open end means from the beginning, or until further notice."""

    from_: Day | None = None
    to: Day | None = None


class Party(Record, frozen=True, kw_only=True):
    """Somebody or something that records refer to by id."""

    id: Identifier
    name: str
    also: Annotated[tuple[str, ...], OptionalList] = ()
    """Other spellings, none of which may reach the public where `public` is set."""
    kind: PartyKind
    public: str | None = None
    """The name in public; absent: may be named."""
    role: str | None = None
    active: Active | None = None

    @property
    def public_name(self) -> str:
        """What public texts call this party."""
        return self.public or self.name

    @property
    def private_names(self) -> tuple[str, ...]:
        """Every spelling that must not reach the public."""
        return (self.name, *self.also) if self.public and self.public != self.name else ()
