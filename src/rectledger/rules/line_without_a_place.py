"""RL644."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL644", Severity.ERROR, since="0.1")
def line_without_a_place() -> None:
    """A line of a notice has no place in a record.

    有一行放不进任何记录。

    ## Why it matters

    A ledger has no place for a section on leads or accountability, or for attachments. Nothing is dropped in
    silence: without `--partial` the whole import is refused.

    ```text bad
    二、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    三、线索移送办理
    #^^^^^^^ RL644
    共移送线索2件。
    #^^^^^^^ RL644
    ```

    ```text good
    二、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    三、下一步工作安排
    1.继续推进。
    ```
    """
