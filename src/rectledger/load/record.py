"""One file's bytes to one record. Depends on nothing but the bytes, so it can be cached or done elsewhere."""

from typing import Any

from msgspec import Struct

from rectledger.diagnostics import Problem
from rectledger.load.kinds import Kind
from rectledger.load.shapes import MODELS
from rectledger.load.taking import NotTakenError, taker
from rectledger.model.base import RefusedError
from rectledger.source.plain_flow import Data
from rectledger.source.text import UnreadableError, decode
from rectledger.source.tree import Tree
from rectledger.source.yaml import parse


class Reading(Struct, frozen=True):
    """What a file gave: a record, or the problems that kept it from being one."""

    record: Any
    problems: tuple[Problem, ...] = ()


def data_of(tree: Tree, file: str) -> Data:
    """The data of a file; None where something is wrong with it."""
    try:
        values, findings = parse(decode(tree.read(file)))
    except UnreadableError:
        return None
    return None if findings else values


def record_of(kind: Kind, values: Data) -> Reading | None:
    """The record of the data of a file; None where it is none."""
    try:
        return Reading(taker(MODELS[kind])(values))
    except (NotTakenError, RefusedError):
        return None


def read_record(kind: Kind, file: str, data: bytes) -> Reading:
    """The record of a file, or everything that is wrong with it."""
    try:
        text = decode(data)
        values, findings = parse(text)
    except UnreadableError as error:
        return Reading(None, tuple(Problem(file, f.span, f.key, f.values) for f in error.findings))
    problems = [Problem(file, f.span, f.key, f.values) for f in findings]
    try:
        record = taker(MODELS[kind])(values)
    except (NotTakenError, RefusedError):
        # pydantic takes longer to import than most ledgers to read
        from rectledger.load.refusals import refusals  # noqa: PLC0415

        return Reading(None, (*problems, *refusals(kind, file, text, values)))
    return Reading(None if problems else record, tuple(problems))
