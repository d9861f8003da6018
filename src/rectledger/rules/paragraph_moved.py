"""RL656."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL656", Severity.WARNING, since="0.1")
def paragraph_moved() -> None:
    """A paragraph stands where records have no place for one, and was moved.

    有一段话所在的位置没有对应的记录，已移到前一部分。

    ## Why it matters

    What stands between the title of the section and its first heading goes to the end of the section before.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    现将情况说明如下：
    #^^^^^^^^ RL656
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日修订会议制度。
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
