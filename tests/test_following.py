"""The bar of long work: on a terminal alone, and it loses nothing on the way."""

import io
import sys
from time import process_time

import pytest

from rectledger.cli.following import PATIENCE, followed


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_every_item_comes_once_and_only_a_terminal_sees_the_bar(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO]
) -> None:
    while process_time() < PATIENCE:
        sum(range(10_000))
    seen = stream()
    monkeypatch.setattr(sys, "stderr", seen)
    assert list(followed(range(1000), "写表格")) == list(range(1000))
    assert list(followed([], "空")) == []
    assert ("写表格" in seen.getvalue()) is seen.isatty()
