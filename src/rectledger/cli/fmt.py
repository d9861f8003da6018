"""`rectledger fmt`."""

from rectledger.cli.globals import Globals
from rectledger.cli.options import Yes


def command(said: Globals, yes: Yes = False) -> None:
    """整理排版 · canonical layout.

    键的顺序、缩进；注释保留。不带 --yes 只显示会改什么，有要改的以 1 退出。

    The order of keys and the indents; comments stay. Without --yes it shows what it would do, and
    exits with 1 if there is anything.
    """
    from rectledger.cli.session import open_session
    from rectledger.cli.tidying import tidy

    tidy(open_session(said), write=yes)
