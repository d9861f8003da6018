"""RL601."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL601", Severity.ERROR, since="0.1")
def row_that_is_missing() -> None:
    """A row that went out has not come back.

    导出的一行在交回的表格里没有了。

    ## Why it matters

    Rows get lost when sheets are cut apart, filtered and pasted. An import deletes nothing, so the
    row's own changes would be lost unseen.

    ```cells bad
    delete 3
    #A3 RL601
    ```

    ```cells good
    I3: 2026-12-31
    ```
    """
