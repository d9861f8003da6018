"""RL616."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL616", Severity.ERROR, since="0.1")
def place_that_cannot_be_edited() -> None:
    r"""The value that a cell would change stands in its file where it cannot be edited safely.

    要改的值在文件里的写法不能安全地改动。

    ## Why it matters

    An anchor or an alias holds one value for several places. Changing it where the sheet asks would change the
    others as well.

    ```cells bad
    $ sed 's/leader: lead/leader: \&l lead/; s/owner: office/owner: *l/' issues/demo/demo-01.yaml > new
    $ mv new issues/demo/demo-01.yaml
    export
    F2: 李某某
    #RL616
    ```

    ```cells good
    F2: 李某某
    ```
    """
