"""Imports msgspec, the first to do so, without `typing_extensions`.

Where that is installed msgspec takes names from it that `typing` has as well since Python 3.11, and with it come
inspect, ast, dis and tokenize: for every run most of what starting Python takes.
"""

import sys

_NAME = "typing_extensions"

if _NAME not in sys.modules:
    sys.modules[_NAME] = None  # type: ignore[assignment]  # as Python notes down that there is no such module
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[_NAME]
