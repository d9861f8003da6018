"""RL647."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL647", Severity.WARNING, since="0.1")
def relative_time_in_the_source() -> None:
    """A notice names a time by the day on which it is read.

    通报里的时间，要看是哪一天读的。

    ## Why it matters

    The words are taken as they stand, and RL502 reports them until they are mended.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：今年修订会议制度，近期组织学习。
    #    ^^ RL647
    #             ^^ RL647
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
    示例局办公室
    2025年11月5日
    ```
    """
