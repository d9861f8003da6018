"""Personal data in a text: mobile numbers, identity numbers, bank cards, e-mail addresses."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rectledger.facts.privacy import compatible
from rectledger.model.ledger import Ledger

SUSPECT = re.compile(r"[0-9０-９@＠](?:[0-9０-９]{2}|(?<=[@＠]))")
"""What every text with personal data has: three digits, or the sign of an address; by the first character."""
_MOBILE = r"(?:\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
_IDENTITY = r"[1-9][0-9]{5}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx]"
_CARD = r"[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?"
_EMAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
# a longer code, a decimal and an amount are none of them
_FOUND = (
    rf"(?<![0-9A-Za-z.])(?:(?P<identity>{_IDENTITY})|(?P<card>{_CARD})|(?P<mobile>{_MOBILE}))"
    rf"(?!\s?[0-9A-Za-z元万亿吨米平立个])|(?P<email>{_EMAIL})"
)
_POSSIBLE = r"1[3-9](?:[ -]?[0-9]){9}|[1-9](?:[ -]?[0-9]){15}|@"
"""What every one of them has, which is found many times faster."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


class Kind(StrEnum):
    """What a piece of personal data is."""

    MOBILE = "mobile"
    IDENTITY = "identity"
    CARD = "card"
    EMAIL = "email"


_SHOWN = {Kind.MOBILE: (3, 4), Kind.IDENTITY: (6, 2), Kind.CARD: (4, 4)}
"""How many characters may be shown, at the beginning and at the end."""


class Datum(Struct, frozen=True):
    """A piece of personal data, without separators."""

    kind: Kind
    value: str

    @property
    def masked(self) -> str:
        """What may be shown of it."""
        if self.kind is Kind.EMAIL:
            name, _, host = self.value.partition("@")
            return f"{name[0]}***@{host}"
        head, tail = _SHOWN[self.kind]
        return f"{self.value[:head]}{'*' * (len(self.value) - head - tail)}{self.value[-tail:]}"


def personal_data(text: str) -> Iterator[Datum]:
    """Every piece of personal data in a text, each once, in whatever width and grouping it is written."""
    if SUSPECT.search(text) and re.search(_POSSIBLE, folded := compatible(text)):
        found = (_datum(match) for match in re.finditer(_FOUND, folded))
        yield from dict.fromkeys(datum for datum in found if datum)


def masked(text: str) -> str:
    """A text of the same length in which no piece of personal data can be read."""
    if not any(personal_data(text)):
        return text
    shown = list(text)
    for match in re.finditer(_FOUND, "".join(map(_folded, text))):
        if datum := _datum(match):
            head, tail = _SHOWN.get(datum.kind, (1, 0))
            end = match.end() - tail if datum.kind in _SHOWN else match.start() + match[0].index("@")
            shown[match.start() + head : end] = "*" * (end - match.start() - head)
    return "".join(shown)


def _folded(character: str) -> str:
    """A character in its normal width, where that is one character."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def contacts(ledger: Ledger) -> frozenset[Datum]:
    """What is published on purpose: the mobile numbers and addresses that the contacts of notices give."""
    given = (filed.record.notice.contact for filed in ledger.known_inspections)
    lines = [line for contact in given if contact for line in (contact.phone, contact.email) if line]
    known = (datum for line in lines for datum in personal_data(line))
    return frozenset(datum for datum in known if datum.kind in {Kind.MOBILE, Kind.EMAIL})


def _datum(match: re.Match[str]) -> Datum | None:
    """What was found, if its check digit holds."""
    kind = Kind(match.lastgroup or "")
    value = match[0].lower() if kind is Kind.EMAIL else re.sub(r"[ -]", "", match[0]).upper()
    if kind is Kind.MOBILE:
        value = value[-11:]
    if kind is Kind.IDENTITY and not _is_identity(value):
        kind = Kind.CARD
    return None if kind is Kind.CARD and not _is_card(value) else Datum(kind, value)


def _is_identity(number: str) -> bool:
    """GB 11643-1999: a day of birth, and a check digit over the other 17."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECK[total % 11] == number[17] and _is_day(number[6:14])


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1900
    except ValueError:
        return False


def _is_card(number: str) -> bool:
    """The check digit of Luhn."""
    if not (number.isdecimal() and number[0] in "3456" and len(set(number)) > 2):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
