"""RL676."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL676", Severity.ERROR, since="0.1")
def row_without_a_measure() -> None:
    """A problem in a table has no measure.

    问题没有整改措施。

    ## Why it matters

    A plan without measures cannot be followed. A list of findings alone is taken by `rectledger new --from-list`.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,,示例局财务科,2026-06-30,未启动
    # RL676
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
