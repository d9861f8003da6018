"""RL010."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL010", since="0.1")
def deadline_in_words() -> None:
    """A deadline is written in words.

    时限用文字写成。

    ## Why it matters

    Nothing can be computed from 年底前: which year, and is the last day meant? Deadlines have forms
    that mean one day; the hint names the form where the words have one. 立行立改 and 长期坚持 are classes,
    not dates: they belong to `requirement` and `sustained`.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026年6月底前
        #    ^^^^^^^^^ RL010
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06
    ```
    """
