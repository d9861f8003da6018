"""Finished answers: what a command printed, as long as no file looks different and the same day lasts."""

import os
import time

from rectledger.cache.folders import Unsteady
from rectledger.cache.place import digest, place_of, read, remove, root_above, write
from rectledger.cache.scan import COARSEST, GIT_FROM, Scan, scan

MOST = 64
"""Answers, and blocks of answers, that are kept of one ledger."""
MOST_FRESH = 500
"""Files whose content is compared; where more are fresh, nothing is kept, and the next run finds fewer."""
ALWAYS = (float("-inf"), float("inf"))
BEGINNING = "answer-"
BLOCKS = "blocks-"
_FIELDS = 7
_LARGEST = 1 << 24


class Answer:
    """What a command printed, and how it ended."""

    __slots__ = ("code", "data", "talk")

    def __init__(self, code: int, data: str, talk: str) -> None:
        self.code = code
        self.data = data
        self.talk = talk


class Desk:
    """One question to one ledger: has the answer to it, or takes the one that was found out."""

    __slots__ = ("_contents", "_name", "_state", "place", "program", "root", "seen")

    def __init__(self, root: str, question: str, git_from: int, coarsest: int) -> None:
        """`question` is what a command line means. Raises Unsteady, and OSError where nothing can be looked at."""
        self.root = root
        self.place = place_of(root)
        seen = scan(root, self.place, git_from, coarsest)
        # while git looks
        from rectledger.cache.program import program  # noqa: PLC0415

        asked = os.fsencode(f"{root}\0{question}")
        self._name = BEGINNING + digest(asked).hex()
        self.program = program()
        self.seen: Scan = seen()
        self._state = [asked, self.program, self.seen.digest]
        self._contents: list[bytes] | None = None

    def answer(self) -> Answer | None:
        """The answer that holds; None where it has to be found out from here on."""
        fields = read(self.place, self._name)
        try:
            if fields and len(fields) >= _FIELDS and fields[:3] == self._state and self._still_holds(fields):
                return Answer(int(fields[4]), _text(fields[5]), _text(fields[6]))
        except ValueError:  # a file that somebody else has made up
            pass
        self._contents = _contents(self.root, self.seen.fresh)
        return None

    def keep(self, answer: Answer, lasts: tuple[float, float] = ALWAYS) -> None:
        """Keep an answer that holds from one moment to another, unless a file was written while it was found out."""
        if self._contents is None or _contents(self.root, self.seen.fresh) != self._contents:
            return
        span = "{} {}".format(*lasts).encode()
        printed = [str(answer.code).encode(), _bytes(answer.data), _bytes(answer.talk)]
        write(self.place, self._name, [*self._state, span, *printed, *self._contents])
        _tidy(self.place)

    def _still_holds(self, fields: list[bytes]) -> bool:
        """Whether it is the day, and the files that were fresh then are still what they were."""
        first, last = map(float, fields[3].split())
        if not first <= time.time() < last:
            return False
        fresh = [os.fsdecode(file) for file in fields[_FIELDS::2]]
        if not {*self.seen.fresh} <= {*fresh} or _contents(self.root, fresh) != fields[_FIELDS:]:
            return False
        if fresh and not self.seen.fresh:
            write(self.place, self._name, fields[:_FIELDS])
        return True


def desk(folder: str, question: str, git_from: int = GIT_FROM, coarsest: int = COARSEST) -> Desk | None:
    """The desk for the ledger that a folder belongs to; None where there is none that could be relied on."""
    root = root_above(folder)
    if root is None or os.path.lexists(os.path.join(root, ".rectledger", "journal.json")):
        return None
    try:
        return Desk(root, question, git_from, coarsest)
    except (Unsteady, OSError):
        return None


def _contents(root: str, files: list[str]) -> list[bytes] | None:
    """Each file and what stands for its content, in turn; None for too many, or where one cannot be read."""
    found: list[bytes] = []
    if len(files) > MOST_FRESH:
        return None
    for name in files:
        try:
            with open(os.path.join(root, name), "rb") as file:
                found += [os.fsencode(name), digest(file.read(_LARGEST))]
        except OSError:
            return None
    return found


def _tidy(place: str) -> None:
    """Remove the oldest answers, where there are too many."""
    try:
        names = [os.path.join(place, name) for name in os.listdir(place) if name.startswith((BEGINNING, BLOCKS))]
        oldest = sorted(names, key=os.path.getmtime)[:-MOST]
    except OSError:
        return
    for name in oldest:
        remove(name)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
