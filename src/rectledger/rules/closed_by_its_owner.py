"""RL405."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.events import Closed, ClosureRequested
from rectledger.rules.registry import rule


@rule("RL405", Severity.ERROR, since="0.1")
def closed_by_its_owner(facts: Facts) -> Iterator[Problem]:
    """An issue was closed by somebody who owns it, or who asked for the closure.

    由责任单位或申请人自己销号。

    ## Why it matters

    Completion is the doer's claim, closure the overseer's signature. One person cannot give both
    (`four_eyes`).

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
      - {date: 2025-10-25, event: closed, by: office, evidence: [{document: 示验字〔2025〕1号}]}
      #                           ^^^^^^ RL405
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
    ```
    """
    if not facts.ledger.settings.policy.four_eyes:
        return
    for issue in facts.issues:
        doers = {issue.issue.owner, *(measure.owner for measure in issue.measures)}
        for route, event in issue.events_until(facts.day):
            if isinstance(event, ClosureRequested):
                doers.add(event.by)
            elif isinstance(event, Closed) and event.by in doers:
                yield issue.problem("RL405", route, party=event.by)
