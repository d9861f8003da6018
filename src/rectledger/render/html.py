"""Markdown to one HTML page that needs nothing else: no script, no font, no picture from anywhere."""

import base64
import hashlib
import html
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rectledger.model.words import canonical_day
from rectledger.render.style import sheet

_RULES = (
    *("heading", "hr", "list", "blockquote", "table"),
    *("emphasis", "strikethrough", "backticks", "link", "image", "entity", "escape", "newline"),
)
"""What `plain` understands as well, so that both say the same; HTML in the text is text."""
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "hr", "header", "br"))
_UNSEEN = frozenset(("style", "title"))


def html_page(markdown: str, mark: str = "", *, landscape: bool = False) -> str:
    """A document as a page; the mark, if there is one, stands on every sheet of paper."""
    parser = MarkdownIt("zero", {"breaks": True}).enable(list(_RULES))
    tokens = _signed(_plain_pictures(parser.parse(markdown)))
    style = sheet(mark, landscape=landscape)
    # the page may be read by anybody: the browser is told to load nothing and to run nothing
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(_title(tokens))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_header(mark)}<main>\n{parser.renderer.render(_scoped(tokens), parser.options, {})}</main>\n"
        "</body>\n</html>\n"
    )


def html_text(page: bytes) -> str:
    """What somebody reads in a page, a line a paragraph or a row, with the addresses that links lead to."""
    reader = _Reader()
    reader.feed(page.decode())
    return reader.text


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _header(mark: str) -> str:
    return f'<header class="mark">{html.escape(mark)}</header>\n' if mark else ""


def _title(tokens: Sequence[Token]) -> str:
    """The words of the first heading."""
    headings = (inline for opening, inline in pairwise(tokens) if opening.type == "heading_open")
    return next(("".join(child.content for child in inline.children or ()) for inline in headings), "")


def _plain_pictures(tokens: list[Token]) -> list[Token]:
    """Pictures by their words and address: nothing is loaded."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                child.type, child.tag = "text", ""
                child.content = f"{child.content}（{child.attrGet('src')}）"
    return tokens


def _signed(tokens: list[Token]) -> list[Token]:
    """The sign-off, a name over a day at the end, is set apart; so are the words that address somebody."""
    paragraphs = [(opening, inline.content) for opening, inline in pairwise(tokens) if opening.type == "paragraph_open"]
    for opening, words in paragraphs:
        if words.endswith("：") and len(words) < 40:
            opening.attrSet("class", "to")
    if len(paragraphs) > 1 and canonical_day(paragraphs[-1][1]) and tokens[-1].type == "paragraph_close":
        for opening, _ in paragraphs[-2:]:
            opening.attrSet("class", "signed")
    return tokens


def _scoped(tokens: list[Token]) -> list[Token]:
    """Tables whose heads say what they are heads of; aligned by classes, as the policy takes no style of a cell."""
    for place, token in enumerate(tokens):
        if token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "td_open" and tokens[place - 1].type == "tr_open":
            token.tag = tokens[place + 2].tag = "th"
            token.attrSet("scope", "row")
        if style := token.attrs.pop("style", None):
            token.attrSet("class", str(style).removeprefix("text-align:"))
    return tokens


class _Reader(HTMLParser):
    """Collects what is read."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self._silent, self._links = "", 0, list[str]()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a line, hide what is not seen, remember where a link leads."""
        self._silent += tag in _UNSEEN
        self.text += "\n" if tag in _BLOCKS else "\t" if tag in {"td", "th"} else ""
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        self._silent -= tag in _UNSEEN
        self.text += "\n" if tag in _BLOCKS else f"（{self._links.pop()}）" if tag == "a" else ""

    def handle_data(self, data: str) -> None:
        """Take the words of what is seen."""
        self.text += "" if self._silent or (data.isspace() and "\n" in data) else data
