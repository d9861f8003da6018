"""What is asked for: a document, its words, its data and its dress."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from rectledger.render.markdown import render_markdown
from rectledger.views.papers import MARK, VIEWS
from rectledger.views.subject import Subject


class Dress(Struct, frozen=True):
    """What a Word file needs beside words and data."""

    layout: bytes | None = None
    """The ledger's own Word template; None for one that is made from the words."""
    revision: str = ""
    """The commit of the ledger, with `+` where its files differ from it."""
    made: date | None = None
    """The file's date in its properties; None for the document's own."""


class Order(Struct, frozen=True):
    """What is asked for: a document, and all that it is made from."""

    subject: Subject
    name: str
    """The template's."""
    words: str
    """The text of the Markdown template."""
    dress: Dress = Dress()

    @property
    def mark(self) -> str:
        """What stands on every page; nothing on those that anybody may read."""
        return MARK if self.subject.internal else ""

    @property
    def body(self) -> str:
        """The document as Markdown, without the mark. Raises TemplateProblem."""
        return render_markdown(self.words, f"{self.name}.md.j2", Data(self.subject))

    @property
    def markdown(self) -> str:
        """The document as Markdown, the mark in front. Raises TemplateProblem."""
        return f"**{self.mark}**\n\n{self.body}" if self.mark else self.body


class Data(Mapping[str, object]):
    """What templates may use, by name; a view is made when it is asked for."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    def __getitem__(self, name: str) -> object:
        return VIEWS[name](self._subject)

    def __iter__(self) -> Iterator[str]:
        return iter(VIEWS)

    def __len__(self) -> int:
        return len(VIEWS)
