"""Which names of a template nobody knows, by the types of the views: also in branches that are not taken."""

import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from inspect import isclass
from types import NoneType, UnionType
from typing import Any

from jinja2 import nodes
from msgspec import Struct

from rectledger.views.papers import VIEWS

_ANYTHING = object()
"""The type of what nobody can tell."""
_SAME = frozenset(("list", "sort", "unique", "reverse", "select", "selectattr", "reject", "rejectattr", "default", "d"))
"""Filters that give the kind of what they are given."""
_ONE_OF = frozenset(("first", "last", "min", "max"))
_BUILT_IN = ("range", "dict", "cycler", "joiner", "namespace", "loop", "caller", "varargs", "kwargs")

Scope = Mapping[str, Any]


class Unknown(Struct, frozen=True):
    """A name that is not there, the line it stands on, and one that may have been meant."""

    line: int
    name: str
    near: str


def unknown_names(tree: nodes.Template) -> list[Unknown]:
    """Every name that a template has wrong."""
    scope = {**dict.fromkeys(_BUILT_IN, _ANYTHING), **{name: _kind_of_view(view) for name, view in VIEWS.items()}}
    reader = _Reader()
    reader.body(tree.body, scope)
    return reader.found


class _Reader:
    """Goes through a template and knows what each name stands for."""

    def __init__(self) -> None:
        self.found: list[Unknown] = []

    def body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Statements one after the other: what is set is known from there on."""
        inner = dict(scope)
        for node in body:
            self.statement(node, inner)

    def statement(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        """Look at a statement; what it sets is added to the scope."""
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Assign():
                scope |= _targets(node.target, self.kind(node.node, scope))
            case nodes.AssignBlock():
                self.body(node.body, scope)
                scope |= _targets(node.target, str)
            case nodes.Macro() | nodes.CallBlock():
                self._called(node, scope)
            case nodes.Expr():
                self.kind(node, scope)
            case _:
                for part in node.iter_child_nodes():
                    self.statement(part, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        inside = {**scope, **_targets(node.target, _item(self.kind(node.iter, scope)))}
        if node.test:
            self.kind(node.test, inside)
        self.body(node.body, inside)
        self.body(node.else_, scope)

    def _called(self, node: nodes.Macro | nodes.CallBlock, scope: dict[str, Any]) -> None:
        if isinstance(node, nodes.Macro):
            scope[node.name] = _ANYTHING
        else:
            self.kind(node.call, scope)
        self.body(node.body, {**scope, **{arg.name: _ANYTHING for arg in node.args}})

    def kind(self, node: nodes.Node, scope: Scope) -> Any:
        """What type the value of an expression has."""
        match node:
            case nodes.Name():
                return self._known(node, node.name, scope)
            case nodes.Getattr():
                return self._attribute(node, self.kind(node.node, scope))
            case nodes.Getitem():
                return _item(self.kind(node.node, scope))
            case nodes.Filter() if node.node is not None and node.name in _SAME | _ONE_OF:
                self._parts([*node.args], scope)
                inside = self.kind(node.node, scope)
                return _item(inside) if node.name in _ONE_OF else inside
            case nodes.Test() if node.name in {"defined", "undefined"}:
                return bool
            case _:
                self._parts(node.iter_child_nodes(), scope)
                return _ANYTHING

    def _parts(self, parts: Iterable[nodes.Node], scope: Scope) -> None:
        for part in parts:
            self.kind(part, scope)

    def _known(self, node: nodes.Node, name: str, known: Mapping[str, Any]) -> Any:
        if name in known:
            return known[name]
        self.found.append(Unknown(node.lineno, name, next(iter(get_close_matches(name, known, 1, 0.5)), "")))
        return _ANYTHING

    def _attribute(self, node: nodes.Getattr, kind: Any) -> Any:
        attributes = _attributes(kind)
        return _ANYTHING if attributes is None else self._known(node, node.attr, attributes)


def _kind_of_view(view: Callable[..., object]) -> Any:
    return typing.get_type_hints(view).get("return", _ANYTHING)


def _attributes(kind: Any) -> Mapping[str, Any] | None:
    """The public attributes of a view and their types; None for what is no view of ours."""
    if not isclass(kind) or not kind.__module__.startswith("rectledger."):
        return None
    hints = {name: hint for name, hint in typing.get_type_hints(kind).items() if not name.startswith("_")}
    computed = {
        name: typing.get_type_hints(value.fget).get("return", _ANYTHING)
        for name, value in vars(kind).items()
        if isinstance(value, property) and value.fget
    }
    return hints | {name: _ANYTHING for name in dir(kind) if not name.startswith("_") and name not in hints} | computed


def _item(kind: Any) -> Any:
    """The type of what is in a list."""
    kind = _whole(kind)
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if not isclass(origin) or not issubclass(origin, Sequence | Iterable) or not inside:
        return _ANYTHING
    return inside[0] if len(inside) == 1 or inside[1] is Ellipsis else _ANYTHING


def _whole(kind: Any) -> Any:
    """A type without None."""
    if typing.get_origin(kind) not in {UnionType, typing.Union}:
        return kind
    rest = [part for part in typing.get_args(kind) if part is not NoneType]
    return rest[0] if len(rest) == 1 else _ANYTHING


def _targets(target: nodes.Node, kind: Any) -> dict[str, Any]:
    """The names that are given a value, and what they then are."""
    if isinstance(target, nodes.Name):
        return {target.name: _whole(kind)}
    return {name.name: _ANYTHING for name in target.find_all(nodes.Name)}
