"""Every format says what the Markdown says, paragraph by paragraph and row by row, in every built-in document."""

import io
from collections.abc import Iterator

import docx
import pytest
from docx.table import Table

from rectledger.render.document import FORMATS
from rectledger.render.plain import plain
from tests.papers import ALL, lines, worked_order


def body(word: bytes) -> Iterator[str]:
    """The paragraphs and rows of a Word file, without header and footer."""
    for block in docx.Document(io.BytesIO(word)).iter_inner_content():
        if isinstance(block, Table):
            yield from (" ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text.replace("\n", "")  # the title breaks where its words do


@pytest.mark.parametrize("name", ALL)
def test_every_format_says_the_same(name: str) -> None:
    order = worked_order(name)
    said = lines(plain(order.markdown))
    assert lines(FORMATS["txt"].make(order).decode()) == said
    assert lines(FORMATS["html"].text(FORMATS["html"].make(order))) == said


@pytest.mark.parametrize("name", ALL)
def test_word_says_the_same_and_has_the_mark_elsewhere(name: str) -> None:
    order = worked_order(name)
    assert lines("\n".join(body(FORMATS["docx"].make(order)))) == lines(plain(order.body))
