"""Colours are written as Click writes them."""

import click
import pytest

from rectledger.render.colour import style, unstyle


@pytest.mark.parametrize("fg", [None, "red", "green", "yellow", "blue", "cyan"])
@pytest.mark.parametrize("bold", [None, True, False])
@pytest.mark.parametrize("strikethrough", [None, True, False])
def test_text_is_styled_and_unstyled_as_click_does(
    fg: str | None, bold: bool | None, strikethrough: bool | None
) -> None:
    text = style("逾期 3 天", fg=fg, bold=bold, strikethrough=strikethrough)
    assert text == click.style("逾期 3 天", fg=fg, bold=bold, strikethrough=strikethrough)
    assert unstyle(text + "。") == click.unstyle(text + "。") == "逾期 3 天。"
