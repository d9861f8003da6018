"""RL401."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.events import Completed
from rectledger.rules.registry import rule


@rule("RL401", Severity.ERROR, since="0.1")
def completed_without_evidence(facts: Facts) -> Iterator[Problem]:
    """A measure is claimed complete and no evidence is named.

    称已完成，却没有佐证材料。

    ## Why it matters

    Rectification on paper is the first complaint about all rectification. Name a file with its
    SHA-256, or the number of a document.

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
          - {date: 2025-10-20, event: completed, extent: full}
          #                           ^^^^^^^^^ RL401
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
    ```
    """
    if "completed" not in facts.ledger.settings.policy.evidence_on:
        return
    for issue, route, event in facts.events_of(Completed):
        if event.extent == "full" and not event.evidence:
            yield issue.problem("RL401", route)
