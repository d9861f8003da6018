"""RL012."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL012", since="0.1")
def not_utf8() -> None:
    """The bytes are not UTF-8.

    文件不是 UTF-8 编码。

    ## Why it matters

    Old editors save Chinese as GBK. Guessing the encoding would sooner or later put a wrong
    character into a name.

    ```yaml bad encoding=gbk
    id: demo-01
    heading: h1
    title: 会议记录不规范
    #      ^ RL012
    owner: office
    measures: []
    ```

    ```yaml good encoding=utf-8
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
