"""RL605."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL605", Severity.ERROR, since="0.1")
def row_of_another_sheet() -> None:
    """The key of a row is none that went out with the sheet.

    这一行的标识不是这张表格里的。

    ## Why it matters

    A row that was pasted from another sheet brings the key of another measure, and nothing to tell what
    was changed in it.

    ```cells bad
    N3: demo-09/rules
    #A3 RL605
    #A3 RL601
    ```

    ```cells good
    I3: 2026-12-31
    ```
    """
