"""RL707."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem
from rectledger.facts.records import IssueFacts
from rectledger.facts.revisions import Revisions
from rectledger.facts.state import SETTLED, history
from rectledger.messages import Term
from rectledger.model.events import Closed, Completed
from rectledger.rules.registry import change_rule


@change_rule("RL707", since="0.1")
def claim_short_of_the_policy(revisions: Revisions) -> Iterator[Problem]:
    """A change completes or closes something without what the policy asks for.

    变更称完成或销号，却缺少口径要求的内容。

    ## Why it matters

    Judged by the policy that the ledger had before the change (`evidence_on`), so that nobody waives the rule and
    breaks it in one go: a completion or closure without evidence, and a closure while a measure is open.

    ```yaml bad base=ledger
    # --- was: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-28, event: completed, extent: full}
          #                           ^^^^^^^^^ RL401
          #                           ^^^^^^^^^ RL707
    ```

    ```yaml good base=ledger
    # --- was: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    ```
    """
    asked = revisions.policy.evidence_on
    for log in revisions.logs:
        for position, event in log.line.added:
            at = (*log.route, position, "event")
            claims = (isinstance(event, Completed) and event.extent == "full") or isinstance(event, Closed)
            if claims and event.event in asked and not event.evidence:
                yield log.issue.problem("RL707", at, ref=log.ref, event=Term(f"event.{event.event}"))
            if isinstance(event, Closed) and event.outcome == "implemented" and (refs := _open(log.issue, event.date)):
                yield log.issue.problem("RL707.open", at, ref=log.ref, refs="、".join(refs))


def _open(issue: IssueFacts, day: date) -> list[str]:
    """The measures that were open on the day of the closing."""
    states = {m.measure.id: history(m.measure.events, issue.issue.events, day) for m in issue.measures}
    return [name for name, past in states.items() if not past or past[-1][1] not in SETTLED]
