"""Why data is no record: pydantic reads it by the same types, and says everything that is wrong with it."""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import structs
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from rectledger.model.base import After, Before, Parsed, Record, RefusedError, types_of

_KNOWN_KEYS_ONLY = ConfigDict(extra="forbid", hide_input_in_errors=True)
_MARKS: dict[type, Callable[[Any], Any]] = {Parsed: PlainValidator, Before: BeforeValidator, After: AfterValidator}


def errors_in(wanted: Any, data: Any) -> list[ErrorDetails]:
    """Everything that keeps data from being of a type of the model; empty for data that is."""
    try:
        _adapter(wanted).validate_python(data)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


@cache
def _adapter(wanted: Any) -> TypeAdapter[Any]:
    return TypeAdapter(_explained(wanted))


def _explained(wanted: Any) -> Any:
    """A type of the model as pydantic has it."""
    if isinstance(wanted, type) and issubclass(wanted, Record):
        return _model(wanted)
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _marked(parts[0], parts[1:])
    if origin is Literal or not parts:
        return wanted
    inside = tuple(part if part is ... else _explained(part) for part in parts)
    if origin not in {Union, UnionType}:
        return origin[inside]
    union: Any = Union.__getitem__(inside)
    return union if NoneType in parts else Annotated[union, Field(discriminator="event")]


def _marked(wanted: Any, marks: tuple[Any, ...]) -> Any:
    parsed = any(isinstance(mark, Parsed) for mark in marks)
    functions = (_MARKS[type(mark)](_telling(mark.func)) for mark in marks)
    return Annotated[(Any if parsed else _explained(wanted), *functions)]


@cache
def _model(record: type[Record]) -> type[BaseModel]:
    """A record as a model with the same fields and checks."""
    types = types_of(record)
    fields: dict[str, Any] = {
        field.name: (
            _explained(types[field.name]),
            Field(... if field.required else field.default, alias=field.encode_name),
        )
        for field in structs.fields(record)
    }
    together = getattr(record, "__post_init__", None)
    checks: dict[str, Any] = {"together": model_validator(mode="after")(_looking(together))} if together else {}
    return create_model(record.__name__, __config__=_KNOWN_KEYS_ONLY, __validators__=checks, **fields)


def _telling(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of the model with its refusals as pydantic takes them."""

    def telling(value: Any) -> Any:
        try:
            return function(value)
        except RefusedError as error:
            raise PydanticCustomError("rectledger", "refused", {"key": error.key, **error.values}) from None

    return telling


def _looking(function: Callable[[Any], None]) -> Callable[[Any], Any]:
    """The same of one that looks at a whole record."""
    telling = _telling(function)

    def looking(model: Any) -> Any:
        telling(model)
        return model

    return looking
