"""Data in Markdown: a text stays what it is, whatever marks it holds.

CommonMark's backslash escapes, and only where a mark would mean something: `2021-2035`, `a_b` and full-width marks stay
clean. Every data text is one line, so only its beginning can be a line's beginning.
"""

import re
import unicodedata

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ANYWHERE = re.compile(
    r"""[\\`*\[\]|~]                    # escapes, code, emphasis, links, tables, strikethrough
    | (?<!\w)_+ | _+(?!\w)              # emphasis; inside a word it means nothing
    | <(?=[A-Za-z/!?]|$)                # HTML and links
    | &(?=\#?[0-9A-Za-z]*(?:;|$))       # &amp;
    | (?<=\s)\#                         # the end of a heading
    """,
    re.VERBOSE,
)
_START = re.compile(
    r"""[\#>]                           # headings, quotations
    | [-+](?=[-+\s]|$)                  # lists, rules
    | =(?=[=\s]*$) | :(?=-+:?\s*$)      # underlined headings, tables
    """,
    re.VERBOSE,
)
_ORDERED = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """A text for any place in a Markdown template, on one line."""
    out = _ANYWHERE.sub(lambda found: "".join(f"\\{mark}" for mark in found[0]), one_line(text))
    if _START.match(out):
        return f"\\{out}"
    return _ORDERED.sub(r"\1\\\2", out, count=1) if _ORDERED.match(out) else out


def one_line(text: str) -> str:
    """A text without its outer white space; a line break becomes a space, or nothing next to Chinese on both sides."""
    lines = (line.strip().replace("\t", " ") for line in _BREAK.split(text))
    out = ""
    for line in filter(None, lines):
        out += line if not out or (_wide(out[-1]) and _wide(line[0])) else f" {line}"
    return out


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"
