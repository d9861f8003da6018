"""RL673."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL673", Severity.ERROR, since="0.1")
def state_not_understood() -> None:
    """A cell for a state has words that make no event.

    状态读不懂，或记不成事件。

    ## Why it matters

    A transfer needs a receiver and a document, a deferral an approver; a word alone says neither.

    ```csv bad
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,差不多
    #                                         ^^^ RL673
    ```

    ```csv good
    序号,反馈问题,问题,整改措施,责任单位,完成时限,状态
    1,会议制度执行不到位,记录不全,补齐会议记录,示例局财务科,2026-06-30,未启动
    ```
    """
