"""RL106."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL106", since="0.1")
def misplaced_file() -> None:
    """A YAML file stands where no record belongs.

    文件放错了地方，不会被读取。

    ## Why it matters

    It looks like part of the ledger and is not: an issue directly in `issues/`, or one folder too
    deep, is in no list and no notice.

    ```yaml bad
    # --- file: issues/demo-02.yaml
    #RL106
    id: demo-02
    heading: h1
    title: 会议记录不规范
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
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
