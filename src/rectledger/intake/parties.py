"""Names of a source to parties: those that the ledger knows, and new ones for the others."""

import re
from itertools import count

from msgspec import Struct, field

from rectledger.facts.privacy import normalised
from rectledger.facts.unverified import MARK
from rectledger.model.ledger import Ledger
from rectledger.model.party import PartyKind
from rectledger.source.emit import Value

NEW_ROLE = f"{MARK}导入时新增，类别是按名称推测的"
"""Stands where a person's post would, until somebody has looked."""
_KINDS: tuple[tuple[PartyKind, str], ...] = (
    ("company", r"(?:公司|厂|企业|集团|商店|酒店)$"),
    ("section", r"(?:科|股|处|室|队|所|站|中心|分局|支部|部门|专班|工作组)$"),
    (
        "authority",
        r"(?:局|委|厅|办|部|院|政府|党组|党委|纪委|组|会|区|县|市|省|镇|乡|街道|学校|大学|学院|医院|银行|协会)$",
    ),
)


class Parties(Struct):
    """The parties of a ledger, and those that are new."""

    ledger: Ledger
    new: list[dict[str, Value]] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Know every name that the ledger has."""
        for party in reversed(self.ledger.parties):
            for name in (party.id, *party.also, party.name):
                self._ids[normalised(name)] = party.id
            self._taken.add(party.id)

    def id_of(self, name: str, kind: PartyKind | None = None) -> str:
        """The id of the party of a name; a new one where nobody has it."""
        key = normalised(name)
        if key not in self._ids:
            self._ids[key] = self._add(name, kind or kind_of_name(name))
        return self._ids[key]

    def _add(self, name: str, kind: PartyKind) -> str:
        ident = self._free(re.sub(r"[\s/\\]+", "", name).strip(".") or "party")
        self.new.append({"id": ident, "name": name, "kind": kind, "role": NEW_ROLE})
        return ident

    def _free(self, wanted: str) -> str:
        """An id that nobody has."""
        ident = next(ident for n in count() if (ident := f"{wanted}-{n}" if n else wanted) not in self._taken)
        self._taken.add(ident)
        return ident


def kind_of_name(name: str) -> PartyKind:
    """What a name seems to be: a short one without the words of an office is a person's."""
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, name)), None)
    if kind is None:
        return "person" if re.fullmatch("[㐀-鿿·]{2,5}", name) else "authority"
    return kind
