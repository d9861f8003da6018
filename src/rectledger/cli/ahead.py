"""Issues are read by a second process while this one imports what its command needs; then they share what is left.

Plain data comes back, which is read many times faster than records would be. A file that is not plain, or whose data is
no record, is read again by this process, which says what is wrong with it.
"""

import marshal
import os
from collections.abc import Mapping, Sequence
from typing import NoReturn

from msgspec import Struct

from rectledger.cli.queue import from_queue, processors, queue_of
from rectledger.load.loader import Gathered, gather
from rectledger.load.record import plain_data
from rectledger.source.tree import Tree

FEWEST, MOST = 50, 1000
"""Files that are asked for at a time, at least; and how often."""
_NUMBER, _LENGTH = 4, 8
"""Bytes of a task's number, and of the length of its data."""


class Ahead(Struct, frozen=True):
    """Files that are being read."""

    tree: Tree
    tasks: Sequence[Sequence[str]]
    queue: int
    """A pipe with the tasks that nobody has begun."""
    memory: int
    """A file without a name, in which the other process leaves what it has read."""
    process: int

    def gathered(self) -> Gathered:
        """What the files hold, read by this process as well from now on. To be asked for once."""
        own = {task: gather(self.tree, self.tasks[task]) for task in from_queue(self.queue)}
        os.close(self.queue)
        os.waitpid(self.process, 0)
        with os.fdopen(self.memory, "rb") as file:
            file.seek(0)  # where one process writes, the other one is
            others = _found(file.read())
        found = Gathered()
        for task, files in enumerate(self.tasks):
            data = marshal.loads(others[task]) if task in others else ()  # noqa: S302  # our own process wrote it
            found.add(own.get(task) or gather(self.tree, files, dict(zip(files, data, strict=False))))
        return found


def read_ahead(tree: Tree, files: Sequence[str]) -> Ahead | None:
    """Begin to read files; None where no other process can help."""
    if processors() == 1 or not hasattr(os, "memfd_create"):
        return None
    size = max(FEWEST, len(files) // MOST)
    tasks = [files[start : start + size] for start in range(0, len(files), size)]
    queue, memory = queue_of(len(tasks)), os.memfd_create("rectledger")
    return Ahead(tree, tasks, queue, memory, os.fork() or _read(tree, tasks, queue, memory))


def _read(tree: Tree, tasks: Sequence[Sequence[str]], queue: int, memory: int) -> NoReturn:
    """Read in a process of its own, which says nothing, and nobody waits for it who waits for what this one prints."""
    try:
        os.closerange(0, 3)
        with os.fdopen(memory, "wb") as file:
            for task in from_queue(queue):
                data = marshal.dumps([plain_data(tree, name) for name in tasks[task]])
                file.write(task.to_bytes(_NUMBER, "big") + len(data).to_bytes(_LENGTH, "big") + data)
    finally:
        os._exit(0)


def _found(written: bytes) -> Mapping[int, memoryview]:
    """What the other process has written by task, up to where it died if it did."""
    found: dict[int, memoryview] = {}
    rest = memoryview(written)
    while len(rest) >= _NUMBER + _LENGTH:
        head, rest = rest[: _NUMBER + _LENGTH], rest[_NUMBER + _LENGTH :]
        length = int.from_bytes(head[_NUMBER:], "big")
        if length <= len(rest):
            found[int.from_bytes(head[:_NUMBER], "big")] = rest[:length]
        rest = rest[length:]
    return found
