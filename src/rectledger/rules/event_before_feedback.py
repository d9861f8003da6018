"""RL203."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL203", Severity.WARNING, since="0.1")
def event_before_feedback(facts: Facts) -> Iterator[Problem]:
    """Something happened before the feedback day.

    事件早于反馈日。

    ## Why it matters

    It happens: work that was under way when the inspectors came. It may also be a wrong year, and
    work that was done before cannot be claimed as rectification without a word about it.

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
          - {date: 2024-12-20, event: progress, note: 初稿已成}
          #                           ^^^^^^^^ RL203
          - {date: 2025-10-20, event: progress, note: 征求意见}
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
    for issue, route, event in facts.events:
        if event.date < issue.inspection.feedback:
            yield issue.problem("RL203", route, date=event.date, feedback=issue.inspection.feedback)
