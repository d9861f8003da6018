"""RL614."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL614", Severity.WARNING, since="0.1")
def column_that_did_not_go_out() -> None:
    """A column has words in it and did not go out with the sheet.

    表格里多出一列，里面的内容没有收。

    ## Why it matters

    People add columns for themselves. They may; whoever sends the sheet back should know that these
    stay behind.

    ```cells bad
    O1: 备注
    #RL614
    O2: 待核实
    ```

    ```cells good
    E2: 修订会议制度并印发
    ```
    """
