"""RL022."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL022", since="0.1")
def special_file() -> None:
    """A pipe, a device or a socket stands where a record belongs.

    管道、设备或套接字占了记录的位置。

    ## Why it matters

    Reading it could wait for ever. It is not opened for reading.

    ```sh bad
    mkfifo issues/demo/demo-02.yaml
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
