"""RL671."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL671", Severity.ERROR, since="0.1")
def column_not_understood() -> None:
    """Nobody knows what a column of a table is.

    有一列看不懂。

    ## Why it matters

    A column that is dropped in silence is missed a year later. `--map` says what it is, or that it is left out.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态,经费
    #                            ^^ RL671
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动,2万元
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
