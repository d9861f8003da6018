"""What a word processor leaves in a text that was copied out of it."""

import re
import unicodedata
from collections.abc import Iterator

GARBAGE = re.compile("[\\[_HPMET错{&<\ufffc\ufffd\uf020-\uf0ff]")
"""What every text with such marks has: their first characters."""
# a text, which `re` compiles when it first needs it: in many ledgers never
MARKS = r"""(?x)
    \[bookmark:[^\]]{0,400}\]? | _GoBack | _(?:Toc|Hlk|Ref)[0-9]{5,}
    | HYPERLINK\s+["“\\] | PAGEREF\s | MERGEFORMAT | EMBED\s+Equation | TOC\s+\\o
    | 错误\s?[!！]\s?(?:未找到引用源|未定义书签|超链接引用无效|文档中没有)
    | Error!\s(?:Reference|Bookmark|Hyperlink|No\stext)
    | \{\s*(?:PAGE|NUMPAGES|TOC|REF|DATE|TIME|SEQ|HYPERLINK|PAGEREF)\b[^{}]*\}
    | &nbsp; | <o:p>
    | \ufffc | \ufffd | [\uf020-\uf0ff]   # an object's place, a lost character, bullets of a symbol font
"""
"""Marks of fields and bookmarks, and characters that were lost.

A bookmark without its end goes no farther than that: a long text with many of them must not cost its square.
"""
INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\u2066-\u2069\ufeff]")
"""Characters that nobody sees."""


def garbage(text: str) -> list[str]:
    """Marks of fields, bookmarks and lost characters, which would be printed; each once."""
    if not GARBAGE.search(text):
        return []
    return list(dict.fromkeys(_named(match[0]) for match in re.finditer(MARKS, text)))


def invisible(text: str) -> Iterator[tuple[str, str]]:
    """Every kind of invisible character in a text, with what stands around its first one."""
    if not INVISIBLE.search(text):
        return
    for character in dict.fromkeys(INVISIBLE.findall(text)):
        place = text.index(character)
        around = f"{text[max(place - 6, 0) : place]}␣{text[place + 1 : place + 7]}"
        yield f"U+{ord(character):04X}", INVISIBLE.sub("", around)


def _named(found: str) -> str:
    visible = len(found) > 1 or unicodedata.category(found) not in {"So", "Co"}
    return found if visible else f"U+{ord(found):04X}"
