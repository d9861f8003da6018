"""RL610."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL610", Severity.ERROR, since="0.1")
def recorded_line_changed() -> None:
    """A line of what was recorded is changed or gone.

    已登记的进展或佐证被改动或删去。

    ## Why it matters

    What happened is appended and never rewritten. A slip in an old note is mended in the file, where
    git shows who did it.

    ```cells bad
    J2: 二稿已成
    #RL610
    ```

    ```cells good
    J2: 2025-10-20 初稿已成␤二稿已成
    ```
    """
