"""RL602."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL602", Severity.ERROR, since="0.1")
def row_given_twice() -> None:
    """A row stands in the sheet twice.

    同一行在表格里出现了两次。

    ## Why it matters

    Which of the two counts? Mostly the second was meant to be a new measure, and has come with the
    hidden key of the first.

    ```cells bad
    copy 2 to 4
    E4: 建立台账
    #A4 RL602
    ```

    ```cells good
    B4: 会议制度执行不到位
    C4: 会议记录不规范
    E4: 建立台账
    ```
    """
