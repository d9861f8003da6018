"""RL206."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, extensions
from rectledger.model.events import Extended
from rectledger.rules.registry import rule


@rule("RL206", Severity.WARNING, since="0.1")
def extension_after_the_deadline(facts: Facts) -> Iterator[Problem]:
    """An extension was granted when the deadline had already passed.

    时限已过才批准延期。

    ## Why it matters

    Until it was granted the measure was late, and no later paper changes that.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-10-31
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-11-01, event: extended, until: 2026-12-31, reason: 汛期, approved_by: lead}
          #                           ^^^^^^^^ RL206
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
    for issue, measure in facts.measures_with(Extended):
        for event, before in extensions(measure):
            if before is not None and event.date > before:
                yield issue.problem("RL206", issue.route_of(event), date=event.date, due=before)
