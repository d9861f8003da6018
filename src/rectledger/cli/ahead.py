"""Issues are read by a second process while this one imports what its command needs; then they share what is left.

Data comes back, which is taken over many times faster than records would be. A file with which something is wrong, or
whose data is no record, is read again by this process, which says what it is.
"""

import marshal
import os
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from msgspec import Struct

from rectledger.cli.queue import from_queue, processors, queue_of
from rectledger.load.loader import Gathered, gather
from rectledger.load.record import data_of
from rectledger.source.tree import Tree

FEWEST, MOST = 50, 1000
"""Files that are asked for at a time, at least; and how often."""
_NUMBER, _LENGTH = 4, 8
"""Bytes of a task's number, and of the length of its data."""
_HEAD = _NUMBER + _LENGTH


class Ahead(Struct, frozen=True):
    """Files that are being read."""

    tree: Tree
    tasks: Sequence[Sequence[str]]
    queue: int
    """A pipe with the tasks that nobody has begun."""
    memory: int
    """A file without a name, in which the other process leaves what it has read."""
    process: int

    def gathered(self, of: str | None = None) -> Gathered:
        """What the files hold, read by this process as well from now on; `of` as in `Gathered.add`. Only once."""
        parts: dict[int, Gathered] = {}
        start = 0
        for task in from_queue(self.queue):
            start = self._take_over(parts, start, of)
            parts[task] = self._some(task, (), of)
        os.waitpid(self.process, 0)
        self._take_over(parts, start, of)
        found = Gathered()
        for task in range(len(self.tasks)):
            found.add(parts.get(task) or self._some(task, (), of))
        os.close(self.queue)
        os.close(self.memory)
        return found

    def _take_over(self, parts: dict[int, Gathered], start: int, of: str | None) -> int:
        """Take what the other process has left from a place on; the place behind it."""
        for task, data, end in _left(self.memory, start):
            parts[task], start = self._some(task, data, of), end
        return start

    def _some(self, task: int, data: Sequence[Any], of: str | None) -> Gathered:
        files, found = self.tasks[task], Gathered()
        found.add(gather(self.tree, files, dict(zip(files, data, strict=False))), of)
        return found


def read_ahead(tree: Tree, files: Sequence[str]) -> Ahead | None:
    """Begin to read files; None where no other process can help."""
    if processors() == 1 or not hasattr(os, "memfd_create"):
        return None
    size = max(FEWEST, len(files) // MOST)
    tasks = [files[start : start + size] for start in range(0, len(files), size)]
    try:
        queue, memory = queue_of(len(tasks)), os.memfd_create("rectledger")
        process = os.fork()
    except OSError:  # the system has none left
        return None
    return Ahead(tree, tasks, queue, memory, process or _read(tree, tasks, queue, memory))


def _read(tree: Tree, tasks: Sequence[Sequence[str]], queue: int, memory: int) -> NoReturn:
    """Read in a process of its own, which says nothing, and nobody waits for it who waits for what this one prints."""
    try:
        os.closerange(0, 3)
        with os.fdopen(memory, "wb") as file:
            for task in from_queue(queue):
                data = marshal.dumps([data_of(tree, name) for name in tasks[task]])
                file.write(task.to_bytes(_NUMBER, "big") + len(data).to_bytes(_LENGTH, "big") + data)
                file.flush()
    finally:
        os._exit(0)


def _left(memory: int, start: int) -> Iterator[tuple[int, list[Any], int]]:
    """What stands as a whole behind a place: a task, its data, and the place behind that."""
    size = os.fstat(memory).st_size
    while start + _HEAD <= size:
        head = os.pread(memory, _HEAD, start)
        start, length = start + _HEAD, int.from_bytes(head[_NUMBER:], "big")
        if start + length > size:
            return
        data = marshal.loads(os.pread(memory, length, start))  # noqa: S302  # our own process wrote it
        start += length
        yield int.from_bytes(head[:_NUMBER], "big"), data, start
