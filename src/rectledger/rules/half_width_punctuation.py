"""RL503."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.punctuation import HALF_WIDTH, half_width
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL503", Severity.WARNING, since="0.1")
def half_width_punctuation(facts: Facts) -> Iterator[Problem]:
    """A half-width mark stands beside Chinese in a public text.

    公开文字里，汉字旁边用了半角标点。

    ## Why it matters

    A half-width colon between full-width ones is seen by everybody but the one who typed it. Marks in
    numbers, times, Latin phrases, addresses and document numbers are left alone.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度,并组织学习
        #     ^^^^^^^^^^^^ RL503
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
        text: 修订会议制度，并组织学习
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for file, route, text in facts.public_texts.holding(HALF_WIDTH):
        if found := half_width(text):
            yield Problem(file, route, "RL503", found._asdict())
