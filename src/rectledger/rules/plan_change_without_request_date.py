"""RL408."""

import re
from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.state import State
from rectledger.model.events import PlanChanged
from rectledger.rules.registry import rule

_DATE = r"\d{4}-\d{2}-\d{2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]"


@rule("RL408", Severity.WARNING, since="0.1")
def plan_change_without_request_date(facts: Facts) -> Iterator[Problem]:
    """A plan change is pending, and its request has no date.

    销号方案调整待批复，却没有写申请日期。

    ## Why it matters

    While a change is pending the measure counts as deferred. Without the day of the request nobody
    can tell whether it was ever sent.

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
          - {date: 2025-10-21, event: plan-changed, request: 拟报送调整方案}
          #                           ^^^^^^^^^^^^ RL408
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
          - {date: 2025-10-21, event: plan-changed, request: 2025年10月20日报送调整方案}
    ```
    """
    for issue, measure in facts.measures_with(PlanChanged):
        last = next((event for event in reversed(measure.events) if isinstance(event, PlanChanged)), None)
        pending = measure.state is State.DEFERRED and last is not None and last.decision == "pending"
        if last and pending and not re.search(_DATE, last.request):
            yield issue.problem("RL408", issue.route_of(last), ref=measure.ref)
