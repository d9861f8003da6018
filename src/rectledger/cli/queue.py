"""A queue of tasks, each known by its number, that several processes work off."""

import os
import sys
from collections.abc import Iterator

ENOUGH = 600
"""Files of issues from which on a second process saves more time than it takes."""
MOST = 4
"""Processes; each holds a part of the ledger in memory."""
_NUMBER = 4
"""Bytes of a task's number in the queue."""


def processors() -> int:
    """How many processes may run at once; one where a process cannot be made of a running one (safely)."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def queue_of(tasks: int) -> int:
    """A pipe that gives the number of a task to whoever asks next."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as numbers:
        numbers.writelines(task.to_bytes(_NUMBER, "big") for task in range(tasks))
    return reading


def from_queue(queue: int) -> Iterator[int]:
    """The numbers that nobody else has asked for yet."""
    while number := os.read(queue, _NUMBER):
        yield int.from_bytes(number, "big")
