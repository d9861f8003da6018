"""RL678."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL678", Severity.WARNING, since="0.1")
def closing_without_a_signature() -> None:
    """A table says that a problem was closed, and not by whom.

    表上写已销号，没有写由谁销号。

    ## Why it matters

    Closing is the overseer's signature. What is certain is that the measure was completed.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,已销号
    #                                         ^^^ RL678
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
