"""The last look at a text before it is written: no private name may be in it, wherever it came from."""

import re
from collections.abc import Iterator

from rectledger.diagnostics import START_OF_FILE, Problem
from rectledger.facts.privacy import Leak, PrivateNames, private_names
from rectledger.model.ledger import Ledger

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
LONGEST = 80
"""Characters of a sentence that are shown."""


def leaked(text: str, ledger: Ledger, template: str) -> list[Problem]:
    """Every private name that a rendered text holds, with the sentence around it; the place is the template."""
    names = private_names(ledger)
    return [
        Problem(
            template,
            START_OF_FILE,
            "RL501.rendered",
            {"name": leak.name, "public": leak.public, "sentence": _sentence(text, leak, names)},
        )
        for leak in names.leaks(text)
    ]


def _sentence(text: str, leak: Leak, names: PrivateNames) -> str:
    """The first sentence that holds the name; a name that is spread over several has none of its own."""
    return next((sentence[:LONGEST] for sentence in _sentences(text) if leak in names.leaks(sentence)), "…")


def _sentences(text: str) -> Iterator[str]:
    return (match[0].strip() for match in _SENTENCE.finditer(text))
