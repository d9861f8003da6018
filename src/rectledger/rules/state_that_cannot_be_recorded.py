"""RL645."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL645", Severity.WARNING, since="0.1")
def state_that_cannot_be_recorded() -> None:
    """A notice states something that no event can be made of.

    通报里写的状态记不成事件。

    ## Why it matters

    Closing needs the one who signed, deferring and extending need an approver, a transfer needs a receiver; a notice
    says none of these. The measure gets what is certain, and somebody records the rest. Words for a state count only
    in the first sentence of a measure.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：（1）修订会议制度，暂缓。（2）2025年3月3日组织学习。
    #       ^^^^^^^^^^ RL645
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
