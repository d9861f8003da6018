"""RL309."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL309", Severity.WARNING, since="0.1")
def waiver_that_has_ended(facts: Facts) -> Iterator[Problem]:
    """A waiver has ended.

    豁免已经到期。

    ## Why it matters

    A waiver is for a time. When it has ended, what it excused counts again, and it should go or be
    renewed.

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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    waivers:
      - {rule: RL301, reason: 等待批复, approved_by: lead, until: 2025-10-31}
      #                                                       ^^^^^^^^^^ RL309
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
    for filed in facts.ledger.issues:
        for position, waiver in enumerate(filed.record.waivers):
            if not waiver.holds_on(facts.day):
                values = {"rule": waiver.rule, "until": waiver.until}
                yield Problem(filed.file, ("waivers", position, "until"), "RL309", values)
