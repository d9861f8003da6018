"""RL653."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL653", Severity.WARNING, since="0.1")
def measures_numbered_otherwise() -> None:
    """Measures are numbered by 一是, ① or 1. instead of （1）.

    措施用一是、①或1.编号，不是（1）。

    ## Why it matters

    The words for the number are left out, because numbers are computed and printed as （1）.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：一是2025年3月3日修订会议制度。二是2025年3月4日组织学习。
    #    ^^ RL653
    示例局办公室
    2025年11月5日
    ```

    ```text good
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：（1）2025年3月3日修订会议制度。（2）2025年3月4日组织学习。
    示例局办公室
    2025年11月5日
    ```
    """
