"""RL026."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL026", since="0.1")
def yml_suffix() -> None:
    """The name of a file ends in `.yml`.

    文件名以 .yml 结尾。

    ## Why it matters

    Only `.yaml` is read. One ending keeps two files from having one id.

    ```sh bad
    touch issues/demo/demo-02.yml
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
