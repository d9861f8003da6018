"""RL675."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL675", Severity.WARNING, since="0.1")
def row_left_out() -> None:
    """A row adds up others, repeats the headers, or is a note about the table.

    小计、重复的表头和表尾的说明没有收。

    ## Why it matters

    Totals are computed. What is left out is named, so that a problem that looks like one is seen.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    小计,,1项,,,,
    #^ RL675
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
