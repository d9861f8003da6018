"""RL302."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, Level
from rectledger.messages import Term
from rectledger.rules.registry import rule


@rule("RL302", Severity.INFO, since="0.1")
def due_soon(facts: Facts) -> Iterator[Problem]:
    """A deadline is near, by the policy's ladder.

    时限临近，已进入预警。

    ## Why it matters

    The ladder says how many days ahead people are warned, so that a deadline is kept instead of
    explained.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-11-20
        #    ^^^^^^^^^^ RL302
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-11-01, event: warned, level: green, to: office}
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
        if measure.level is not Level.NONE and not measure.overdue:
            values = {"ref": measure.ref, "due": measure.due, "days": measure.days_left}
            yield issue.problem("RL302", measure.deadline.route, **values, level=Term(f"level.{measure.level}"))
