"""Values of records: as JSON has them, and as readers see them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import NODEFAULT, structs

from rectledger.changes.difference import Value
from rectledger.messages import Term, catalogue
from rectledger.model.base import Record
from rectledger.model.due import written_due
from rectledger.model.ledger import Ledger

NOTHING = "—"
PARTIES = frozenset(("approved_by", "authority", "by", "from_", "issuer", "leader", "owner", "support", "to", "unit"))
"""Fields that hold ids of parties."""


def plain(value: Any) -> Value:
    """A value as a file has it, in what JSON can hold; None for an empty list as for nothing."""
    match value:
        case None | () | "":
            return None
        case bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case Record():
            return {alias: plain(held) for alias, held in set_fields(value).items()}
        case Mapping():
            return {str(key): plain(held) for key, held in value.items()}
        case tuple() | list() | frozenset():
            return [plain(held) for held in value]
        case _:
            return written_due(value)


def set_fields(record: Record) -> dict[str, Any]:
    """What a record says by the keys of its file; what goes without saying is left out."""
    values = ((field, getattr(record, field.name)) for field in structs.fields(record))
    return {field.encode_name: value for field, value in values if field.required or value != _unsaid(field)}


def _unsaid(field: structs.FieldInfo) -> Any:
    """What a field is where the file does not say."""
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


def shown(name: str, value: Any, section: str, ledger: Ledger) -> object:
    """A value as readers see it: parties by name, words of the format in the reader's language."""
    if value is None or value in ((), ""):
        return NOTHING
    if name in PARTIES:
        ids = value if isinstance(value, tuple) else (value,)
        return "、".join(map(ledger.name_of, ids))
    for term in (f"{name}.{value}", f"schema.{section}.{name}.{value}"):
        if isinstance(value, str) and term in catalogue():
            return Term(term)
    return flow(plain(value))


def flow(value: Value) -> str:
    """A value on one line, as flow YAML has it."""
    match value:
        case None:
            return NOTHING
        case bool():
            return "true" if value else "false"
        case list():
            return "、".join(map(flow, value))
        case dict():
            return ", ".join(f"{key}: {flow(held)}" for key, held in value.items()) or NOTHING
        case _:
            return str(value)
