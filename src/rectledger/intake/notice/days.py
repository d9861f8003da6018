"""Days in the text of a notice: `2025年11月5日`, `二〇二五年十一月五日`, `8月22日至9月29日`."""

import re
from collections.abc import Iterator
from datetime import date

from rectledger.model.words import whole_number

_C = "[〇○零一二三四五六七八九]"
_N = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_Y = f"(?:[0-9０-９]{{4}}|{_C}{{4}})"
DAY = re.compile(rf"(?P<year>{_Y})\s*年\s*(?P<month>{_N})\s*月\s*(?P<day>{_N})\s*日")
PERIOD = re.compile(
    rf"{DAY.pattern}\s*(?:至|到|[-—–－~～]+)\s*(?:(?P<year2>{_Y})\s*年)?\s*(?P<month2>{_N})\s*月\s*(?P<day2>{_N})\s*日"
)
_ONE_BY_ONE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_BEFORE = re.compile(r"\s*(?:之?前|以前|止|为止|起)")


def day_at(found: re.Match[str], suffix: str = "") -> date | None:
    """The day that a match means; None where there is no such day."""
    year = found[f"year{suffix}"] or found["year"]
    month, day = whole_number(found[f"month{suffix}"]), whole_number(found[f"day{suffix}"])
    try:
        return date(int(year.translate(_ONE_BY_ONE)), month or 0, day or 0)
    except ValueError:
        return None


def days_in(text: str) -> Iterator[tuple[re.Match[str], date | None]]:
    """Every day of a text that something happened on: not one before which it has to be done."""
    for found in DAY.finditer(text):
        if not _BEFORE.match(text, found.end()):
            yield found, day_at(found)
