"""RL301."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL301", Severity.WARNING, since="0.1")
def overdue(facts: Facts) -> Iterator[Problem]:
    """A measure is past the deadline in force and is not complete.

    措施已过现行时限，仍未完成。

    ## Why it matters

    Deadlines are missed because nobody was warned. Whether one is missed is computed for the
    day, so a late measure cannot be hidden by a word in a table. Record what happened, or an
    extension that somebody approved.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-10-31
        #    ^^^^^^^^^^ RL301
        events:
          - {date: 2025-11-01, event: warned, level: red, to: office}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-10-31
        events:
          - date: 2025-10-12
            event: completed
            extent: full
            evidence: [{document: 示办发〔2025〕3号}]
    ```
    """
    for issue, measure in facts.measures:
        if measure.overdue and measure.days_left is not None:
            yield issue.problem(
                "RL301", measure.deadline.route, ref=measure.ref, due=measure.due, days=-measure.days_left
            )
