"""Documents by name and format: what a template makes of its data, as the bytes of a file."""

import operator
from collections.abc import Callable, Mapping

from msgspec import Struct

from rectledger.render.order import Order
from rectledger.render.plain import plain
from rectledger.source.docx.sameness import same_document
from rectledger.source.docx.words import every_word
from rectledger.views.papers import LANDSCAPE


class Format(Struct, frozen=True):
    """A kind of file: how it is made, and what somebody who opens it reads in it."""

    make: Callable[[Order], bytes]
    """Raises TemplateProblem."""
    text: Callable[[bytes], str] = bytes.decode
    same: Callable[[bytes, bytes], bool] = operator.eq
    """Whether a file still is what would be made now."""
    console: bool = True
    """Whether it can be printed on a console."""


def _page(order: Order) -> bytes:
    from rectledger.render.html import html_page  # noqa: PLC0415  # only a page pays for reading Markdown

    return html_page(order.body, order.mark, landscape=order.name in LANDSCAPE).encode()


def _page_text(page: bytes) -> str:
    from rectledger.render.html import html_text  # noqa: PLC0415  # likewise

    return html_text(page)


def _word(order: Order) -> bytes:
    from rectledger.render.word.document import word_document  # noqa: PLC0415 -- only this format pays for it

    return word_document(order)


FORMATS: Mapping[str, Format] = {
    "md": Format(lambda order: order.markdown.encode()),
    "docx": Format(_word, every_word, same_document, console=False),
    "txt": Format(lambda order: plain(order.markdown).encode()),
    "html": Format(_page, _page_text),
}
"""Every kind of file by its name on the command line."""
