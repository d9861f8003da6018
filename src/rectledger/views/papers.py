"""What every template may use, and which of the built-in documents are not for the public."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TypeAlias

from rectledger.views.subject import Subject

View: TypeAlias = Callable[[Subject], object]

MARK = "内部资料　不得外传"
"""Stands on every page of an internal document."""
INTERNAL = frozenset(("plan", "ledger", "warning", "closure"))
"""Documents that are internal by nature: docs/adr/0022-public-and-internal.md."""
LANDSCAPE = frozenset(("ledger",))
"""Documents whose one table needs the width."""
WARNING = "warning"
"""The document of which there is one to each party."""

_MODULES: Mapping[str, str] = {
    "notice": "notice",
    "report": "report",
    "lists": "lists",
    "item": "one_issue",
    "closure": "one_issue",
    "letter": "letters",
    "day": "days",
}


class Views(Mapping[str, View]):
    """The views by the names that templates have for them; each is imported when it is asked for."""

    def __getitem__(self, name: str) -> View:
        view: View = getattr(import_module(f"rectledger.views.{_MODULES[name]}"), f"{name}_view")
        return view

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


VIEWS = Views()
"""What every template may use."""
