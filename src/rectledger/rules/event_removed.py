"""RL701."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Revisions
from rectledger.messages import Term
from rectledger.rules.registry import change_rule


@change_rule("RL701", since="0.1")
def event_removed(revisions: Revisions) -> Iterator[Problem]:
    """A change takes an event out of the ledger.

    变更删去了已有的记录。

    ## Why it matters

    Events are appended and never removed: what was reported, promised or decided stays. What was wrong is put right
    by another event that says so.

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
          - {date: 2025-10-28, event: progress, note: 二稿已成}
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
        #^^^^^ RL701
          - {date: 2025-10-20, event: progress, note: 初稿已成}
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
          - {date: 2025-10-28, event: progress, note: 二稿已成}
    ```
    """
    for log in revisions.logs:
        for event in log.line.removed:
            values = {"ref": log.ref, "date": event.date, "event": Term(f"event.{event.event}")}
            yield log.issue.problem("RL701", log.route, **values)
