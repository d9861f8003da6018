"""Markdown to plain text that says exactly the same.

Understood is what templates of documents use: headings with `#`, paragraphs, lists (they stay as they are), quotations,
rules, tables with outer `|`, and in a line bold, italics, ~~struck~~, `code`, links, entities and backslash escapes.
Not understood, and left as it stands: fenced code, HTML, underlined headings, reference links.
"""

import html
import re
from collections.abc import Iterator

_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_QUOTATION = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_CELL = re.compile(r"((?:\\.|[^|\\])*)\|")
_INLINE = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    | `(?P<code>[^`]+)`
    | (?P<mark>\*\*|\*|~~|(?<!\w)__(?!_)|(?<!\w)_(?!_))(?=\S)(?P<marked>(?:\\.|(?!(?P=mark))[^\\])+)(?<=\S)(?P=mark)
    | !?\[(?P<label>(?:\\.|[^\]\\])*)\]\((?P<target>(?:\\.|[^)\\\s])*)\)
    | (?P<entity>&\#?[0-9A-Za-z]+;)
    """,
    re.VERBOSE,
)


def plain(markdown: str) -> str:
    """The text without marks: one blank line between blocks, one line feed at the end."""
    lines = "\n".join(_lines(markdown))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def _lines(markdown: str) -> Iterator[str]:
    for line in markdown.split("\n"):
        if heading := _HEADING.match(line):
            yield _inline(_without_closing(line[heading.end() :].strip(" \t")))
        elif _RULE.fullmatch(line):
            yield ""
        elif _TABLE_RULE.fullmatch(line):
            continue
        elif line.lstrip().startswith("|"):
            yield _row(line.strip())
        else:
            yield _inline(_QUOTATION.sub("", line, count=1)).rstrip(" \t")


def _row(line: str) -> str:
    """The cells of a row, a tab between them."""
    cells = [cell.strip() for cell in _CELL.findall(f"{line[1:]}|")]
    return "\t".join(map(_inline, cells if cells[-1:] != [""] else cells[:-1]))


def _without_closing(heading: str) -> str:
    """A heading's text without the `#` that may stand behind it."""
    text = heading.rstrip("#")
    return text.rstrip(" \t") if not text or text[-1] in " \t" else heading


def _inline(text: str) -> str:
    return "".join(words for words, _marks in runs(text))


def runs(text: str, marks: frozenset[str] = frozenset()) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of a line, without marks, and which of `**`, `*` and `~~` are on them."""
    end = 0
    for found in _INLINE.finditer(text):
        if before := text[end : found.start()]:
            yield before, marks
        end = found.end()
        if mark := found["mark"]:
            yield from runs(found["marked"], marks | {mark.replace("_", "*")})
        else:
            yield _unmarked(found), marks
    if rest := text[end:]:
        yield rest, marks


def _unmarked(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    if found["code"]:
        return found["code"]
    if found["entity"]:
        return html.unescape(found["entity"])
    label, target = _inline(found["label"]), _inline(found["target"])
    return f"{label}（{target}）" if target and target != label else label
