"""Where templates run: they see their data and nothing else.

What is bounded: `range`, repeated values, powers, the size of the output. What is not: the time and memory that a
template made for it can waste. Run a stranger's template under a limit of your own, as CI does.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_REPEATED = 100_000


class Rendered(str):
    """What a macro or a `set` block made: template text, and data that is already escaped."""

    __slots__ = ()


def _rendered(parts: Iterable[str]) -> Rendered:
    return Rendered("".join(parts))


class Sandbox(ImmutableSandboxedEnvironment):
    """No files to include, no attributes with underscores, no silent gaps."""

    intercepted_binops = frozenset({"*", "**"})
    # joins what macros and blocks put out; Jinja's own subclass for native types does the same
    concat = staticmethod(_rendered)

    def __init__(self, **options: Any) -> None:
        """Take further options of Jinja's."""
        super().__init__(
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, **options
        )

    def generated(self, source: str, data: Mapping[str, object]) -> Iterator[str]:
        """What a template puts out; of the data, only what it names is looked up. Raises as Jinja does."""
        tree = self.parse(source)
        wanted = find_undeclared_variables(tree)
        named = {name: data[name] for name in data if name in wanted}
        template = self.template_class.from_code(self, self.compile(tree), self.make_globals(None))
        yield from template.generate(named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply within bounds."""
        if operator == "**" or max(_repeated(left, right), _repeated(right, left)) > MAX_REPEATED:
            raise SecurityError(f"{operator}: the result may be too large")
        return super().call_binop(context, operator, left, right)


def _repeated(value: object, times: object) -> int:
    return len(value) * times if isinstance(value, str | list | tuple) and isinstance(times, int) else 0
