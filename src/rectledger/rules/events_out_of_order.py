"""RL207."""

from collections.abc import Iterator
from itertools import pairwise

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL207", Severity.WARNING, since="0.1")
def events_out_of_order(facts: Facts) -> Iterator[Problem]:
    """An event stands below one with a later date.

    事件没有按日期先后排列。

    ## Why it matters

    Events are appended as they happen. One that is older than its neighbour above was entered late,
    or its date is wrong.

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
          - {date: 2025-10-10, event: progress, note: 着手起草}
          #                           ^^^^^^^^ RL207
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
          - {date: 2025-10-25, event: progress, note: 征求意见}
    ```
    """
    for (_, _, above), (issue, route, below) in pairwise(facts.events):
        if route[-2] != 0 and below.date < above.date:
            yield issue.problem("RL207", route, date=below.date, above=above.date)
