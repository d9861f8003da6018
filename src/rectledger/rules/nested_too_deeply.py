"""RL019."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL019", since="0.1")
def nested_too_deeply() -> None:
    """Collections stand in each other deeper than any record needs.

    嵌套太深。

    ## Why it matters

    A record needs six levels. Sixty are a mistake in brackets or indentation, or somebody trying to
    break the reader.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    goal: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    #                                                                ^ RL019
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
