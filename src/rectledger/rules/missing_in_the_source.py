"""RL650."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL650", Severity.ERROR, since="0.1")
def missing_in_the_source() -> None:
    """A notice does not say what an inspection cannot do without.

    通报没有写明巡察记录必需的内容。

    ## Why it matters

    Without the feedback day no deadline can be computed, and nothing is guessed in its place.

    ```text bad
    （一）反馈问题：会议制度执行不到位
    #^^^^^^^^^^^^^^^^ RL650
    #^^^^^^^^^^^^^^^^ RL650
    #^^^^^^^^^^^^^^^^ RL650
    #^^^^^^^^^^^^^^^^ RL650
    #^^^^^^^^^^^^^^^^ RL650
    问题1：会议记录不规范
    整改情况：修订会议制度。
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
