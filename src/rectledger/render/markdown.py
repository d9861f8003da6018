"""Templates to Markdown: data is escaped, whatever a template does with it; a broken template says where."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import TracebackType

from jinja2 import TemplateError, TemplateSyntaxError, Undefined, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from rectledger.errors import CannotRunError
from rectledger.render.escape import CONTROL, escaped
from rectledger.render.sandbox import Rendered, Sandbox

MAX_CHARACTERS = 20_000_000
"""Some 50 MB; 10,000 issues make a fifth of it."""

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
# what Jinja and the expressions of a template raise
_TEMPLATE_ERRORS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


class TemplateProblem(CannotRunError):  # noqa: N818 -- what is wrong is the template, not the program
    """A template cannot be rendered: its name, the line, and the reason as Jinja or the sandbox has it."""

    def __init__(self, key: str, /, template: str, line: int, reason: str) -> None:
        """Keep what is to be said."""
        super().__init__(key, template=template, line=line, reason=reason)
        self.template, self.line, self.reason = template, line, reason


class _Refusal(Exception):  # noqa: N818
    """A value that no document may hold, before its line is known."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key, self.reason = key, reason


def render_markdown(template_source: str, name: str, context: Mapping[str, object]) -> str:
    """The document that a template makes of its data, of which only what it names is looked up. Raises TemplateProblem.

    Never more than one blank line in a row, and one line feed at the end.
    """
    try:
        text = "".join(_bounded(Sandbox(finalize=_finalized).generated(template_source, context)))
    except _Refusal as error:
        raise TemplateProblem(error.key, name, _line(error), error.reason) from None
    except _TEMPLATE_ERRORS as error:
        raise TemplateProblem(_key(error), name, _line(error), _reason(error)) from None
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def _bounded(parts: Iterator[str]) -> Iterator[str]:
    size = 0
    for part in parts:
        size += len(part)
        if size > MAX_CHARACTERS:
            raise _Refusal("cannot.template-size", str(MAX_CHARACTERS))
        yield part


# with the context it is called for every value, while a template is rendered: only then is the line known
@pass_context
def _finalized(_context: Context, value: object) -> str:
    """What is printed for the value of an expression: texts escaped, numbers as they are, nothing else."""
    if isinstance(value, Rendered | Undefined):
        # an undefined value raises when it becomes a text
        return str(value)
    if not isinstance(value, str | int | float | Decimal):
        raise _Refusal("cannot.template-value", type(value).__name__)
    text = str(value)
    if bad := CONTROL.search(text):
        raise _Refusal("cannot.template-control", f"U+{ord(bad[0]):04X}")
    return escaped(text) if isinstance(value, str) else text


def _key(error: BaseException) -> str:
    match error:
        case SecurityError():
            return "cannot.template-unsafe"
        case UndefinedError():
            return "cannot.template-name"
        case _:
            return "cannot.template"


def _reason(error: BaseException) -> str:
    """The name that is missing, else what was said."""
    message = " ".join(str(error).split()) or type(error).__name__
    quoted = re.findall("'([^']*)'", message) if type(error) is UndefinedError else []
    return quoted[-1] if quoted else message


def _line(error: BaseException) -> int:
    """The line of the template; 1 where nobody knows."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    # Jinja puts frames of the template's lines into the traceback, and marks them so
    marked = (frame for frame in _frames(error.__traceback__) if "__jinja_exception__" in frame.tb_frame.f_globals)
    lines = [frame.tb_lineno for frame in marked]
    return lines[-1] if lines else 1


def _frames(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback:
        yield traceback
        traceback = traceback.tb_next
