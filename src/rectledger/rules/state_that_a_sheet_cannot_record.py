"""RL609."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL609", Severity.ERROR, since="0.1")
def state_that_a_sheet_cannot_record() -> None:
    """A state was changed to one that needs an event with more in it than a sheet holds.

    改成的状态要有事件作依据，而表格里没有它要写明的事项。

    ## Why it matters

    States are made by events. To be transferred takes a receiver and a document, to be put off
    somebody's approval, to be closed the signature of somebody other than the owner.

    ```cells bad
    K2: 已移交
    #RL609
    ```

    ```cells good
    J2: 2025-10-20 初稿已成␤已印发
    K2: 已完成
    M2: 示〔2025〕3号
    ```
    """
