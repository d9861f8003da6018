"""RL655."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.unverified import MARK, unverified
from rectledger.rules.registry import rule


@rule("RL655", Severity.WARNING, since="0.1")
def unverified_import(facts: Facts) -> Iterator[Problem]:
    """Something that an import could not know has not been looked at.

    导入时不能确定的内容还没有人核过。

    ## Why it matters

    The importer marks with 【待核】 what the source does not say: a day, what is left to do, a new party. Whoever
    finds out writes it in and takes the mark away.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - date: 2025-11-05
            event: progress
            note: 【待核】据通报；原文没有写日期，以通报日期记。
            #     ^^^^^^^^^^^^^^^^^^^^^^^ RL655
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
    for file, route, text in unverified(facts.ledger):
        yield Problem(file, route, "RL655", {"text": text.replace(MARK, " ").strip()})
