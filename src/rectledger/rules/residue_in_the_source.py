"""RL643."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL643", Severity.WARNING, since="0.1")
def residue_in_the_source() -> None:
    """A document holds what a word processor left, or the number of a page.

    文档里有文字处理软件的痕迹或页码。

    ## Why it matters

    Bookmarks, fields, characters that nobody sees and page numbers are no words of the notice. They are left out.

    ```text bad
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范[bookmark: _Hlk1]
    #          ^^^^^^^^^^^^^^^^^ RL643
    整改情况：修订会议制度。
    - 2 -
    #^^^^ RL643
    ```

    ```text good
    （一）反馈问题：会议制度执行不到位
    问题1：会议记录不规范
    整改情况：修订会议制度。
    ```
    """
