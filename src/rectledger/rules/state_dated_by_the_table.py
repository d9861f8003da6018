"""RL679."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL679", Severity.WARNING, since="0.1")
def state_dated_by_the_table() -> None:
    """A table says where a measure stands, but not since when.

    表上写了状态，没有写日期。

    ## Why it matters

    The event is dated by the table, or by the day of the import, and marked until somebody finds the day.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,已完成
    #                                         ^^^ RL679
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
