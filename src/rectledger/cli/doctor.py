"""`rectledger doctor`."""

from rectledger.cli.globals import Globals
from rectledger.cli.options import AsOf, Yes


def command(said: Globals, yes: Yes = False, as_of: AsOf = None) -> None:
    """修复台账 · repair a ledger.

    重复的编号、放错的文件、git 设置。不带 --yes 只说会做什么，有要做的以 1 退出。

    Ids used twice, files in the wrong place, git's configuration. Without --yes it says what it would
    do, and exits with 1 if there is anything.
    """
    from rectledger.cli.curing import cure
    from rectledger.cli.session import open_session

    cure(open_session(said, as_of), write=yes)
