"""RL002."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL002", since="0.1")
def tab_indentation() -> None:
    """A line is indented with a tab.

    用制表符缩进。

    ## Why it matters

    YAML counts columns, and a tab has no width of its own. Editors show it as two, four or eight
    spaces, so what looks right is not what is read. In the example `␉` stands for it.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
    ␉- id: rules
    # RL002
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
