"""RL640."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL640", Severity.WARNING, since="0.1")
def number_out_of_order() -> None:
    """A number in a notice does not follow the one before it.

    通报里的编号与前面的不衔接。

    ## Why it matters

    Numbers are computed from the order, so nothing is lost; but a gap may be a finding that somebody took out. A
    number inside a text that does not count on, such as the second （2） of a quotation, stays in the text.

    ```text bad
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    （3）反馈问题：监督检查不够有力
    #^^ RL640
    问题2：检查流于形式
    整改情况：建立检查台账。
    ```

    ```text good
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    （二）反馈问题：监督检查不够有力
    问题2：检查流于形式
    整改情况：（1）建立检查台账。（2）每月通报。
    ```
    """
