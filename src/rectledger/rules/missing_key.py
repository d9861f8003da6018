"""RL006."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL006", since="0.1")
def missing_key() -> None:
    """A key that a record cannot do without is missing.

    缺少必须有的键。

    ## Why it matters

    Without an owner nobody has it; without a reason an extension is a favour; a partial completion
    that does not say what is left is a full one in disguise.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
      # ^^ RL006
        due: 2026-06-30
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
