"""RL303."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.quota import QuotaState
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL303", Severity.WARNING, since="0.1")
def quota_missed(facts: Facts) -> Iterator[Problem]:
    """A period ended with fewer than the quota asks for.

    一个周期结束了，次数没有达到。

    ## Why it matters

    “At least once a quarter” is missed four times a year and noticed once. Count what was done with
    `counts` on a progress event.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        quota: {at_least: 2, per: quarter, from: 2025-07-01}
      # ^^^^^ RL303
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
        quota: {at_least: 2, per: quarter, from: 2025-07-01}
        events:
          - {date: 2025-09-20, event: progress, note: 两次会议, counts: 2}
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for issue, measure in facts.measures:
        for period in measure.quotas:
            if period.state is QuotaState.MISSED:
                values = {"first": period.first, "last": period.last, "asked": period.asked, "counted": period.counted}
                yield issue.problem("RL303", (*measure.route, "quota"), ref=measure.ref, **values)
