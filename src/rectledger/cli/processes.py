"""Work on the parts of a ledger by several processes, where that can be; the results come in the order of the parts."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import IO, Any, Generic, NoReturn, TypeAlias, TypeVar

from msgspec import Struct, field

from rectledger.cli.progress import Progress
from rectledger.cli.queue import ENOUGH, from_queue, processors, queue_of
from rectledger.cli.session import Session

G = TypeVar("G")
B = TypeVar("B")
Work: TypeAlias = Callable[[int], tuple[G, B]]
"""Gives the gist and the body of what a task, known by its number, comes to."""

_LENGTH = 8
"""Bytes of a record's length in a file."""


class Results(Struct, Generic[G, B]):
    """Of each task a gist, and a body that may lie in a file until it is wanted: all together may be too much."""

    _gists: dict[int, G] = field(default_factory=dict)
    _bodies: dict[int, Callable[[], B]] = field(default_factory=dict)

    @property
    def gists(self) -> list[G]:
        """Every gist, in the order of the tasks."""
        return [self._gists[task] for task in sorted(self._gists)]

    def body(self, task: int) -> B:
        """The body of a task."""
        return self._bodies[task]()

    def has(self, task: int) -> bool:
        """Whether a task is done."""
        return task in self._gists

    def keep(self, task: int, gist: G, body: Callable[[], B]) -> None:
        """Keep what a task came to."""
        self._gists[task], self._bodies[task] = gist, body


@contextmanager
def of_parts(session: Session, work: Callable[[str], tuple[G, B]]) -> Iterator[Results[G, B]]:
    """What the inspections of a ledger come to, each worked on by its id."""
    folders = session.outline.folders
    names, sizes = list(folders), [len(files) for files in folders.values()]
    with of_tasks(session, lambda task: work(names[task]), sizes) as found:
        yield found


@contextmanager
def of_tasks(session: Session, work: Work[G, B], sizes: Sequence[int]) -> Iterator[Results[G, B]]:
    """What tasks of so many files each come to; with a word about it where it takes long."""
    progress = Progress(sizes, session.language)
    several = sum(sizes) >= ENOUGH
    with results(work, len(sizes), progress.begun, several=several) as found:
        progress.end()
        yield found


@contextmanager
def results(work: Work[G, B], tasks: int, begun: Callable[[int], None], *, several: bool) -> Iterator[Results[G, B]]:
    """What the tasks come to, by several processes if that is asked for and can be. `begun` hears of a task.

    A task whose process died is done again by this one, where it may fail in the open.
    """
    kept: Results[G, B] = Results()
    processes = min(tasks, processors()) if several else 1
    with ExitStack() as stack:
        if processes > 1:
            import tempfile

            files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(processes)]
            _share(work, queue_of(tasks), files, begun)
            for file in files:
                _collect(kept, file)
        for task in range(tasks):
            if not kept.has(task):
                begun(task)
                gist, body = work(task)
                kept.keep(task, gist, partial(_same, body))
        yield kept


def _same(body: B) -> B:
    return body


def _share(work: Work[G, B], queue: int, files: Sequence[IO[bytes]], begun: Callable[[int], None]) -> None:
    """Work the tasks off, this process into the first file, and another one into each of the others."""
    others = [process for file in files[1:] if (process := _forked(work, queue, file))]
    try:
        _work_off(work, queue, files[0], begun)
    except BaseException:
        import signal

        for process in others:
            os.kill(process, signal.SIGTERM)
        raise
    finally:
        os.close(queue)
        for process in others:
            os.waitpid(process, 0)


def _forked(work: Work[G, B], queue: int, file: IO[bytes]) -> int:
    """Another process; 0 where the system has none left."""
    try:
        process = os.fork()
    except OSError:
        return 0
    return process or _child(work, queue, file)


def _child(work: Work[G, B], queue: int, file: IO[bytes]) -> NoReturn:
    """Work in a process of its own, which says nothing and leaves what failed to the one that made it."""
    try:
        _work_off(work, queue, file, lambda _task: None)
        file.flush()
    finally:
        os._exit(0)


def _work_off(work: Work[G, B], queue: int, file: IO[bytes], begun: Callable[[int], None]) -> None:
    import pickle

    for task in from_queue(queue):
        begun(task)
        gist, body = work(task)
        head, rest = pickle.dumps((task, gist)), pickle.dumps(body)
        file.write((len(head) + len(rest)).to_bytes(_LENGTH, "big") + head + rest)


def _collect(kept: Results[G, B], file: IO[bytes]) -> None:
    """Keep what a process has written, up to where it died if it did."""
    size = file.seek(0, os.SEEK_END)
    place = file.seek(0)
    while place + _LENGTH <= size:
        end = place + _LENGTH + int.from_bytes(file.read(_LENGTH), "big")
        if end > size:
            return
        task, gist = _loaded(file, place + _LENGTH)
        kept.keep(task, gist, partial(_loaded, file, file.tell()))
        place = file.seek(end)


def _loaded(file: IO[bytes], start: int) -> Any:
    """What was written at a place of a file that has no name, so that nobody else can have written there."""
    import pickle

    file.seek(start)
    return pickle.load(file)  # noqa: S301
