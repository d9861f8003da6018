"""RL311."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.state import CLOSING, State
from rectledger.model.events import Deferred, PlanChanged
from rectledger.rules.registry import rule


@rule("RL311", Severity.WARNING, since="0.1")
def deferral_that_has_ended(facts: Facts) -> Iterator[Problem]:
    """A deferral has run out and nothing was recorded since.

    暂缓期已过，之后没有记录。

    ## Why it matters

    Put off until a day means that work goes on from that day. Otherwise a measure can be deferred
    for ever without a decision.

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
          - {date: 2025-10-21, event: deferred, reason: 停工, approved_by: lead, until: 2025-10-31}
          #                                                                           ^^^^^^^^^^ RL311
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
          - {date: 2025-10-21, event: deferred, reason: 停工, approved_by: lead, until: 2026-03-31}
    ```
    """
    for issue, measure in facts.measures:
        if measure.state is not State.DEFERRED or issue.state in CLOSING:
            continue
        last = next(event for event in reversed(measure.events) if isinstance(event, Deferred | PlanChanged))
        if isinstance(last, Deferred) and last.until and last.until < facts.day:
            yield issue.problem("RL311", (*issue.route_of(last)[:-1], "until"), ref=measure.ref, until=last.until)
