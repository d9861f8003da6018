"""Records of an import as files: laid out as people write them, with nothing folded."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from rectledger.source.emit import STEP, Value, block, entry, scalar

Maybe: TypeAlias = "Value | None"
"""A value, or none where the source does not say it."""
ISSUE_MODELINE = "# yaml-language-server: $schema=../../ledger/schema/issue.json\n"
INSPECTION_MODELINE = "# yaml-language-server: $schema=../schema/inspection.json\n"


def file_of(modeline: str, lines: Iterable[str]) -> str:
    """A file of lines."""
    return modeline + "".join(f"{line}\n" for line in lines)


def nested(key: str, lines: Sequence[str]) -> list[str]:
    """A mapping below a key, a line each; nothing where it is empty."""
    return [f"{key}:", *(" " * STEP + line for line in lines)] if lines else []


def paragraphs(key: str, texts: Sequence[str]) -> list[str]:
    """A list of texts below a key, a line each; nothing where it is empty."""
    return [f"{key}:", *(f"{' ' * STEP}- {scalar(text, flow=False)}" for text in texts)] if texts else []


def given(mapping: Mapping[str, Maybe]) -> list[str]:
    """The entries of a mapping that have a value, as lines."""
    return block({key: value for key, value in mapping.items() if value is not None and value != ""})


def items(key: str, values: Sequence[Value]) -> list[str]:
    """A list of mappings below a key; nothing where it is empty."""
    return entry(key, values) if values else []
