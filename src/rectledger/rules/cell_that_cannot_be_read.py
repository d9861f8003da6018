"""RL608."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL608", Severity.ERROR, since="0.1")
def cell_that_cannot_be_read() -> None:
    """A cell says nothing that the ledger can hold.

    这一格写的内容台账收不了。

    ## Why it matters

    A deadline that nobody can read must not become none, nor a name that nobody knows become a party.

    ```cells bad
    I2: 尽快
    #RL608
    G3: 某科室
    #RL608
    ```

    ```cells good
    I2: 2026年底前
    G3: 示例局财务科
    ```
    """
