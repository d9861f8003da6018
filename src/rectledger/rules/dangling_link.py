"""RL023."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL023", since="0.1")
def dangling_link() -> None:
    """A link leads to a file that is not there.

    链接指向的文件不存在。

    ## Why it matters

    The record is gone, and only the name is left; on another machine it may never have been there.

    ```sh bad
    ln -s nowhere.yaml issues/demo/demo-02.yaml
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
