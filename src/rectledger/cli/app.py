"""Where a command line starts and where exceptions end. Imports next to nothing before it knows what is asked for."""

import os
import sys
from itertools import pairwise

from rectledger import __version__
from rectledger.cli.lane import Doubt, asked
from rectledger.errors import CannotRunError, Ended

TYPE_CHECKING = False  # as in typing, which takes as long to import as Python itself to start
if TYPE_CHECKING:
    from typing import NoReturn

BUG = 70
CANNOT_RUN = 2
INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code; nothing leaves here as a traceback."""
    import gc

    from rectledger.cli.console import set_up_streams

    gc.disable()  # one short run: what is loaded is kept until the end, and looking for garbage costs a fifth of it
    set_up_streams()
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> "NoReturn":
    """End with a code, and let the system have what is left: Python takes a fifth of its start to put it away."""
    import atexit

    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105  # contextlib is not for every run
            stream.flush()
        except (OSError, ValueError):  # nobody reads it any more, or it is closed
            pass
    atexit._run_exitfuncs()  # noqa: SLF001  # of a coverage report, say
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run a command line; its exit code."""
    try:
        return _ran(arguments)
    except Ended as end:
        return end.code
    except CannotRunError as error:
        return _complained(error, arguments, CANNOT_RUN)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:  # noqa: BLE001  # the boundary: a bug becomes a file to attach
        return _complained(CannotRunError("cannot.bug", file=_bug_report()), arguments, BUG)


def _ran(arguments: list[str]) -> int:
    """Run a command line the shortest way that understands it."""
    if arguments == ["--version"]:
        from rectledger.cli.console import out

        out(f"rectledger {__version__}\n")
        return 0
    try:
        call = asked(arguments)
    except Doubt:
        from rectledger.cli.commands import run_command

        return run_command(arguments)
    if call.command is None:
        from rectledger.cli.picturing import picture

        return picture(**call.before, **call.values)
    from rectledger.cli.globals import said_before

    call.command(said_before(**call.before), **call.values)
    return 0


def _complained(error: CannotRunError, arguments: list[str], code: int) -> int:
    from rectledger.cli.console import complain
    from rectledger.messages import Language

    # the options may not be parsed yet
    english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    complain(error, Language.EN if english else Language.ZH)
    return code


def _bug_report() -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="rectledger-", suffix=".txt", delete=False) as file:
        file.write(f"rectledger {__version__}\nPython {sys.version}\n{traceback.format_exc()}")
    return file.name
