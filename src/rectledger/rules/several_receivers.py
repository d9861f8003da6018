"""RL661."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL661", Severity.WARNING, since="0.1")
def several_receivers() -> None:
    """A transfer names several receivers.

    移交提到几个接收单位。

    ## Why it matters

    An event has one receiver. The one named first is taken, the others stand in its note.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：会议档案已移交示例县住建局，部分移交示例县档案局。
    #    ^^^^^^^^^^^^^^^^^^^^ RL661
    示例局办公室
    2025年11月5日
    ```

    ```text good
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：会议档案已移交示例县住建局。
    示例局办公室
    2025年11月5日
    ```
    """
