"""RL505."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.residue import GARBAGE, garbage
from rectledger.rules.registry import rule


@rule("RL505", Severity.ERROR, since="0.1")
def word_processor_residue(facts: Facts) -> Iterator[Problem]:
    """A public text holds what a word processor left behind.

    公开文字里有文字处理软件留下的痕迹。

    ## Why it matters

    Bookmarks, fields and broken cross-references come along when a text is copied, and are printed as
    they stand.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度[bookmark:_GoBack]
        #     ^^^^^^^^^^^^^^^^^^^^^^^^ RL505
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
    for file, route, text in facts.public_texts.holding(GARBAGE):
        if found := garbage(text):
            yield Problem(file, route, "RL505", {"found": "、".join(found)})
