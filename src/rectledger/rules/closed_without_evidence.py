"""RL404."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.events import Closed
from rectledger.rules.registry import rule


@rule("RL404", Severity.ERROR, since="0.1")
def closed_without_evidence(facts: Facts) -> Iterator[Problem]:
    """An issue was closed without naming the evidence.

    销号时没有写明佐证材料。

    ## Why it matters

    Closing is a signature; it is worth what it rests on.

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
      - {date: 2025-10-25, event: closed, by: team}
      #                           ^^^^^^ RL404
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
    if "closed" not in facts.ledger.settings.policy.evidence_on:
        return
    for issue, route, event in facts.events_of(Closed):
        if event.outcome == "implemented" and not event.evidence:
            yield issue.problem("RL404", route)
