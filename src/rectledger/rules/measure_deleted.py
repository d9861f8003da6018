"""RL711."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Revisions
from rectledger.rules.registry import change_rule


@change_rule("RL711", since="0.1")
def measure_deleted(revisions: Revisions) -> Iterator[Problem]:
    """A change deletes a measure of an issue.

    变更删去了整改措施。

    ## Why it matters

    The measures are the plan that was approved. One that will not be done is deferred, transferred or re-planned by
    an event; deleted, it leaves the statistics without a word.

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
      - {id: meet, text: 每月召开会议, due: 2026-06-30}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
    #^^^^^^^ RL711
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
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
      - {id: meet, text: 每月召开会议, due: 2026-06-30}
    ```
    """
    for was, issue in revisions.both:
        there = {measure.measure.id for measure in issue.measures}
        for measure in was.measures:
            if measure.measure.id not in there:
                values = {"ref": f"{issue.issue.id}/{measure.measure.id}", "before": measure.measure.text, "after": "—"}
                yield issue.problem("RL711", ("measures",), **values)
