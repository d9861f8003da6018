"""A template's text in the pieces that Jinja sees: words and tags, line by line."""

from collections.abc import Iterator

from msgspec import Struct

from rectledger.render.sandbox import Sandbox

_ENDS = {"block_end", "variable_end", "comment_end", "raw_end"}


class Tag(Struct, frozen=True):
    """`{{ … }}`, `{% … %}` or `{# … #}`, in one line."""

    text: str
    line: int
    word: str
    """The first word of a statement; `#` for a comment, empty for an expression."""
    ends_line: bool
    """Whether it took the line's end with it."""

    @property
    def inside(self) -> str:
        """What stands between the braces."""
        return self.text.strip("{%#-+}").strip()


class Line(Struct, frozen=True):
    """A line of a template: words and tags, as they follow each other."""

    number: int
    parts: tuple[str | Tag, ...]

    @property
    def alone(self) -> tuple[Tag, ...]:
        """The statements of a line that holds nothing else and leaves nothing behind."""
        tags = tuple(part for part in self.parts if isinstance(part, Tag))
        words = any(part.strip() for part in self.parts if isinstance(part, str))
        return tags if tags and not words and all(tag.word for tag in tags) and tags[-1].ends_line else ()


def lines_of(source: str) -> Iterator[Line]:
    """The lines as they are after Jinja has taken out the space around tags. Raises TemplateSyntaxError."""
    number, parts = 1, list[str | Tag]()
    for start, piece in _pieces(source if source.endswith("\n") else f"{source}\n"):
        number = number if parts else start
        if isinstance(piece, Tag):
            parts.append(piece)
            if (line := Line(number, tuple(parts))).alone:
                yield line
                parts = []
            continue
        *whole, rest = piece.split("\n")
        for step, text in enumerate(whole):
            yield Line(number if parts else start + step, (*parts, *filter(None, [text])))
            parts = []
        number = start + len(whole) if whole else number
        parts.extend(filter(None, [rest]))
    if parts:
        yield Line(number, tuple(parts))


def _pieces(source: str) -> Iterator[tuple[int, str | Tag]]:
    tokens: list[tuple[int, str, str]] = []
    for line, kind, value in Sandbox().lex(source):
        if kind == "data" and not tokens:
            yield line, value.replace("\r", "")
            continue
        tokens.append((line, kind, value))
        if kind in _ENDS:
            yield tokens[0][0], _tag(tokens)
            tokens = []


def _tag(tokens: list[tuple[int, str, str]]) -> Tag:
    line, first, _ = tokens[0]
    last = tokens[-1][2]
    words = {"variable_begin": "", "comment_begin": "#", "raw_begin": "raw"}
    word = words.get(first) if first in words else next((v for _, kind, v in tokens if kind == "name"), "?")
    text = " ".join("".join(value for _, _, value in tokens).split("\n")).strip()
    return Tag(text, line, word or "", "\n" in last)
