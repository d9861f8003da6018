"""RL017."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL017", since="0.1")
def several_documents() -> None:
    """The file holds several documents.

    一个文件里有几份文档。

    ## Why it matters

    One file is one record. What stands behind `---` would be read by nobody.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - {id: rules, text: 修订会议制度, due: 2026-06-30}
    ---
    #^^ RL017
    id: demo-02
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
