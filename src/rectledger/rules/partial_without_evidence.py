"""RL402."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.events import Completed
from rectledger.rules.registry import rule


@rule("RL402", Severity.WARNING, since="0.1")
def partial_without_evidence(facts: Facts) -> Iterator[Problem]:
    """A measure is claimed complete in part and no evidence is named.

    称阶段性完成，却没有佐证材料。

    ## Why it matters

    A part that is done has papers as well. It is only a warning, because the claim is smaller.

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
          - {date: 2025-10-20, event: completed, extent: partial, left: 培训未办}
          #                           ^^^^^^^^^ RL402
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
          - {date: 2025-10-20, event: completed, extent: partial, left: 培训, evidence: [{document: 示办〔2025〕3号}]}
    ```
    """
    if "completed" not in facts.ledger.settings.policy.evidence_on:
        return
    for issue, route, event in facts.events_of(Completed):
        if event.extent == "partial" and not event.evidence:
            yield issue.problem("RL402", route)
