"""RL603."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL603", Severity.ERROR, since="0.1")
def row_without_its_key() -> None:
    """A row that went out has come back without its key.

    导出的一行失去了隐藏的标识。

    ## Why it matters

    Numbers and words change, so only the key tells which measure a row is about. Taken as a new row, it
    would give the measure a twin.

    ```cells bad
    N2:
    #A2 RL603
    ```

    ```cells good
    E2: 修订会议制度并印发
    ```
    """
