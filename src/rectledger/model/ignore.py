"""`ignores` of `ledger/ledger.yaml`: findings that do not count below some paths."""

import re
from functools import cache
from typing import Annotated

from rectledger.model.base import After, Record, RefusedError

_WILD = re.compile(r"(?:\*\*/)+|\*\*|\*|\?")
_MEANING = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


def parse_reason(value: str) -> str:
    """Text that is not empty. Raises RefusedError for one that is."""
    if not value:
        raise RefusedError("RL007", expected="text")
    return value


class Ignore(Record, frozen=True, kw_only=True):
    """Rules that do not count for the files of a path, and why."""

    path: str
    """Relative to the ledger root: `*` stands for any text without a `/`, `**` for any text."""
    rules: tuple[str, ...]
    """Codes, or beginnings of codes such as `RL5`."""
    reason: Annotated[str, After(parse_reason)]

    def names(self, code: str) -> bool:
        """Whether it is about a rule."""
        return any(rule and code.startswith(rule) for rule in self.rules)

    def covers(self, file: str, code: str) -> bool:
        """Whether it is about a rule in a file."""
        return self.names(code) and bool(_pattern(self.path).fullmatch(file))


@cache
def _pattern(path: str) -> re.Pattern[str]:
    """The pattern of a path; `**/` is any number of folders, none included."""
    words = _WILD.split(path)
    wild = [_MEANING.get(sign, "(?:[^/]+/)*") for sign in _WILD.findall(path)]
    return re.compile("".join(re.escape(word) + sign for word, sign in zip(words, [*wild, ""], strict=True)), re.DOTALL)
