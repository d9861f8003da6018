"""Where templates run: they see their data and nothing else, and what they may do has an end.

There are the filters, methods and operators that documents need; what each makes is bounded before it is made, and
paid for (see `work`). So a template that a stranger wrote wastes some seconds and some hundred megabytes at most.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJAS_FILTERS
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Context, LoopContext, Macro, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as JINJAS_TESTS
from jinja2.utils import Cycler, Joiner
from msgspec import Struct

from rectledger.render.filters import FILTERS, paid
from rectledger.render.metering import metered
from rectledger.render.work import CALL, MAX_BITS, Work, bound

MAX_REPEATED = 100_000
_TESTS = (
    *("defined", "undefined", "none", "boolean", "true", "false", "string", "number", "integer", "float"),
    *("sequence", "mapping", "iterable", "odd", "even", "divisibleby", "lower", "upper"),
    *("eq", "equalto", "==", "ne", "!=", "lt", "lessthan", "<", "le", "<=", "gt", "greaterthan", ">", "ge", ">="),
)
_GLOBALS = ("range", "dict", "cycler", "joiner", "namespace")
_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        (
            *("capitalize", "casefold", "lower", "swapcase", "title", "upper", "lstrip", "rstrip", "strip"),
            *("count", "endswith", "find", "index", "rfind", "rindex", "startswith", "removeprefix", "removesuffix"),
            *("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "isupper"),
            *("partition", "rpartition", "rsplit", "split", "splitlines"),
        )
    ),
    list: frozenset(("count", "index")),
    tuple: frozenset(("count", "index")),
    dict: frozenset(("get", "items", "keys", "values")),
}
"""Those whose results are no larger than what they are made from."""


class Rendered(str):
    """What a macro or a `set` block made: template text, and data that is already escaped."""

    __slots__ = ()


class _Generator(CodeGenerator):
    """Makes Python of a template, and notes the names that are looked up; Jinja's own way makes it a second time."""

    def enter_frame(self, frame: Frame) -> None:
        """Go into a block with names of its own."""
        super().enter_frame(frame)
        if isinstance(self.environment, Sandbox):
            looked_up = (name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE and name)
            self.environment.named.update(looked_up)


class Sandbox(ImmutableSandboxedEnvironment):
    """No files to include, no attributes with underscores, no silent gaps, no work without end. For one document."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, **options: Any) -> None:
        """Take further options of Jinja's."""
        # the optimizer would work while it compiles, before anybody counts
        super().__init__(
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            **options,
        )
        self.work = Work()
        self.named: set[str] = set()
        """What the template looks up, once it is compiled."""
        filters: Mapping[str, Any] = JINJAS_FILTERS
        tests: Mapping[str, Any] = JINJAS_TESTS
        self.filters = {name: paid(self.work, own or filters[name], name) for name, own in FILTERS.items()}
        self.tests = {name: paid(self.work, tests[name]) for name in _TESTS}
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.concat = self._concat  # type: ignore[method-assign]

    def generated(self, source: str, data: Mapping[str, object]) -> Iterator[str]:
        """What a template puts out; of the data, only what it names is looked up. Raises as Jinja does."""
        tree = self.parse(source)
        template = self.template_class.from_code(self, self.compile(tree), self.make_globals(None))
        yield from template.generate({name: data[name] for name in data if name in self.named})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return metered(super()._parse(source, name, filename))

    def _concat(self, parts: Iterable[str]) -> Rendered:
        """Joins what macros and blocks put out."""
        return Rendered("".join(self.work.joined(parts)))

    # what the rewritten template calls

    def spend(self, steps: int) -> None:
        """Pay for the body of a loop or a macro."""
        self.work.spend(steps)

    def weighed(self, value: object) -> object:
        """Pay for a value that is compared, copied or made."""
        return self.work.weighed(value)

    def joined(self, *values: object) -> str:
        """`~`."""
        self.work.joined(values)
        return markup_join(values) if self.autoescape else str_join(values)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read it: of a view all data, without what Jinja asks of other objects."""
        return not attr.startswith("_") if isinstance(obj, Struct) else super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call it: macros, loops, and what makes nothing larger than it was given."""
        owner = getattr(obj, "__self__", None)
        if owner is self or isinstance(obj, Macro | LoopContext | Joiner | Undefined):
            return True
        if isinstance(owner, LoopContext | Cycler | Joiner):
            return True
        if any(obj is known for known in self.globals.values()):
            return True
        names = next((names for kind, names in _METHODS.items() if isinstance(owner, kind)), frozenset[str]())
        return getattr(obj, "__name__", "") in names

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: PYI063 -- as Jinja has it
        """Call within bounds."""
        if getattr(__obj, "__self__", None) is self:
            return __obj(*args)
        for value in (*args, *(value for key, value in kwargs.items() if not key.startswith("_"))):
            self.work.weigh(value)
        self.work.spend(CALL)
        self.work.weigh(getattr(__obj, "__self__", None))
        return self.work.weighed(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate within bounds."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"{operator}: the result may be too large")
        if operator == "*" and (max(_repeated(left, right), _repeated(right, left)) > MAX_REPEATED):
            raise SecurityError(f"{operator}: the result may be too large")
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > MAX_BITS:
            raise SecurityError(f"{operator}: the number may be too large")
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            bound(len(left) + len(right))
        return self.work.weighed(super().call_binop(context, operator, left, right))


def _repeated(value: object, times: object) -> int:
    return len(value) * times if isinstance(value, str | list | tuple) and isinstance(times, int) else 0
