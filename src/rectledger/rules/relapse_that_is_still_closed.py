"""RL409."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.state import CLOSING
from rectledger.messages import Term
from rectledger.model.events import Closed, ClosureRequested, Event, FollowedUp, Reopened
from rectledger.rules.registry import rule


@rule("RL409", Severity.ERROR, since="0.1")
def relapse_that_is_still_closed(facts: Facts) -> Iterator[Problem]:
    """Work has to start again, and the issue is still closed.

    问题反弹或措施重启，问题却仍是销号状态。

    ## Why it matters

    A follow-up that found a relapse, or a measure that was reopened, means that the closure no
    longer holds. Record `reopened` on the issue.

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
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-25, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
      - {date: 2025-11-01, event: followed-up, by: team, result: relapsed}
      #                           ^^^^^^^^^^^ RL409
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
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-25, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
      - {date: 2025-11-01, event: followed-up, by: team, result: relapsed}
      - {date: 2025-11-01, event: reopened, by: team, reason: 反弹}
    ```
    """
    for issue in facts.issues:
        if issue.state in CLOSING:
            past = [pair for pair in issue.issue.all_events() if pair[1].date <= facts.day]
            past.sort(key=lambda pair: pair[1].date)
            closing = max(n for n, (_, event) in enumerate(past) if isinstance(event, Closed | ClosureRequested))
            for route, event in past[closing + 1 :]:
                if _starts_again(event):
                    yield issue.problem("RL409", route, state=Term(f"state.{issue.state}"))


def _starts_again(event: Event) -> bool:
    return isinstance(event, Reopened) or (isinstance(event, FollowedUp) and event.result == "relapsed")
