"""RL648."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL648", Severity.WARNING, since="0.1")
def words_that_the_notice_changes() -> None:
    """The notice that is rendered from the records differs from the one they were taken from.

    按记录重新生成的通报与原文不同。

    ## Why it matters

    Every import is proved by rendering its result. Title, preamble and section headings are the template's, numbers
    and states are computed; whatever else differs was not taken as it stands.

    ```text bad
    示例局办公室关于专项巡察整改进展情况的通报
    示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。现将整改进展情况予以公布。
    一、集中整改期内整改进展情况
    # ^^^^^^^^^^^^ RL648
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
