"""RL642."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL642", Severity.WARNING, since="0.1")
def half_width_label() -> None:
    """A label of a notice has a half-width colon.

    标签后面用了半角冒号。

    ## Why it matters

    The label is printed by the template, with a full-width colon. Half-width marks inside a text are taken as they
    are, and RL503 reports them.

    ```text bad
    （一）反馈问题：会议制度执行不到位
    问题1:会议记录不规范
    #^^^ RL642
    整改情况：修订会议制度。
    ```

    ```text good
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    ```
    """
