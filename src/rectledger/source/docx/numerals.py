"""Numbers as Word writes them, by the name that it has for each way."""

from collections.abc import Callable, Mapping

from rectledger.model.words import numeral

_FORMAL = str.maketrans("零一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SINGLE = str.maketrans("0123456789", "〇一二三四五六七八九")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _letter(number: int) -> str:
    """Letters from a to z, then aa to zz, as Word does it."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 400:
        return str(number)
    written = ""
    for size, letters in _ROMAN:
        times, number = divmod(number, size)
        written += letters * times
    return written


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)


def _bracketed(number: int) -> str:
    return chr(ord("⑴") + number - 1) if 1 <= number <= 20 else f"({number})"


def _dotted(number: int) -> str:
    return chr(ord("⒈") + number - 1) if 1 <= number <= 20 else f"{number}."


_WAYS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _bracketed,
    "decimalEnclosedFullstop": _dotted,
    "chineseCounting": numeral,
    "chineseCountingThousand": numeral,
    "taiwaneseCounting": numeral,
    "taiwaneseCountingThousand": numeral,
    "japaneseCounting": numeral,
    "ideographDigital": lambda number: str(number).translate(_SINGLE),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_SINGLE),
    "taiwaneseDigital": lambda number: str(number).translate(_SINGLE),
    "chineseLegalSimplified": lambda number: numeral(number).translate(_FORMAL),
    "ideographLegalTraditional": lambda number: numeral(number).translate(_FORMAL),
    "japaneseLegal": lambda number: numeral(number).translate(_FORMAL),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "bullet": lambda _number: "",
    "none": lambda _number: "",
}


def written(number: int, way: str) -> str:
    """A number in one of Word's ways; in plain digits where the way is another language's."""
    return _WAYS[way](number) if way in _WAYS else str(number)
