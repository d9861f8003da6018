"""RL003."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL003", since="0.1")
def full_width_colon() -> None:
    """A full-width colon follows a key.

    键后面用了全角冒号。

    ## Why it matters

    A Chinese input method writes “：” where YAML needs “:” and a space. To YAML the line is then
    plain text, and the key is lost.

    ```yaml bad
    id: demo-01
    heading: h1
    title：会议记录不规范
    #    ^ RL003
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
