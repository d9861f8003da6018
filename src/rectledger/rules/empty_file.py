"""RL016."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL016", since="0.1")
def empty_file() -> None:
    """The file holds nothing.

    文件是空的。

    ## Why it matters

    A file that was created and never filled, or emptied by a full disk, is a problem that silently
    disappears.

    ```yaml bad
    # 待填写
    #RL016
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
