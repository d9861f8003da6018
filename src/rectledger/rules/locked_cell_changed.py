"""RL604."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL604", Severity.ERROR, since="0.1")
def locked_cell_changed() -> None:
    """A cell was changed that a sheet cannot change.

    改了不能在表格里改的一格。

    ## Why it matters

    Numbers are computed, and ids are never changed. To drop the change without a word would leave
    somebody believing that it was made.

    ```cells bad
    A2: 5
    #RL604
    ```

    ```cells good
    I2: 2026-12-31
    ```
    """
