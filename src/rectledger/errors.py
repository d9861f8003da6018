"""The one exception that stops a command."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rectledger.diagnostics import Problem


class CannotRunError(Exception):
    """A command cannot run: exit code 2.

    `key` names a text of the catalogue, `values` fill it in; `problems` are
    findings that explain the refusal and are printed before it.
    """

    def __init__(self, key: str, /, *, problems: "Sequence[Problem]" = (), **values: object) -> None:
        """Keep what is to be said; the words are chosen where it is printed."""
        super().__init__(key)
        self.key = key
        self.values = values
        self.problems = tuple(problems)
