"""RL506."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.residue import INVISIBLE, invisible
from rectledger.rules.registry import rule


@rule("RL506", Severity.WARNING, since="0.1")
def invisible_character(facts: Facts) -> Iterator[Problem]:
    r"""A public text holds a character that nobody can see.

    公开文字里有看不见的字符。

    ## Why it matters

    A no-break or zero-width space, copied from a web page or a document, hides a word from whoever
    searches for it and breaks lines where nobody expects it.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: "修订会议\u200b制度"
        #     ^^^^^^^^^^^^^^ RL506
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
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
    for file, route, text in facts.public_texts.holding(INVISIBLE):
        for character, around in invisible(text):
            yield Problem(file, route, "RL506", {"character": character, "around": around})
