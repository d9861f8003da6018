"""RL615."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL615", Severity.ERROR, since="0.1")
def changed_party_of_a_handover() -> None:
    """The party of a measure that was handed over was changed in the sheet.

    责任已交接的，改了责任人。

    ## Why it matters

    Who has a measure follows from its handing-over, with its day. Another name in a cell does not say
    whether the record was wrong or somebody new took over.

    ```cells bad
    $ rectledger record 1.1 handed-over --from office --to finance
    export
    G2: 示例局办公室
    #RL615
    ```

    ```cells good
    G2: 示例局财务科
    ```
    """
