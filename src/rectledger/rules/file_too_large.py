"""RL020."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL020", since="0.1")
def file_too_large() -> None:
    """The file is larger than any record.

    文件太大。

    ## Why it matters

    A record is some kilobytes. Megabytes are an attachment in the wrong place; it belongs to
    `evidence/`.

    ```sh bad
    yes '会议记录' | head -c 5000000 >issues/demo/demo-01.yaml
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
