"""RL660."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL660", Severity.WARNING, since="0.1")
def part_that_is_not_read() -> None:
    """A document has pictures, comments or hidden text.

    文档里有图片、批注或隐藏文字。

    ## Why it matters

    They are left out.

    ```text bad file=notice.docx
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日修订会议制度{picture}。
    #^^^^^^^^^^^^^^^^^^^^ RL660
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
