"""RL008."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL008", since="0.1")
def value_not_allowed() -> None:
    """A value is not one of those that its key takes.

    这个键不接受这个值。

    ## Why it matters

    States and lists are computed from these words. One that nobody knows would fall out of every
    count. What is allowed is named.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    requirement: urgent
    #            ^^^^^^ RL008
    measures:
      - {id: rules, text: 修订会议制度, due: 2026-06-30}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    requirement: immediate
    measures:
      - {id: rules, text: 修订会议制度, due: 2026-06-30}
    ```
    """
