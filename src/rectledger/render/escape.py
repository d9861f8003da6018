"""Data in Markdown: a text stays what it is, whatever marks it holds.

CommonMark's backslash escapes, and only where a mark would mean something: `2021-2035`, `a_b` and full-width marks stay
clean. Every data text is one line, so only its beginning can be a line's beginning.
"""

import re
import unicodedata

# patterns for what few texts have are compiled when one has it
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_BREAK = "\r\n|[\n\r\x85\u2028\u2029]"
_MARK = re.compile(r"[\\`*\[\]|~_<&#]")
"""What the following begin with."""
_ANYWHERE = r"""(?x)
    [\\`*\[\]|~]                        # escapes, code, emphasis, links, tables, strikethrough
    | (?<!\w)_+ | _+(?!\w)              # emphasis; inside a word it means nothing
    | <(?=[A-Za-z/!?]|$)                # HTML and links
    | &(?=\#?[0-9A-Za-z]*(?:;|$))       # &amp;
    | (?<=\s)\#                         # the end of a heading
    """
_START = r"""(?x)
    [\#>]                               # headings, quotations
    | [-+](?=[-+\s]|$)                  # lists, rules
    | =(?=[=\s]*$) | :(?=-+:?\s*$)      # underlined headings, tables
    """
_ORDERED = r"\A([0-9]{1,9})([.)])(?=\s|$)"


def control_in(text: str) -> str:
    """The first control character of a text; an empty text where there is none."""
    found = None if text.isprintable() else re.search(_CONTROL, text)
    return found[0] if found else ""


def escaped(text: str) -> str:
    """A text for any place in a Markdown template, on one line."""
    out = one_line(text)
    if _MARK.search(out):
        out = re.sub(_ANYWHERE, lambda found: "".join(f"\\{mark}" for mark in found[0]), out)
    if out.startswith(("#", ">", "-", "+", "=", ":")):
        return f"\\{out}" if re.match(_START, out) else out
    return re.sub(_ORDERED, r"\1\\\2", out) if out[:1].isdigit() else out


def one_line(text: str) -> str:
    """A text without its outer white space; a line break becomes a space, or nothing next to Chinese on both sides."""
    if text.isprintable():  # then there is neither a line break nor a tab
        return text.strip()
    lines = (line.strip().replace("\t", " ") for line in re.split(_BREAK, text))
    out = ""
    for line in filter(None, lines):
        out += line if not out or (_wide(out[-1]) and _wide(line[0])) else f" {line}"
    return out


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"
