"""What a command's function says of its parameters: of each its mark, and what becomes of the words for it."""

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from rectledger.cli.marks import Parameter


def parameters(command: Callable[..., None]) -> dict[str, Parameter]:
    """The parameters of a command by name, in their order, but for the first: what was said before it."""
    _said, *names = (name for name in command.__annotations__ if name != "return")
    required = len(names) - len(command.__defaults__ or ())
    return {
        name: _parameter(command.__annotations__[name], is_required=place < required)
        for place, name in enumerate(names)
    }


def _parameter(annotation: Any, *, is_required: bool) -> Parameter:  # what `Annotated[…]` makes
    bare, mark = get_args(annotation)
    kind = next(each for each in get_args(bare) if each is not NoneType) if isinstance(bare, UnionType) else bare
    is_many = get_origin(kind) is list
    return Parameter(mark, get_args(kind)[0] if is_many else kind, is_many=is_many, is_required=is_required)
