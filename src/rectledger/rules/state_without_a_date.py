"""RL646."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL646", Severity.WARNING, since="0.1")
def state_without_a_date() -> None:
    """A notice says where a measure stands, or only that something was done, but not when.

    通报写了措施做得怎样，没有写日期。

    ## Why it matters

    The event is dated by the notice, with a note that says so, until somebody finds the day. What has no state at all
    is recorded as progress.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：（1）会议制度不健全，已完成。新的制度已经印发。（2）组织学习。
    #       ^^^^^^^^^^^^^^^^^^^^ RL646
    #                               ^^^^^ RL646
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
