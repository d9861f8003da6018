"""RL681."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL681", Severity.WARNING, since="0.1")
def heading_that_is_new() -> None:
    """A table has a heading that the inspection does not have.

    表上的反馈问题，巡察记录里没有。

    ## Why it matters

    It is added. It may be one that is there, in other words.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,财务管理不严格,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    # ^^^^^^^ RL681
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
