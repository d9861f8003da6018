"""RL677."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL677", Severity.ERROR, since="0.1")
def rows_that_say_different_things() -> None:
    """Rows of one problem say different things about it.

    同一问题的几行说法不一。

    ## Why it matters

    A problem has one leader and one heading. Which is right, only the author of the table knows.

    ```csv bad
    序号,问题,整改措施,责任单位,责任领导
    1,记录不全,补齐会议记录,示例局财务科,张某某
    ,,组织学习,示例局财务科,李某某
    #             ^^^ RL677
    ```

    ```csv good
    序号,问题,整改措施,责任单位,责任领导
    1,记录不全,补齐会议记录,示例局财务科,张某某
    ,,组织学习,示例局财务科,张某某
    ```
    """
