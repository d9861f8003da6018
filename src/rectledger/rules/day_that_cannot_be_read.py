"""RL651."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL651", Severity.ERROR, since="0.1")
def day_that_cannot_be_read() -> None:
    """A document has a day or a deadline that cannot be read.

    原文有读不懂的日期或时限。

    ## Why it matters

    A deadline is never replaced by a default.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    2024年8月22日至2月30日，示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    #^^^^^^^^^^^^^^^ RL651
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日修订会议制度。
    整改时限：尽快
    #    ^^ RL651
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
    整改时限：2025年6月底前
    示例局办公室
    2025年11月5日
    ```
    """
