"""RL674."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL674", Severity.ERROR, since="0.1")
def row_without_a_place() -> None:
    """Something in a table belongs to no issue and no measure.

    表里有内容不属于任何问题或措施。

    ## Why it matters

    A second owner below a merged cell, or a line above the first problem, would be lost.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    ,,,,示例局办公室,,
    #   ^^^^^^ RL674
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
