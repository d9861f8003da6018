"""RL005."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL005", since="0.1")
def unknown_key() -> None:
    """A key is not one of the format.

    格式里没有这个键。

    ## Why it matters

    A misspelt key would silently do nothing: a deadline under `deu` is no deadline. The nearest
    known key is named.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    leadr: lead
    #^^^^ RL005
    measures:
      - {id: rules, text: 修订会议制度, due: 2026-06-30}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    leader: lead
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
    ```
    """
