"""A bar that shows how far long work has come: on a terminal, and only once the program has worked for a second."""

import sys
from collections.abc import Iterator, Sequence
from time import process_time
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds of work, from the start of the program, that nobody minds."""


def followed(items: Sequence[T], words: str) -> Iterator[T]:
    """The items one after another, with a bar on standard error once it takes long."""
    if not sys.stderr.isatty():
        yield from items
        return
    position = 0
    while position < len(items) and process_time() < PATIENCE:
        yield items[position]
        position += 1
    if position < len(items):
        yield from _shown(items, position, words)


def _shown(items: Sequence[T], position: int, words: str) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=len(items), completed=position)
        for item in items[position:]:
            yield item
            bar.advance(task)
