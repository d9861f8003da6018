"""RL641."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL641", Severity.WARNING, since="0.1")
def label_left_out() -> None:
    """A heading of a notice lacks the words that the others have.

    有的反馈问题前面缺“反馈问题：”几个字。

    ## Why it matters

    The words are part of the template and are printed before every heading.

    ```text bad
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    （二）监督检查不够有力
    #^^^^^^^^^^ RL641
    问题2：检查流于形式
    整改情况：建立检查台账。
    ```

    ```text good
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    （二）反馈问题：监督检查不够有力
    问题2：检查流于形式
    整改情况：建立检查台账。
    ```
    """
