"""RL612."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL612", Severity.ERROR, since="0.1")
def new_row_that_is_incomplete() -> None:
    """A new row lacks what a measure or an issue needs.

    新的一行不完整。

    ## Why it matters

    Without the words of the issue nobody can tell which one a measure is for, and without an owner
    nobody is asked about it.

    ```cells bad
    E4: 建立台账
    #A4 RL612
    ```

    ```cells good
    B4: 会议制度执行不到位
    C4: 监督检查流于形式
    E4: 建立台账
    G4: 示例局财务科
    I4: 2026-06-30
    ```
    """
