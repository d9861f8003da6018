"""How official Chinese writes numbers, periods and the ends of sentences."""

from rectledger.model.inspection import Period
from rectledger.model.words import day_words

_LOOSE = "。．；，、：;,: \t\r\n\u3000"
_ENDS = ("。", "！", "？", "…", "!", "?", ".")
_CLOSING = "”’』」）)》"


def period_words(period: Period) -> str:
    """`2024年8月22日至9月29日`; the second year is written where it differs, one day alone once."""
    first, last = period.from_, period.to
    if first == last:
        return day_words(first)
    return f"{day_words(first)}至{day_words(last) if first.year != last.year else f'{last.month}月{last.day}日'}"


def bare(text: str) -> str:
    """A text without the mark at its end, for a heading or for a sentence that goes on."""
    return text.strip().rstrip(_LOOSE)


def ended(text: str) -> str:
    """A text that ends as a sentence does: `。` is added where no such mark stands, also before a closing quote."""
    stripped = text.strip()
    if not stripped or stripped.rstrip(_CLOSING).endswith(_ENDS):
        return stripped
    return f"{bare(stripped)}。"
