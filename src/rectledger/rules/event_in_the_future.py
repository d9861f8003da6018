"""RL307."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL307", Severity.WARNING, since="0.1")
def event_in_the_future(facts: Facts) -> Iterator[Problem]:
    """An event is dated after the day that judges.

    事件的日期在判断日之后。

    ## Why it matters

    Events are what happened. One that has not happened yet counts for nothing, and is mostly a
    wrong year.

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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2026-10-25, event: progress, note: 征求意见}
          #                           ^^^^^^^^ RL307
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
        if event.date > facts.day:
            yield issue.problem("RL307", route, date=event.date, day=facts.day)
