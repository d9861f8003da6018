"""Which program made an answer: another installation, another Python, or a line changed in a checkout makes it void."""

import os
import sys

from rectledger import __version__
from rectledger.cache.place import digest
from rectledger.cache.scan import columns

FORMAT = 2
_HERE, _FILE = os.path.split(os.path.abspath(__file__))
_PACKAGE = os.path.dirname(_HERE)


def program() -> bytes:
    """What tells this program from every other that might read its cache. Raises OSError."""
    named = f"{FORMAT} {__version__} {sys.version}".encode()
    in_checkout = os.path.exists(os.path.join(_PACKAGE, "..", "..", "pyproject.toml"))
    # who installs a version again, of another commit say, makes all of its files anew
    return digest(named, *(_sources(_PACKAGE) if in_checkout else [repr(columns(_HERE, [_FILE])).encode()]))


def _sources(package: str) -> list[bytes]:
    """The looks of every file below a folder but for what Python compiles. Raises OSError."""
    found: list[bytes] = []
    for folder, below, names in os.walk(package):
        below[:] = sorted(name for name in below if name != "__pycache__")
        found += [os.fsencode("\0".join(names)), repr(columns(folder, names)).encode()]
    return found
