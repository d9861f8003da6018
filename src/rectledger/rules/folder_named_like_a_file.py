"""RL021."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL021", since="0.1")
def folder_named_like_a_file() -> None:
    """A folder has a name that ends in `.yaml`, or is a link to a folder.

    目录以 .yaml 为名，或是指向目录的链接。

    ## Why it matters

    It looks like a record in a listing and holds none that is read.

    ```sh bad
    mkdir issues/demo/demo-02.yaml
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
