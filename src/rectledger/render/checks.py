"""What editors check of a value. The model reads text; editors read a plain `2025` as a number, so both are taken.

`errorMessage` and a snippet's `description` name a text of the catalogue.
"""

from collections.abc import Callable, Mapping
from typing import Any

from rectledger.model.base import Record, parse_count, parse_day, parse_flag, parse_identifier
from rectledger.model.calendar import parse_year
from rectledger.model.due import parse_due
from rectledger.model.events import Completed, Evidence, one_or_many, parse_digest, parse_path
from rectledger.model.settings import parse_decimals, parse_span

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"]}
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_MONTH = "[0-9]{4}-(0[1-9]|1[0-2])"
_WAITS = r"feedback\+[0-9]{1,4}(wd|d|m)|clock\.\S+|pending:\s*\S[\s\S]*"
_IDENTIFIER = {**TEXT, "pattern": r"^(?!\.{1,2}$)[^\s/\\]+$", "errorMessage": "RL008.id"}
_COUNT: Schema = {"type": ["integer", "string"], "minimum": 0, "maximum": 9999}

SHAPES: Mapping[Callable[..., Any], Schema] = {
    parse_day: {"type": "string", "pattern": f"^{_DAY}$", "errorMessage": "RL009"},
    parse_count: {**_COUNT, "pattern": "^[0-9]{1,4}$", "errorMessage": "type.count"},
    parse_year: {**_COUNT, "pattern": "^[0-9]{4}$", "errorMessage": "type.year"},
    parse_decimals: {**_COUNT, "maximum": 2, "pattern": "^[0-9]{1,4}$", "errorMessage": "type.count"},
    parse_flag: {"type": ["boolean", "string"], "pattern": "^(true|false)$", "errorMessage": "type.flag"},
    parse_identifier: _IDENTIFIER,
    one_or_many: {**_IDENTIFIER, "type": ["string", "number", "array"], "items": _IDENTIFIER},
    parse_span: {"type": "string", "pattern": "^[0-9]{1,4}[hd]$", "errorMessage": "RL008.span"},
    parse_digest: {**TEXT, "pattern": "^[0-9a-f]{64}$", "errorMessage": "RL008.sha256"},
    parse_path: {
        **TEXT,
        "pattern": r"^(?!/)(?![^/]*:)(?!(.*/)?\.\.(/|$))[^\\]+$",
        "errorMessage": "RL008.path",
    },
    parse_due: {
        "type": ["string", "integer", "object"],
        "pattern": f"^({_DAY}|{_MONTH}|[0-9]{{4}}|{_WAITS})$",
        "minimum": 1,
        "maximum": 9999,
        "errorMessage": "RL009.due",
        # editors would offer the mapping first if it stood beside the pattern
        "if": {"type": "object"},
        "then": {"properties": {"pending": TEXT}, "required": ["pending"], "additionalProperties": False},
        "defaultSnippets": [
            {"label": form, "body": form, "description": f"schema.due.{name}"}
            for name, form in {
                "day": "2025-06-30",
                "month": "2025-06",
                "year": "2025",
                "months": "feedback+3m",
                "days": "feedback+30d",
                "working-days": "feedback+15wd",
                "clock": "clock.report",
                "pending": "'pending: …'",
            }.items()
        ],
    },
}
"""By what the model reads the value with."""

_NOT_BOTH: Schema = {"type": "null", "errorMessage": "RL006.evidence", "doNotSuggest": True}
TOGETHER: Mapping[type[Record], Schema] = {
    Completed: {
        "if": {"required": ["extent"], "properties": {"extent": {"const": "partial"}}},
        "then": {"required": ["left"], "properties": {"left": TEXT}},
    },
    Evidence: {
        "if": {"required": ["document"], "properties": {"document": TEXT}},
        "then": {"properties": dict.fromkeys(("file", "sha256"), _NOT_BOTH)},
        "else": {"required": ["file", "sha256"], "properties": dict.fromkeys(("file", "sha256"), TEXT)},
    },
}
"""What a record asks of its keys together."""
