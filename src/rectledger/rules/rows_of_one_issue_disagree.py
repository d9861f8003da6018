"""RL607."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL607", Severity.ERROR, since="0.1")
def rows_of_one_issue_disagree() -> None:
    """Rows of one issue were changed to say different things about it.

    同一个问题的各行，改成了不同的内容。

    ## Why it matters

    The title, the goal or the leader of an issue stands in each of its rows. One change in one row is
    enough; two different ones need somebody to choose.

    ```cells bad
    D2: 会议有记录
    #RL607
    D3: 记录有签字
    #RL607
    ```

    ```cells good
    D2: 会议有记录
    D3: 会议有记录
    ```
    """
