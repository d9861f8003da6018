"""RL672."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL672", Severity.ERROR, since="0.1")
def deadline_not_understood() -> None:
    """A cell for a day or a deadline cannot be read.

    时限或日期读不懂。

    ## Why it matters

    A deadline is never replaced by a default: the problem would not be chased by anybody.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,尽快,未启动
    #                              ^^ RL672
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
