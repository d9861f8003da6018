"""RL205."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, extensions
from rectledger.model.events import Extended
from rectledger.rules.registry import rule


@rule("RL205", Severity.ERROR, since="0.1")
def too_many_extensions(facts: Facts) -> Iterator[Problem]:
    """A deadline was extended more often than the policy allows.

    延期次数超过规定。

    ## Why it matters

    A complex case may be extended twice by most rules. A third time is a decision that somebody has
    to take openly.

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
          - {date: 2025-11-01, event: extended, until: 2026-07-31, reason: 汛期, approved_by: lead}
          - {date: 2025-11-01, event: extended, until: 2026-08-31, reason: 汛期, approved_by: lead}
          - {date: 2025-11-01, event: extended, until: 2026-12-31, reason: 汛期, approved_by: lead}
          #                           ^^^^^^^^ RL205
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
          - {date: 2025-11-01, event: extended, until: 2026-12-31, reason: 汛期, approved_by: lead}
    ```
    """
    most = facts.ledger.settings.policy.max_extensions
    for issue, measure in facts.measures_with(Extended):
        for event, _ in list(extensions(measure))[most : most + 1]:
            yield issue.problem("RL205", issue.route_of(event), most=most)
