"""RL705."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Revisions
from rectledger.rules.registry import change_rule


@change_rule("RL705", since="0.1")
def evidence_removed(revisions: Revisions) -> Iterator[Problem]:
    """A change takes evidence away from an event.

    变更抽走了佐证材料。

    ## Why it matters

    Evidence is what a claim rests on. Where it was the wrong one, another event says so and names the right one.

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
          - {date: 2025-10-20, event: progress, note: 初稿已成, evidence: [{document: 示办发〔2025〕3号}]}
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
          #                           ^^^^^^^^ RL705
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
          - {date: 2025-10-20, event: progress, note: 初稿已成, evidence: [{document: 示办发〔2025〕3号}]}
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
          - {date: 2025-10-20, event: progress, note: 初稿已成, evidence: [{document: 示办发〔2025〕3号}]}
          - {date: 2025-10-28, event: progress, note: 二稿已成, evidence: [{document: 示办发〔2025〕4号}]}
    ```
    """
    for log in revisions.logs:
        for (position, event), before, after in log.line.evidence:
            if before and not after:
                values = {"ref": log.ref, "date": event.date, "before": before.file or before.document, "after": "—"}
                yield log.issue.problem("RL705", (*log.route, position, "event"), **values)
