"""RL600."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL600", Severity.ERROR, since="0.1")
def cell_changed_on_both_sides() -> None:
    """A cell was changed in the sheet, and its value in the ledger as well.

    导出之后，表格里的这一格和台账里的同一项都改过，改得不一样。

    ## Why it matters

    Whoever comes last would win without knowing that there was a choice. What others have changed in
    other cells is no conflict.

    ```cells bad
    $ rectledger set 1.1 due 2026-05-31
    I2: 2026-12-31
    #RL600
    ```

    ```cells good
    $ rectledger set 1.1 due 2026-05-31
    I3: 2026-12-31
    ```
    """
