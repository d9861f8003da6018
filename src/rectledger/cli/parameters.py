"""What a command's function says of its parameters: of each its mark, and what becomes of the words for it."""

import inspect
from collections.abc import Callable
from types import NoneType, UnionType
from typing import get_args, get_origin

from rectledger.cli.marks import Parameter


def parameters(command: Callable[..., None]) -> dict[str, Parameter]:
    """The parameters of a command by name, in their order, but for the first: what was said before it."""
    found = list(inspect.signature(command).parameters.values())[1:]
    return {each.name: _parameter(each) for each in found}


def _parameter(parameter: inspect.Parameter) -> Parameter:
    bare, mark = get_args(parameter.annotation)
    kind = next(each for each in get_args(bare) if each is not NoneType) if isinstance(bare, UnionType) else bare
    is_many = get_origin(kind) is list
    is_required = parameter.default is inspect.Parameter.empty
    return Parameter(mark, get_args(kind)[0] if is_many else kind, is_many=is_many, is_required=is_required)
