"""RL305."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL305", Severity.WARNING, since="0.1")
def stale_measure(facts: Facts) -> Iterator[Problem]:
    """Nothing has been recorded on an open measure for a long time.

    未了结的措施长时间没有记录。

    ## Why it matters

    Rectification on paper looks just like this. The policy's `stale_after` says how many days are
    too long.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
      #     ^^^^^ RL305
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-08-20, event: progress, note: 初稿已成}
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
    longest = facts.ledger.settings.policy.stale_after
    for issue, measure in facts.measures:
        if not issue.running(measure):
            continue
        feedback = issue.inspection.feedback
        last = max(feedback, measure.events[-1].date) if measure.events else feedback
        quiet = (facts.day - last).days
        if quiet > longest:
            yield issue.problem("RL305", (*measure.route, "id"), ref=measure.ref, days=quiet, last=last)
