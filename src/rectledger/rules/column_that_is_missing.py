"""RL613."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL613", Severity.ERROR, since="0.1")
def column_that_is_missing() -> None:
    """A column that went out has not come back.

    导出的一列在交回的表格里没有了。

    ## Why it matters

    Columns are found by their headings. One that was renamed would be passed over, with all that was
    written in it.

    ```cells bad
    I1: 最后期限
    #N1 RL613
    #I1 RL614
    ```

    ```cells good
    I2: 2026-12-31
    ```
    """
