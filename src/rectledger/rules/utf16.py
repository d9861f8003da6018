"""RL013."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL013", since="0.1")
def utf16() -> None:
    """The file is UTF-16.

    文件是 UTF-16 编码。

    ## Why it matters

    Some Windows programs save “Unicode” as UTF-16; git then shows the file as binary, and nobody
    can review it.

    ```yaml bad encoding=utf-16
    #RL013
    id: demo-01
    heading: h1
    title: 会议记录不规范
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
