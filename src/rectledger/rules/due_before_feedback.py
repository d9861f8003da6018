"""RL202."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL202", Severity.ERROR, since="0.1")
def due_before_feedback(facts: Facts) -> Iterator[Problem]:
    """A deadline lies before the feedback day.

    时限早于反馈日。

    ## Why it matters

    Nobody could keep it: the problem had not been handed over yet. Mostly it is a wrong year.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-01-16
        #    ^^^^^^^^^^ RL202
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
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
        planned = measure.planned
        if planned.day and planned.day < issue.inspection.feedback:
            values = {"due": planned.day, "feedback": issue.inspection.feedback}
            yield issue.problem("RL202", planned.route, **values)
