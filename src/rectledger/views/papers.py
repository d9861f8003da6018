"""What every template may use, and which of the built-in documents are not for the public."""

from collections.abc import Callable, Mapping

from rectledger.model.words import day_words
from rectledger.views.letters import letter_view
from rectledger.views.lists import lists_view
from rectledger.views.notice import notice_view
from rectledger.views.one_issue import closure_view, item_view
from rectledger.views.report import report_view
from rectledger.views.subject import Subject

MARK = "内部资料　不得外传"
"""Stands on every page of an internal document."""
INTERNAL = frozenset(("plan", "ledger", "warning", "closure"))
"""Documents that are internal by nature: docs/adr/0022-public-and-internal.md."""
LANDSCAPE = frozenset(("ledger",))
"""Documents whose one table needs the width."""
WARNING = "warning"
"""The document of which there is one to each party."""

VIEWS: Mapping[str, Callable[[Subject], object]] = {
    "notice": notice_view,
    "report": report_view,
    "lists": lists_view,
    "item": item_view,
    "closure": closure_view,
    "letter": letter_view,
    "day": lambda subject: day_words(subject.facts.day),
}
"""The views by the names that templates have for them; each is made when a template asks for it."""
