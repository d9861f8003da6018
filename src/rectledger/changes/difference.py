"""One difference, and what it belongs to."""

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What JSON can hold."""


class Area(IntEnum):
    """What a difference is about, in the order of their printing."""

    SETTINGS = 0
    PARTIES = 1
    INSPECTION = 2
    ISSUE = 3
    FILE = 4


class Group(NamedTuple):
    """What differences are grouped by: the settings, the parties, an inspection, an issue."""

    area: Area
    order: tuple[object, ...]
    """Among groups of its area."""
    id: str = ""
    ref: str = ""
    """The shortest reference that holds; of an issue that is gone, its id."""
    title: str = ""


class Difference(Struct, frozen=True):
    """Something that is not as it was.

    `kind` is the key that has another value, or says what happened to a record. `before` and
    `after` are the values as files have them, None where there is none. `key` names the text in
    the catalogue; `values` fill it in, among them events and wordings that are still to be worded.
    """

    group: Group
    ref: str
    kind: str
    before: Value
    after: Value
    key: str
    values: Mapping[str, object]
