"""What a command's function says of its parameters, beside their types: how they are written and what the help says.

Imports nothing: `table` marks with them what has to be read before anything is imported.
"""

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Option:
    """A parameter that is written behind a flag of its own."""

    __slots__ = ("choices", "env", "flags", "help", "least", "metavar", "most")

    def __init__(
        self,
        *flags: str,
        help: str,  # noqa: A002  # as everybody calls it
        metavar: str | None = None,
        env: str | None = None,
        choices: tuple[str, ...] = (),
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        self.flags = flags
        self.help = help
        self.metavar = metavar
        self.env = env
        """The variable of the environment that stands in for it."""
        self.choices = choices
        """What it may be; empty where that is not listed here. An enumeration lists them itself."""
        self.least = least
        self.most = most

    def allows(self, value: "Any") -> bool:
        """Whether a value is one of those that are listed here, and not too small or too large."""
        chosen = not self.choices or value in self.choices
        return chosen and (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


class Argument:
    """A parameter that is a word of its own."""

    __slots__ = ("help", "metavar")

    def __init__(self, metavar: str, help: str) -> None:  # noqa: A002  # as everybody calls it
        self.metavar = metavar
        self.help = help


class Parameter:
    """A mark, and what becomes of the words written for it."""

    __slots__ = ("is_many", "is_required", "kind", "mark")

    def __init__(
        self,
        mark: "Option | Argument",
        kind: "Callable[[str], Any]" = str,
        *,
        is_many: bool = False,
        is_required: bool = False,
    ) -> None:
        self.mark = mark
        self.kind = kind
        """Makes a value of a word; of a flag alone, `bool`."""
        self.is_many = is_many
        self.is_required = is_required
