"""What is wrong with a template, and where: whatever Jinja, the sandbox or its data raise becomes a TemplateProblem."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from types import TracebackType
from typing import Self

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from rectledger.errors import CannotRunError
from rectledger.messages import Phrase
from rectledger.render.escape import control_in
from rectledger.render.work import TooLongError, TooMuchError

# what Jinja and the expressions of a template raise
_ERRORS = (
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

    def __init__(self, key: str, /, template: str, line: int, reason: str, **more: object) -> None:
        """Keep what is to be said."""
        place = Phrase("place.line", {"line": line})
        super().__init__(key, template=template, place=place, reason=reason, **more)
        self.template, self.line, self.reason = template, line, reason

    def at(self, place: Phrase) -> Self:
        """The same, where lines are counted in another way."""
        self.values = {**self.values, "place": place}
        return self


class RefusalError(Exception):
    """A value that no document may hold, before its line is known."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key, self.reason = key, reason


@contextmanager
def problems_of(name: str) -> Iterator[None]:
    """Raises TemplateProblem for what goes wrong with the template of that name."""
    try:
        yield
    except RefusalError as error:
        raise TemplateProblem(error.key, name, _line(error), error.reason) from None
    except _ERRORS as error:
        raise TemplateProblem(_key(error), name, _line(error), _reason(error)) from None


def bounded(parts: Iterator[str], limit: int) -> Iterator[str]:
    """The pieces of a document. Raises RefusalError where they are too long together."""
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            raise RefusalError("cannot.template-size", str(limit))
        yield part


def printed(value: object) -> str:
    """What is printed for the value of an expression. Raises RefusalError for what no document may hold."""
    if type(value) is str:
        text = value
    elif isinstance(value, (str, int, float, Decimal)):
        text = "".join(value) if isinstance(value, str) else str(value)
    else:
        raise RefusalError("cannot.template-value", type(value).__name__)
    if bad := control_in(text):
        raise RefusalError("cannot.template-control", f"U+{ord(bad):04X}")
    return text


def _key(error: BaseException) -> str:
    match error:
        case TooMuchError():
            return "cannot.template-work"
        case TooLongError():
            return "cannot.template-size"
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
