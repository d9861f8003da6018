"""RL682."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL682", Severity.WARNING, since="0.1")
def class_of_some_measures() -> None:
    """Only some measures of a problem are to be done at once.

    同一个问题只有部分措施写了立行立改。

    ## Why it matters

    The class belongs to the problem as a whole, so it is left open rather than said of every measure.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,立行立改,未启动
    #                              ^^^^ RL682
    1,会议制度执行不到位,记录不全,培训记录人员,示例局财务科,2026-06-30,未启动
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,立行立改,未启动
    ```
    """
