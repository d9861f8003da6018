"""RL606."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL606", Severity.ERROR, since="0.1")
def row_of_a_record_that_is_gone() -> None:
    """A row was changed whose measure is not in the ledger any more.

    这一行的措施已不在台账里，却有改动。

    ## Why it matters

    Somebody has taken the measure out since the sheet was exported. What was written here has no place
    to go.

    ```cells bad
    $ rm issues/demo/demo-01.yaml
    E2: 修订制度
    #RL606
    ```

    ```cells good
    E2: 修订制度
    ```
    """
