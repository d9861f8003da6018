"""RL670."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL670", Severity.ERROR, since="0.1")
def table_without_a_problem() -> None:
    """A table has headers and no rows below them.

    表里只有表头，没有问题。

    ## Why it matters

    Nothing would be made of it, and nobody would notice.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    #^ RL670
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
