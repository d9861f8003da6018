"""RL708."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Log, Revisions
from rectledger.facts.state import holder, until
from rectledger.model.events import Closed, ClosureRequested
from rectledger.rules.registry import change_rule


@change_rule("RL708", since="0.1")
def closure_by_the_owner(revisions: Revisions) -> Iterator[Problem]:
    """A change closes an issue in the name of somebody who owns it, or owned it before, or asked for the closure.

    变更以现在或原来的责任单位、申请人的名义销号。

    ## Why it matters

    Closed is the overseer's signature (`four_eyes`, as it was before the change). To make somebody else the owner
    and close in the same change is no way around it.

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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: finance
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-30, event: closed, by: office, evidence: [{document: 示验字〔2025〕1号}]}
      #                           ^^^^^^ RL708
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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
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
    events:
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
    ```
    """
    if not revisions.policy.four_eyes:
        return
    for log in revisions.logs:
        for position, event in log.line.added:
            if isinstance(event, Closed) and event.by in _doers(log, event.date):
                values = {"ref": log.ref, "before": log.was.issue.owner if log.was else "—", "after": event.by}
                yield log.issue.problem("RL708", (*log.route, position, "event"), **values)


def _doers(log: Log, day: date) -> set[str]:
    """Who has the issue or one of its measures on a day, had it before the change, or asked for its closure."""
    found: set[str] = set()
    for issue in (log.issue, log.was):
        if issue:
            past = until(issue.issue.events, day)
            owners = [issue.issue.owner, *(m.measure.owner or issue.issue.owner for m in issue.measures)]
            found |= {*owners, holder(issue.issue.owner, past)}
            found |= {event.by for event in past if isinstance(event, ClosureRequested)}
            found |= {
                holder(m.measure.owner or issue.issue.owner, until(m.measure.events, day)) for m in issue.measures
            }
    return found
