"""RL657."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL657", Severity.WARNING, since="0.1")
def party_that_is_new() -> None:
    """A source names somebody whom the ledger does not know.

    原文提到台账里没有的人或单位。

    ## Why it matters

    A party is made of the name. What kind it is, and whether the public may read the name, somebody has to say; until
    then the party's `role` holds the mark 【待核】.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日修订会议制度。
    责任单位：示例局人事科
    #    ^^^^^^ RL657
    示例局办公室
    2025年11月5日
    ```

    ```text good
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日修订会议制度。
    责任单位：示例局财务科
    示例局办公室
    2025年11月5日
    ```
    """
