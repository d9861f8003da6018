"""RL004."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL004", since="0.1")
def duplicate_key() -> None:
    """A key stands twice in one mapping.

    同一层里，一个键写了两次。

    ## Why it matters

    YAML readers silently keep one of the two, and not always the same one: what the other
    said is lost without a word.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    title: 会议记录不完整
    #^^^^ RL004
    measures: [{id: rules, text: 修订会议制度}]
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures: [{id: rules, text: 修订会议制度}]
    ```
    """
