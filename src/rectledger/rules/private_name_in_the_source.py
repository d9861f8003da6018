"""RL649."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL649", Severity.WARNING, since="0.1")
def private_name_in_the_source() -> None:
    """A document names somebody whom the ledger keeps private.

    原文写了台账中不对外公开的名称。

    ## Why it matters

    `parties.yaml` has a public name for them, and that one is taken: else no notice could be rendered.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日对清泉污水处理厂立案查处。
    #              ^^^^^^^ RL649
    示例局办公室
    2025年11月5日
    ```

    ```text good
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、整改进展情况
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范。
    整改情况：2025年3月3日对某企业立案查处。
    示例局办公室
    2025年11月5日
    ```
    """
