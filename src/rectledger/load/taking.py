"""Data that is right to records. Whatever is not is left alone: `explaining` says what is wrong with it."""

from collections.abc import Callable, Mapping
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NoReturn, TypeAlias, TypeVar, Union, cast, get_args, get_origin

from rectledger.model.base import After, Before, Parsed, Record, keys_of, types_of
from rectledger.model.events import KINDS

R = TypeVar("R", bound=Record)
Take: TypeAlias = Callable[[Any], Any]


class NotTakenError(Exception):
    """Data that is not what a type asks for."""


def take(wanted: type[R], data: Any) -> R:
    """Data as a record. Raises NotTakenError or RefusedError for what is none."""
    return cast("R", taker(wanted)(data))


@cache
def taker(wanted: Any) -> Take:
    """What takes data as a type of the model; it raises NotTakenError or RefusedError."""
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _marked(parts[0], parts[1:])
    if origin is Literal:
        return _choice(parts)
    if origin is tuple:
        return _list(parts[0]) if ... in parts else _row(parts)
    if origin is Mapping:
        return _mapping(parts[1])
    if origin in {Union, UnionType}:
        return _optional(parts) if NoneType in parts else _event()
    return _text if wanted is str else _record(wanted)


def _refuse() -> NoReturn:
    raise NotTakenError


def _text(data: Any) -> str:
    return data if type(data) is str else _refuse()


def _marked(wanted: Any, marks: tuple[Any, ...]) -> Take:
    """What takes data through the functions of its marks."""
    parsed = [mark.func for mark in marks if isinstance(mark, Parsed)]
    before = [mark.func for mark in reversed(marks) if isinstance(mark, Before)]
    after = [mark.func for mark in marks if isinstance(mark, After)]
    return reduce(_behind, [*before, *(parsed or [taker(wanted)]), *after])


def _behind(first: Take, then: Take) -> Take:
    return lambda data: then(first(data))


def _choice(choices: tuple[str, ...]) -> Take:
    own = {choice: choice for choice in choices}
    return lambda data: own.get(_text(data)) or _refuse()


def _list(wanted: Any) -> Take:
    take = taker(wanted)
    return lambda data: tuple(map(take, data)) if type(data) is list or data == () else _refuse()


def _row(wanted: tuple[Any, ...]) -> Take:
    takes = [taker(one) for one in wanted]

    def row(data: Any) -> tuple[Any, ...]:
        if type(data) is not list or len(data) != len(takes):
            _refuse()
        return tuple(take(item) for take, item in zip(takes, data, strict=True))

    return row


def _mapping(wanted: Any) -> Take:
    take = taker(wanted)
    return lambda data: {key: take(item) for key, item in data.items()} if type(data) is dict else _refuse()


def _optional(parts: tuple[Any, ...]) -> Take:
    inside = tuple(part for part in parts if part is not NoneType)
    take = taker(Union[inside])  # noqa: UP007  # made of as many as there are
    return lambda data: None if data is None else take(data)


def _event() -> Take:
    """What takes one of the kinds of events, by what it says it is."""
    takes = {name: taker(kind) for name, kind in KINDS.items()}

    def event(data: Any) -> Any:
        try:
            take = takes[data["event"]]
        except (KeyError, TypeError):  # of no kind, or no mapping
            raise NotTakenError from None
        return take(data)

    return event


def _record(wanted: type[Record]) -> Take:
    types = types_of(wanted)
    fields = {key: (name, _of_text(types[name]), taker(types[name])) for name, key in keys_of(wanted).items()}

    def record(data: Any) -> Any:
        if type(data) is not dict:
            _refuse()
        values = {}
        try:
            for key, item in data.items():
                name, of_text, take = fields[key]
                if type(item) is not str:
                    values[name] = take(item)
                else:
                    values[name] = of_text(item) if of_text else item
            return wanted(**values)
        except (KeyError, TypeError):  # a key that no record has, or one that is missing
            raise NotTakenError from None

    return record


def _of_text(wanted: Any) -> Take | None:
    """What takes text as a type, which most data is; None where the text itself is the value."""
    origin, parts = get_origin(wanted), get_args(wanted)
    if wanted is str:
        return None
    if origin in {Union, UnionType} and len(parts) == 2 and parts[1] is NoneType:
        return _of_text(parts[0])
    if origin is Literal:
        return {choice: choice for choice in parts}.__getitem__
    if origin is Annotated and len(parts) == 2 and isinstance(parts[1], (Parsed, After) if parts[0] is str else Parsed):
        return parts[1].func
    return taker(wanted)
