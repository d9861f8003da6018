"""RL611."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL611", Severity.ERROR, since="0.1")
def evidence_of_nothing() -> None:
    """Evidence was added, and nothing that it proves.

    添了佐证材料，却没写它证明什么。

    ## Why it matters

    Evidence belongs to an event: a document beside a measure that did not move proves nothing to a
    reader.

    ```cells bad
    M2: 示〔2025〕3号
    #RL611
    ```

    ```cells good
    J2: 2025-10-20 初稿已成␤制度已印发
    M2: 示〔2025〕3号
    ```
    """
