"""RL007."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL007", since="0.1")
def wrong_type() -> None:
    """A value has another shape than its key asks for.

    值的形式不对：该是列表的不是列表，该是数字的不是数字。

    ## Why it matters

    A text where a list belongs, or a list where a text belongs, would be read as something else or
    as nothing.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    support: lead
    #        ^^^^ RL007
    measures:
      - {id: rules, text: 修订会议制度, due: 2026-06-30}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    support: [lead]
    measures:
      - {id: rules, text: 修订会议制度, due: 2026-06-30}
    ```
    """
