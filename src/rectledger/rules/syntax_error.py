"""RL001."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL001", since="0.1")
def syntax_error() -> None:
    """The text is not YAML.

    这段文字不是 YAML。

    ## Why it matters

    A file that cannot be parsed holds nothing: its problem would be missing from every list and
    from the notice. Text with a colon and a space, or with a number sign after a space, needs
    quotes.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订制度: 会议部分
        #         ^ RL001
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: "修订制度: 会议部分"
        due: 2026-06-30
    ```
    """
