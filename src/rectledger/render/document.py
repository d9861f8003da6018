"""Documents by name and format: what a template makes of its data, as the bytes of a file."""

import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from rectledger.views.papers import LANDSCAPE

if TYPE_CHECKING:
    from rectledger.render.order import Order


class Format(Struct, frozen=True):
    """A kind of file: how it is made, and what somebody who opens it reads in it."""

    make: Callable[["Order"], bytes]
    """Raises TemplateProblem."""
    text: Callable[[bytes], str] = bytes.decode
    same: Callable[[bytes, bytes], bool] = operator.eq
    """Whether a file still is what would be made now."""
    console: bool = True
    """Whether it can be printed on a console."""


# each format is imported by whoever asks for it


def _text(order: "Order") -> bytes:
    from rectledger.render.plain import plain  # noqa: PLC0415

    return plain(order.markdown).encode()


def _page(order: "Order") -> bytes:
    from rectledger.render.html import html_page  # noqa: PLC0415

    return html_page(order.body, order.mark, landscape=order.name in LANDSCAPE).encode()


def _page_text(page: bytes) -> str:
    from rectledger.render.html import html_text  # noqa: PLC0415

    return html_text(page)


def _word(order: "Order") -> bytes:
    from rectledger.render.word.document import word_document  # noqa: PLC0415

    return word_document(order)


def _word_text(document: bytes) -> str:
    from rectledger.source.docx.words import every_word  # noqa: PLC0415

    return every_word(document)


def _same_word(one: bytes, other: bytes) -> bool:
    from rectledger.source.docx.sameness import same_document  # noqa: PLC0415

    return same_document(one, other)


FORMATS: Mapping[str, Format] = {
    "md": Format(lambda order: order.markdown.encode()),
    "docx": Format(_word, _word_text, _same_word, console=False),
    "txt": Format(_text),
    "html": Format(_page, _page_text),
}
"""Every kind of file by its name on the command line."""
