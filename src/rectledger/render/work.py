"""How much a template may do: every step, item and text is paid for, so that no template runs or grows without end."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

MAX_WORK = 10_000_000
"""Ten thousand issues in a table of fifteen columns take a quarter of it; all of it takes some seconds."""
MAX_CHARACTERS = 20_000_000
"""Of one text: some 50 MB. 10,000 issues make a fifth of it."""
MAX_DEPTH = 4
"""Of lists in lists, and of what `groupby` makes."""
MAX_BITS = 1024
"""Of a whole number."""
CALL = 8
"""What a call costs beside what it does, and so each time that a body is run."""
_ITEM = 4
_TEXT = 2
"""How many characters are paid for as one step."""
_PRINTABLE = (str, int, float, Decimal, Undefined)


class TooMuchError(SecurityError):
    """A template has used up its allowance."""


class TooLongError(SecurityError):
    """A text would be too long."""


class Work:
    """What is left of a template's allowance."""

    def __init__(self) -> None:
        self.left = MAX_WORK

    def spend(self, steps: int) -> None:
        """Pay for steps. Raises TooMuchError where nothing is left."""
        self.left -= steps
        if self.left < 0:
            raise TooMuchError(str(MAX_WORK))

    def weigh(self, value: object, depth: int = 0) -> None:
        """Pay for a value: a text by its length, a list by all that is in it."""
        if isinstance(value, str):
            self.spend(len(value) // _TEXT)
        elif isinstance(value, list | tuple | dict | set | frozenset):
            if depth >= MAX_DEPTH:
                raise SecurityError("lists in lists in lists")
            self.spend(len(value) * _ITEM)
            for item in value.values() if isinstance(value, dict) else value:
                self.weigh(item, depth + 1)

    def weighed(self, value: object) -> object:
        """The value itself; a stream of items as the list of them."""
        if isinstance(value, Iterator):
            value = list(self.counted(value))
        self.weigh(value)
        return value

    def counted(self, items: Iterable[object]) -> Iterator[object]:
        """The items, each paid for before it is kept."""
        for item in items:
            self.spend(_ITEM)
            yield item

    def joined(self, pieces: Iterable[object], between: str = "") -> list[str]:
        """Texts and numbers as the texts that may be joined."""
        texts = []
        size = 0
        for piece in pieces:
            refuse_lists(piece)
            texts.append(piece if isinstance(piece, str) else str(piece))
            size += len(texts[-1]) + len(between)
            bound(size)
        self.spend(size // _TEXT)
        return texts


def bound(size: int) -> None:
    """Raises TooLongError for the size of a text that is too long."""
    if size > MAX_CHARACTERS:
        raise TooLongError(str(MAX_CHARACTERS))


def refuse_lists(value: object) -> None:
    """Raises TypeError for what has no words of its own: a list in a text is a slip, and may be endless."""
    if not isinstance(value, _PRINTABLE) and value is not None:
        raise TypeError(f"{type(value).__name__}: neither text nor number")
