"""Rewrites a template so that it pays for what it does: each body that may run again, each value that may be long."""

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from rectledger.render.work import CALL


def metered(tree: nodes.Template) -> nodes.Template:
    """The same template, with calls of the sandbox's `spend`, `weighed` and `joined` in it."""
    made = _Meter().visit(tree)
    if not isinstance(made, nodes.Template):
        raise TypeError(made)
    made.set_environment(tree.environment)  # type: ignore[arg-type]
    return made


class _Meter(NodeTransformer):
    """Puts the calls in, from the inside out."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 -- as Jinja names it
        return self._paying(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._paying(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._paying(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _call("joined", *node.nodes, line=node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        for operand in node.ops:
            operand.expr = _weighed(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _weighed(node) if isinstance(node.arg, nodes.Slice) else node

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        return _weighed(self.generic_visit(node))

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        return _weighed(self.generic_visit(node))

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _weighed(node) if node.ctx == "load" else node

    def _paying(self, node: nodes.For | nodes.Macro | nodes.CallBlock) -> nodes.Node:
        """A body that begins by paying for a call and for as many steps as it has nodes."""
        steps = sum(1 for part in node.body for _ in part.find_all(nodes.Node)) + CALL
        self.generic_visit(node)
        line = node.lineno
        node.body.insert(0, nodes.ExprStmt(_call("spend", nodes.Const(steps), line=line), lineno=line))
        return node


def _weighed(node: nodes.Node) -> nodes.Expr:
    if not isinstance(node, nodes.Expr):
        raise TypeError(node)
    return node if isinstance(node, nodes.Const) else _call("weighed", node, line=node.lineno)


def _call(name: str, *arguments: nodes.Node, line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), [*arguments], [], None, None, lineno=line)
