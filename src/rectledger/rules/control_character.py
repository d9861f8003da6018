"""RL015."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL015", since="0.1")
def control_character() -> None:
    """The file holds a character that is no text.

    文件里有控制字符。

    ## Why it matters

    Copied from a web page or a PDF, such characters are invisible in an editor and break lines or
    words in the notice. In the example `␛` stands for ESC.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记␛录不规范
    #         ^ RL015
    owner: office
    measures: []
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
