"""The last look at a text before it is written: no private name and no personal data, wherever they came from."""

import re
from collections.abc import Callable, Iterator

from rectledger.diagnostics import START_OF_FILE, Problem
from rectledger.facts.personal import contacts, masked, personal_data
from rectledger.facts.privacy import private_names
from rectledger.messages import Term
from rectledger.model.ledger import Ledger

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
LONGEST = 80
"""Characters of a sentence that are shown."""
LEAKS = frozenset(("RL501", "RL511"))
"""The rules that say of a ledger what is said here of a text."""


def leaked(text: str, ledger: Ledger, template: str) -> list[Problem]:
    """Every leak in a rendered text, with the sentence around it; the place is the template."""
    return [
        Problem(template, START_OF_FILE, key, values) for key, values in (*_names(text, ledger), *_data(text, ledger))
    ]


def _names(text: str, ledger: Ledger) -> Iterator[tuple[str, dict[str, object]]]:
    names = private_names(ledger)
    for leak in names.leaks(text):
        sentence = _sentence(text, leak, names.leaks)
        yield "RL501.rendered", {"name": leak.name, "public": leak.public, "sentence": sentence}


def _data(text: str, ledger: Ledger) -> Iterator[tuple[str, dict[str, object]]]:
    known = contacts(ledger)
    for datum in personal_data(text):
        if datum not in known:
            kind, sentence = Term(f"personal.{datum.kind}"), _sentence(text, datum, personal_data)
            yield "RL511.rendered", {"kind": kind, "shown": datum.masked, "sentence": sentence}


def _sentence(text: str, leak: object, leaks_of: Callable[[str], Iterator[object]]) -> str:
    """The first sentence that holds the leak, personal data masked; what is spread over several has none of its own."""
    return next((masked(sentence)[:LONGEST] for sentence in _sentences(text) if leak in leaks_of(sentence)), "…")


def _sentences(text: str) -> Iterator[str]:
    return (match[0].strip() for match in _SENTENCE.finditer(text))
