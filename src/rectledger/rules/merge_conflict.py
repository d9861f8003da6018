"""RL011."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL011", since="0.1")
def merge_conflict() -> None:
    """Markers of a merge that git left open stand in the file.

    文件里有未解决的合并冲突。

    ## Why it matters

    Two people changed the same lines, and nobody has decided. Neither version is the record until
    somebody does.

    ```yaml bad
    id: demo-01
    heading: h1
    <<<<<<< HEAD
    #^^^^^^^^^^^ RL011
    title: 会议记录不规范
    =======
    title: 会议记录不完整
    >>>>>>> other
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
