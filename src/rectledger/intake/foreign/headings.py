"""Headings of a table: those that the inspection has, and new ones for the others."""

from msgspec import Struct, field

from rectledger.intake.handed_over import bare_words, heading_of
from rectledger.model.inspection import Inspection
from rectledger.source.emit import Value


class Headings(Struct):
    """The headings of an inspection, and those that are new."""

    inspection: Inspection
    new: list[Value] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def id_of(self, words: str) -> tuple[str, bool]:
        """The id of the heading that words mean, and whether it is new."""
        key = bare_words(words) or words
        if key in self._ids:
            return self._ids[key], False
        known = heading_of(words, self.inspection)
        self._ids[key] = known or self._add(words)
        return self._ids[key], known is None

    def _add(self, words: str) -> str:
        taken = {heading.id for heading in self.inspection.headings}
        self._count += 1
        while (ident := f"h{len(taken) + self._count}") in taken:
            self._count += 1
        self.new.append({"id": ident, "text": words})
        return ident
