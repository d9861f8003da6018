"""Which program made an answer: another version, another Python, or a line changed in a checkout makes it void."""

import os
import sys

from rectledger import __version__
from rectledger.cache.place import digest
from rectledger.cache.scan import columns

FORMAT = 1
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def program() -> bytes:
    """What tells this program from every other that might read its cache."""
    named = f"{FORMAT} {__version__} {sys.version}".encode()
    in_checkout = os.path.exists(os.path.join(_PACKAGE, "..", "..", "pyproject.toml"))
    return digest(named, *(_sources(_PACKAGE) if in_checkout else ()))


def _sources(package: str) -> list[bytes]:
    """The looks of every file below a folder but for what Python compiles. Raises OSError."""
    found: list[bytes] = []
    for folder, below, names in os.walk(package):
        below[:] = sorted(name for name in below if name != "__pycache__")
        found += [os.fsencode("\0".join(names)), repr(columns(folder, names)).encode()]
    return found
