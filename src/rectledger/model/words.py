"""Days, deadlines and numbers as people write them in Chinese, turned into the form that files keep, and back.

A file holds the canonical form; hints, importers and rules about words read the others.
"""

import re
import unicodedata
from datetime import date

_NUMERALS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
_DIGITS = "零一二三四五六七八九"
# texts, which `re` compiles when it first needs them: in many ledgers never
_DAY = r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?"
_UNTIL_DAY = _DAY + r"(?:之?前|止)?"
_UNTIL_MONTH = r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*月?(?:底|末|份)?(?:之?前)?"
_UNTIL_YEAR = r"(\d{4})\s*年?(?:年?[底末])?(?:之?前)?"
_AFTER_FEEDBACK = (
    r"(?:自)?(?:意见)?反馈(?:之?日)?(?:起|后)?(?:的)?"
    r"([0-9〇零一二两三四五六七八九十百]+)(个工作日|工作日|个月|月|天|日|年)(?:之?[内前])?"
)
_UNITS = {"个工作日": "wd", "工作日": "wd", "个月": "m", "月": "m", "天": "d", "日": "d"}
_LONG_TERM = r"[，,、；;]?(?:并)?(?:长期)?(?:坚持|保持|推进)$"


def canonical_day(text: str) -> str | None:
    """`2025年4月9日`, `2025.4.9` or `2025/4/9` as `2025-04-09`; None where it is not a real day."""
    match = re.fullmatch(_DAY, unicodedata.normalize("NFKC", text).strip())
    return _iso(*map(int, match.groups())) if match else None


def canonical_due(text: str) -> str | None:
    """A deadline in words (`2025年6月底前`, `反馈后15个工作日内`) as a file has it; None where it has no form."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(_LONG_TERM, "", plain) or plain
    if match := re.fullmatch(_UNTIL_DAY, plain):
        return _iso(*map(int, match.groups()))
    if (match := re.fullmatch(_UNTIL_MONTH, plain)) and 1 <= int(match[2]) <= 12:
        return f"{int(match[1]):04}-{int(match[2]):02}"
    if match := re.fullmatch(_UNTIL_YEAR, plain):
        return match[1]
    if match := re.fullmatch(_AFTER_FEEDBACK, plain):
        return _after_feedback(match[1], match[2])
    return None


def goes_on(text: str) -> bool:
    """Whether a deadline in words goes on after its day: `2024年底前，并长期坚持`."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(re.sub(_LONG_TERM, "", plain)) and re.search(_LONG_TERM, plain) is not None


def day_words(day: date) -> str:
    """`2025年11月5日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def whole_number(text: str) -> int | None:
    """A whole number in digits, or below 1,000 in Chinese: `13`, `十三`; None where it is neither."""
    return int(text) if text.isdecimal() else _numeral(text)


def numeral(number: int) -> str:
    """A number from 1 to 999 as `一`, `十`, `二十一`, `一百零五`; any other in ASCII digits."""
    if not 1 <= number <= 999:
        return str(number)
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_DIGITS[hundreds]}百"
    if not rest:
        return head
    return f"{head}零{_DIGITS[rest]}" if rest < 10 else f"{head}{_tens(rest)}"


def _below_hundred(number: int) -> str:
    return _tens(number).removeprefix("一") if 10 <= number < 20 else _tens(number)


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (f"{_DIGITS[tens]}十" if tens else "") + (_DIGITS[ones] if ones else "")


def is_in_words(text: str) -> bool:
    """Whether a deadline is written in Chinese, with or without a canonical form."""
    return bool(re.search("[一-鿿]", text))


def _after_feedback(count: str, unit: str) -> str | None:
    number = whole_number(count)
    if unit == "年":
        return f"feedback+{number * 12}m" if number else None
    return f"feedback+{number}{_UNITS[unit]}" if number else None


def _numeral(text: str) -> int | None:
    """A Chinese numeral below 1,000; None where it is not one."""
    total, digit = 0, 0
    for character in text:
        if character == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif character in _NUMERALS:
            digit = _NUMERALS[character]
        else:
            return None
    return total + digit


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
