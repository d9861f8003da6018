"""RL201."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.assess import CONCENTRATED
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.rules.registry import rule


@rule("RL201", Severity.ERROR, since="0.1")
def no_due_date(facts: Facts) -> Iterator[Problem]:
    """A measure has no deadline.

    措施没有时限。

    ## Why it matters

    What has no deadline is never late. One comes from the measure, its issue or the clock's
    `concentrated`; where somebody's reply is waited for, `pending` says so. Sustained measures need
    none, and what is complete, transferred or deferred waits for none.

    ```yaml bad
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings: [{id: h1, text: 制度不健全}]
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        #   ^^^^^ RL201
        text: 修订会议制度
        events: [{date: 2025-10-20, event: progress, note: 初稿已成}]
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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for issue, measure in facts.measures:
        if measure.due is None and not measure.deadline.pending and _needs_one(issue, measure):
            yield issue.problem("RL201", (*measure.route, "id"), ref=measure.ref)


def _needs_one(issue: IssueFacts, measure: MeasureFacts) -> bool:
    """A limit that the clock does not have is another rule's finding; what is sustained has no end."""
    written = measure.measure.due or issue.issue.due or issue.inspection.clock.get(CONCENTRATED.name)
    sustained = measure.measure.sustained or issue.issue.requirement == "sustained"
    return measure.open and written is None and not sustained
