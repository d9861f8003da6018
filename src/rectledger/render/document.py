"""Documents by name and format: what a template makes of its data, as the bytes of a file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rectledger.render.markdown import render_markdown
from rectledger.render.plain import plain
from rectledger.views.papers import LANDSCAPE, MARK, VIEWS
from rectledger.views.subject import Subject


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a document, and all that it is made from."""

    subject: Subject
    name: str
    """The template's."""
    words: str
    """The text of the Markdown template."""

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


@dataclass(frozen=True, slots=True)
class Data(Mapping[str, object]):
    """What templates may use, by name; a view is made when it is asked for."""

    subject: Subject

    def __getitem__(self, name: str) -> object:
        return VIEWS[name](self.subject)

    def __iter__(self) -> Iterator[str]:
        return iter(VIEWS)

    def __len__(self) -> int:
        return len(VIEWS)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is made, and what somebody who opens it reads in it."""

    make: Callable[[Order], bytes]
    """Raises TemplateProblem."""
    text: Callable[[bytes], str] = bytes.decode
    console: bool = True
    """Whether it can be printed on a console."""


def _page(order: Order) -> bytes:
    from rectledger.render.html import html_page  # noqa: PLC0415  # only a page pays for reading Markdown

    return html_page(order.body, order.mark, landscape=order.name in LANDSCAPE).encode()


def _page_text(page: bytes) -> str:
    from rectledger.render.html import html_text  # noqa: PLC0415  # likewise

    return html_text(page)


FORMATS: Mapping[str, Format] = {
    "md": Format(lambda order: order.markdown.encode()),
    "txt": Format(lambda order: plain(order.markdown).encode()),
    "html": Format(_page, _page_text),
}
"""Every kind of file by its name on the command line."""
