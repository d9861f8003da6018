"""RL014."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL014", since="0.1")
def nul_character() -> None:
    """The file holds a NUL character.

    文件里有空字符 NUL。

    ## Why it matters

    Text has none. Many of them mean that a disk or a transfer damaged the file. In the example `␀`
    stands for it.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记␀录不规范
    #         ^ RL014
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
