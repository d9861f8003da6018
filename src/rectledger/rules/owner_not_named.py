"""RL680."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL680", Severity.WARNING, since="0.1")
def owner_not_named() -> None:
    """Nobody is named for a problem in a table.

    问题没有写责任单位。

    ## Why it matters

    The unit itself is taken, as `rectledger new` does.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,,2026-06-30,未启动
    #           ^^^^ RL680
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
