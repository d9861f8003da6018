"""How far a long run has come: a line on a terminal that is gone when the run ends."""

import sys
import time
from collections.abc import Sequence

from rectledger.messages import Language, say

PATIENCE = 1.0
"""Seconds without a word."""


class Progress:
    """Counts the files of the parts of a ledger that have been begun."""

    def __init__(self, sizes: Sequence[int], language: Language) -> None:
        """Know how many files each part has; say nothing where nobody looks."""
        self._sizes = sizes
        self._language = language
        self._since = time.monotonic()
        self._is_shown = False
        self._is_seen = sys.stderr.isatty()

    def begun(self, part: int) -> None:
        """A part is begun, so those before it are done or in other hands."""
        if self._is_seen and time.monotonic() - self._since >= PATIENCE:
            values = {"done": sum(self._sizes[:part]), "all": sum(self._sizes)}
            sys.stderr.write(f"\r{say('progress.files', self._language, values)}\x1b[K")
            sys.stderr.flush()
            self._is_shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
