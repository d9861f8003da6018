"""RL107."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL107", Severity.ERROR, since="0.1")
def no_measures(facts: Facts) -> Iterator[Problem]:
    """An issue has no measure.

    问题没有措施。

    ## Why it matters

    A problem that nothing is done about never becomes late and never becomes complete.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures: []
    #^^^^^^^ RL107
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
    for filed in facts.ledger.issues:
        if not filed.record.measures:
            yield Problem(filed.file, ("measures",), "RL107")
