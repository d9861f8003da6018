"""RL009."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL009", since="0.1")
def impossible_date() -> None:
    """A date is not a day, or is written in another form.

    不是日期，或日期写法不对。

    ## Why it matters

    Every lateness is counted from dates. `2025-06-31` is no day, and `2025/6/3` is a different one
    in another country.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-31
        #    ^^^^^^^^^^ RL009
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
