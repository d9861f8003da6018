"""RL025."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL025", since="0.1")
def unreadable_file() -> None:
    """A file or folder cannot be opened.

    文件或目录打不开。

    ## Why it matters

    What cannot be read is missing from every count, so it is named instead of being passed over.

    ```sh bad
    chmod a-r issues/demo/demo-01.yaml
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
