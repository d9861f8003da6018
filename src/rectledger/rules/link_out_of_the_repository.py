"""RL024."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL024", since="0.1")
def link_out_of_the_repository() -> None:
    """A link leads out of the ledger.

    链接指向台账之外。

    ## Why it matters

    What it leads to is in no commit: nobody can review it, and it may be a file that is nobody
    else's business.

    ```sh bad
    ln -s /etc/hosts issues/demo/demo-02.yaml
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
    ```
    """
