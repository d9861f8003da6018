"""Events as text."""

from msgspec.structs import asdict

from rectledger.messages import Language, catalogue, say, word
from rectledger.model.events import Event
from rectledger.model.ledger import Ledger

_PARTIES = frozenset(("by", "to", "from_", "approved_by"))


def event_details(ledger: Ledger, event: Event, language: Language) -> str:
    """What an event says beside its day and kind, on one line."""
    parts = [
        _detail(ledger, name, value, language)
        for name, value in asdict(event).items()
        if value and name not in {"date", "event", "evidence"}
    ]
    parts += [say("show.evidence", language, {"what": e.document or e.file}) for e in event.evidence]
    return "；".join(part.strip().removesuffix("。") for part in parts if part)


def _detail(ledger: Ledger, name: str, value: object, language: Language) -> str:
    if name in _PARTIES:
        ids = value if isinstance(value, tuple) else (value,)
        value = "、".join(ledger.name_of(str(party)) for party in ids)
    elif f"{name}.{value}" in catalogue():
        value = word(f"{name}.{value}", language)
    label = say(f"field.{name}", language) if f"field.{name}" in catalogue() else ""
    return f"{label}{value}"
